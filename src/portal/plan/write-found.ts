import { isRegion } from '../../aws/partitions'
import { isSamePortal } from '../../aws/portal'
import { ownPairs, type PairStyle, pairStyle, writePair } from '../../config/edit/pair-style'
import { portalAddresses } from '../../config/parse/portal-profiles'
import { readLine } from '../../config/parse/read-line'
import { isSettings, writeHeader } from '../../config/parse/section-header'
import { type SectionLines, sectionsOf } from '../../config/parse/text-sections'
import { encode } from '../../config/parse/value'
import { readLayer } from '../../config/resolve/layer'
import { secretsIn } from '../../config/secrets/find-secrets'
import { asOneLine, joined, type Line, type OneLine } from '../../lib/one-line'
import {
  byteOrderMarkOf,
  firstEnd,
  joinLines,
  type LineEnd,
  splitLines,
  type TextLine,
  withoutByteOrderMark,
} from '../../lib/text-lines'
import { nameKey } from './names'

/** A portal role to add to a list. */
export interface RoleToWrite {
  /** From `namesOf`. */
  readonly name: OneLine
  /** 12 digits. */
  readonly account: string
  /** The permission set’s name. */
  readonly roleName: string
  /** '' for none. */
  readonly group: string
  /** As the list writes it; '' for none. */
  readonly color: string
}

/** What to do with the profiles of roles that are gone. */
export type GoneChoice = 'keep' | 'comment' | 'remove'

/** What to write into a list. */
export interface FoundToWrite {
  /** The portal’s URL. */
  readonly url: string
  /** The region of Identity Center; '' if it isn’t known. Only a new `[sso-session …]` gets it. */
  readonly ssoRegion: string
  /** The region of the new profiles; '' for none. */
  readonly region: string
  readonly roles: readonly RoleToWrite[]
  /** Names of the profiles to comment out or remove. */
  readonly gone: readonly string[]
  readonly goneChoice: GoneChoice
  /** From `listFacts`. */
  readonly takenSessions: ReadonlySet<string>
}

/**
 * Writes portal roles into a user’s list, in its style: below the roles of the same account, else at the end, with one
 * `[sso-session …]` for all of them. Everything else stays as it is, byte for byte, apart from profiles that are gone, which
 * are commented out or removed if that is chosen.
 */
export function writeFound(text: string, wanted: FoundToWrite): string {
  const { roles, gone, goneChoice } = wanted
  const isLess = gone.length > 0 && goneChoice !== 'keep'
  if (roles.length === 0 && !isLess) return text
  const end = firstEnd(text)
  const lines = splitLines(withoutByteOrderMark(text))
  const kept = isLess ? withoutGone(lines, new Set(gone), goneChoice) : lines
  const all = roles.length > 0 ? withRoles(kept, end, wanted) : kept
  return byteOrderMarkOf(text) + joinLines(all)
}

/** Comments out or removes the sections of these names. Comments below a section’s last key stay. */
function withoutGone(
  lines: readonly TextLine[],
  gone: ReadonlySet<string>,
  choice: GoneChoice,
): readonly TextLine[] {
  return sectionsOf(lines).flatMap(section => {
    if (section.name === undefined || !gone.has(section.name) || isOfAws(section)) return section.lines
    const length = contentLength(section.lines)
    if (choice === 'comment') {
      return section.lines.map((line, index) =>
        index < length && !isSilent(line) ? { ...line, text: joined(commentSign, line.text) } : line,
      )
    }
    const rest = section.lines.slice(length)
    return rest.slice(rest[0] && isBlank(rest[0]) ? 1 : 0)
  })
}

function withRoles(
  lines: readonly TextLine[],
  end: Exclude<LineEnd, ''>,
  { url, ssoRegion, region, roles, takenSessions }: FoundToWrite,
): readonly TextLine[] {
  const sections = sectionsOf(lines)
  const accounts = sections.map(accountOf)
  const places = new Map<string, number>()
  for (const [place, account] of accounts.entries()) if (account !== undefined) places.set(account, place)
  const model = sections[accounts.findLastIndex(account => account !== undefined)]
  const hasProfileWord = model === undefined || hasWord(model)
  const styleOf = (section: SectionLines | undefined) => safeStyle(textsOf(section ?? sections.at(-1)))
  const gap: readonly TextLine[] = isDense(sections) ? [] : [{ text: joined(), end }]

  const known = sessionFor(joinLines(lines), url)
  const session = known ?? freeSession(url, takenSessions)
  const sectionText = (header: Line, pairs: readonly Pair[], style: PairStyle): readonly TextLine[] =>
    [header, ...pairs.map(([key, value]) => writePair(style, asOneLine(key), value))].map(text => ({
      text,
      end,
    }))
  const roleText = (role: RoleToWrite, beside: SectionLines | undefined) =>
    sectionText(
      writeHeader(role.name, beside ? hasWord(beside) : hasProfileWord),
      pairsOf(role, session, region),
      styleOf(beside ?? model),
    )

  const beside = new Map<number, TextLine[]>()
  const atEnd: (readonly TextLine[])[] = []
  if (known === undefined) {
    const header = `[sso-session ${session}]` as Line
    atEnd.push(sectionText(header, sessionPairs(url, ssoRegion), styleOf(model)))
  }
  for (const role of roles) {
    const place = places.get(role.account)
    if (place === undefined) atEnd.push(roleText(role, undefined))
    else beside.set(place, [...(beside.get(place) ?? []), ...gap, ...roleText(role, sections[place])])
  }
  const written = sections.flatMap(({ lines }, place) => {
    const added = beside.get(place)
    if (!added) return lines
    const content = contentLength(lines)
    const blank = lines.findIndex((line, index) => index >= content && isBlank(line))
    const at = blank === -1 ? lines.length : blank
    const follows = blank === -1 && place < sections.length - 1 ? gap : []
    return [...closed(lines.slice(0, at), end), ...added, ...follows, ...lines.slice(at)]
  })
  return atEnd.reduce<TextLine[]>((all, section) => {
    const last = all.at(-1)
    if (last?.end === '') all[all.length - 1] = { ...last, end }
    if (last && !isBlank(last)) all.push(...gap)
    all.push(...section)
    return all
  }, written)
}

