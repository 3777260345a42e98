import { compareTeam, isUnchanged, type Target, type TeamComparison } from '../src/team/compare-team'
import { checkList } from './check/findings'
import { type ExitCode, exitCodes, type Io, readList } from './io'
import { counted, inert } from './sentences'

/** How differences are written. */
export const diffFormats = ['text', 'markdown'] as const

export interface DiffCommand {
  readonly before: string
  readonly after: string
  readonly format: (typeof diffFormats)[number]
  /** Whether differences fail. */
  readonly exitCode: boolean
}

/** Says what members are told if a list becomes another one. */
export function diff(io: Io, { before, after, format, exitCode }: DiffCommand): ExitCode {
  const [old, now] = [readList(io, [before]), readList(io, [after])]
  const comparison = compareTeam(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  )
  io.out(format === 'markdown' ? asMarkdown(comparison) : asText(comparison))
  const refused = checkList(now, false).findings.find(({ kind }) => kind === 'refused')
  if (refused) io.error(`${refused.path}: ${refused.message}\n`)
  return exitCode && !isUnchanged(comparison) ? exitCodes.failed : exitCodes.done
}

const nothing = 'Members are told nothing: the roles are the same.'

interface Elsewhere {
  readonly name: string
  readonly before: string
  readonly after: string
}

/** The profiles that lead elsewhere come first, because an old name now means something else. */
function elsewhereIn({ changed }: TeamComparison): readonly Elsewhere[] {
  return changed.flatMap(({ name, target }) =>
    target ? [{ name, before: targetText(target.before), after: targetText(target.after) }] : [],
  )
}

function othersIn({ added, changed, removed }: TeamComparison) {
  return [
    { word: 'Added', names: added },
    { word: 'Changed', names: changed.filter(({ target }) => !target).map(({ name }) => name) },
    { word: 'Gone', names: removed },
  ].filter(({ names }) => names.length > 0)
}

function asText(comparison: TeamComparison): string {
  if (isUnchanged(comparison)) return `${nothing}\n`
  const elsewhere = elsewhereIn(comparison).map(
    ({ name, before, after }) => `Leads elsewhere: ${inert(`${name}: ${before} → ${after}`)}\n`,
  )
  const others = othersIn(comparison).map(
    ({ word, names }) => `${word} (${names.length}): ${names.map(inert).join(', ')}\n`,
  )
  return [...elsewhere, ...others].join('')
}

/** The most rows and names of a kind in Markdown: a comment on GitHub has at most 65,536 characters. */
const maxMarkdownNames = 50

function asMarkdown(comparison: TeamComparison): string {
  if (isUnchanged(comparison)) return `${nothing}\n`
  const elsewhere = elsewhereIn(comparison)
  const rows = elsewhere.map(
    ({ name, before, after }) => `| ${[name, before, after].map(code).join(' | ')} |`,
  )
  const table = [
    `**${counted(elsewhere.length, 'name now leads', 'names now lead')} elsewhere**\n`,
    '| profile | before | after |',
    '| --- | --- | --- |',
    ...shortened(rows, more => `| ${more} | | |`),
  ].join('\n')
  const others = othersIn(comparison).map(({ word, names }) => {
    const lines = shortened(
      names.map(name => `- ${code(name)}`),
      more => `- ${more}`,
    )
    return `**${word}: ${names.length}**\n\n${lines.join('\n')}`
  })
  return `${[...(elsewhere.length > 0 ? [table] : []), ...others].join('\n\n')}\n`
}

function shortened(lines: readonly string[], more: (rest: string) => string): readonly string[] {
  const rest = lines.length - maxMarkdownNames
  return rest > 0 ? [...lines.slice(0, maxMarkdownNames), more(`and ${rest} more`)] : lines
}

/**
 * Returns a text from a list as code, so that it can't be markup, or end its cell of a table. Sources: CommonMark 0.31, “Code
 * spans”; GitHub Flavored Markdown, “Tables”.
 */
function code(text: string): string {
  const plain = inert(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return longest > 0 ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`
}

function targetText({ portal, account, roleName }: Target): string {
  const host = portal === undefined ? undefined : new URL(portal).host
  return [host, account, roleName].filter(part => part !== undefined).join(' / ') || '—'
}