type Pair = readonly [key: string, value: Line]

function pairsOf(
  { account, roleName, group, color }: RoleToWrite,
  session: string,
  region: string,
): readonly Pair[] {
  const pairs: readonly Pair[] = [
    ['sso_session', encode(session)],
    ['sso_account_id', encode(account)],
    ['sso_role_name', encode(roleName)],
    ['region', asOneLine(isRegion(region) ? region : '')],
    ['group', encode(asOneLine(group))],
    // Its `#` starts no comment.
    ['color', asOneLine(color)],
  ]
  // A value that looks like an access key would be removed from the list.
  return pairs.filter(([key, value]) => value !== '' && secretsIn([`${key} = ${value}`])[0] === undefined)
}

function sessionPairs(url: string, region: string): readonly Pair[] {
  const pairs: readonly Pair[] = [
    ['sso_start_url', asOneLine(url)],
    ['sso_region', asOneLine(isRegion(region) ? region : '')],
    // The AWS CLI needs this to renew a sign-in. Source: as in `toAwsConfig`.
    ['sso_registration_scopes', asOneLine('sso:account:access')],
  ]
  return pairs.filter(([, value]) => value !== '')
}

/** Returns the text’s own `[sso-session …]` for the portal, best the one with its address. */
function sessionFor(text: string, url: string): string | undefined {
  const sessions = [...readLayer(text, 'personal', 0).portalSessions].flatMap(([name, session]) =>
    session ? { name, addresses: portalAddresses(session.url) } : [],
  )
  return (
    sessions.find(({ addresses }) => addresses[0] === url) ??
    sessions.find(({ addresses }) => addresses.some(address => isSamePortal(address, url)))
  )?.name
}

/** Returns an unused name for a portal’s session, from its host or, in separate partitions, its directory. */
function freeSession(url: string, taken: ReadonlySet<string>): string {
  const { hostname, pathname } = new URL(url)
  const directory = /^\/directory\/([\w-]+)$/.exec(pathname)?.[1]
  const name = directory ?? hostname.split('.')[0] ?? 'portal'
  let [free, number] = [name, 2]
  while (taken.has(nameKey(free))) free = `${name}-${number++}`
  return free
}

/** Returns the style of some lines, without characters that aren’t meant as spaces. */
function safeStyle(lines: readonly Line[]): PairStyle {
  const style = pairStyle(lines)
  const isPlain = [style.indent, style.before, style.after].every(space => /^[ \t]*$/.test(space))
  return isPlain ? style : pairStyle([])
}

function accountOf({ lines, name }: SectionLines): string | undefined {
  if (name === undefined) return undefined
  return ownPairs(lines.map(({ text }) => text)).find(({ pair }) => pair.key === 'sso_account_id')?.pair.value
}

function hasWord({ lines }: SectionLines): boolean {
  return lines.some(({ text }) => readLine(text).kind === 'header' && /^\s*\[\s*profile\s/i.test(text))
}

/** Whether a section has settings, such as an `[sso-session …]`, rather than a profile. */
function isOfAws(section: SectionLines): boolean {
  return isSettings({ name: section.name ?? '', hasProfileWord: hasWord(section) })
}

/** Whether the text has no blank line between any of its sections, of which it has several. */
function isDense(sections: readonly SectionLines[]): boolean {
  return sections.length > 2 && sections.slice(1, -1).every(({ lines }) => !lines.some(isBlank))
}

function textsOf(section: SectionLines | undefined): readonly Line[] {
  return section?.lines.map(({ text }) => text) ?? []
}

function closed(lines: readonly TextLine[], end: LineEnd): readonly TextLine[] {
  return lines.map(line => (line.end === '' ? { ...line, end } : line))
}

/** Returns the number of lines up to the last one that says something. */
function contentLength(lines: readonly TextLine[]): number {
  return lines.findLastIndex(line => !isSilent(line)) + 1
}

function isSilent({ text }: TextLine): boolean {
  const { kind } = readLine(text)
  return kind === 'blank' || kind === 'comment'
}

function isBlank({ text }: TextLine): boolean {
  return text.trim() === ''
}

const commentSign = '# ' as Line
