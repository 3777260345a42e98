import { type InheritedField, inheritedFields } from '../parse/keys'
import type { Report, Section } from '../parse/section'
import { nameGuesser } from '../parse/suggest'
import { encode } from '../parse/value'
import { takeDestination, takeSourceProfile } from './settle'

const maxIncludeGuesses = 5

/**
 * Fills in each profile's missing keys from the profile that its `include_profile` names, which inherits in turn.
 * Source: aws-vault, USAGE.md, “include_profile”. Linear, however long the chains.
 */
export function resolveIncludes(sections: ReadonlyMap<string, Section>, report: Report): void {
  const done = new Set<Section>()
  const guess = nameGuesser(sections, maxIncludeGuesses)
  for (const start of sections.values()) {
    if (start.include === undefined) continue
    const chain = new Set<Section>()
    let section: Section | undefined = start
    while (section && !done.has(section) && !chain.has(section)) {
      chain.add(section)
      const { include, includeSpan }: Section = section
      section = include === undefined ? undefined : sections.get(include)
      const isCut = includeSpan?.whole !== undefined && sections.has(includeSpan.whole)
      if (!section && include !== undefined && includeSpan && !isCut) {
        report(missing(include, guess(include)), includeSpan)
      }
    }
    const links = [...chain]
    const loops = section !== undefined && chain.has(section)
    if (section && loops) reportCycle(links.slice(links.indexOf(section)), report)

    let parent = loops ? undefined : section
    for (const child of links.reverse()) {
      if (parent) inherit(child, parent)
      done.add(child)
      parent = child
    }
  }
}

/** Returns the names of a cycle, as in `a → b → a`, omitting the middle of a long one. */
export function describeCycle(cycle: readonly Section[]): string {
  const names = cycle.map(({ profile }) => profile.name)
  const shown = names.length > 6 ? [...names.slice(0, 3), '…', ...names.slice(-2)] : names
  return [...shown, names[0]].join(' → ')
}

function inherit(child: Section, parent: Section): void {
  const [own, theirs] = [child.profile, parent.profile]
  for (const field of inheritedFields) inheritField(own, theirs, field)
  if (child.settledAs) return
  // Destination keys in another text add to this one's, as if they were in a section of the same name.
  if (parent.reach > child.text) {
    takeDestination(child, parent)
    return
  }

  // In the order in which aws-vault merges them.
  if (theirs.aws) own.aws = { ...theirs.aws, ...own.aws }
  if (theirs.command) own.command = true
  inheritField(own, theirs, 'roleName')
  inheritField(own, theirs, 'targetRoleName')
  child.ssoAccount ??= parent.ssoAccount
  child.ssoRoleName ??= parent.ssoRoleName
  child.ssoStartUrl ??= parent.ssoStartUrl
  child.ssoSession ??= parent.ssoSession
  child.sessionSpan ??= parent.sessionSpan
  takeSourceProfile(child, parent)
  const { account, partition, accountAlias } = theirs
  // Partition and alias belong to the account: another account's would be wrong.
  if (own.account === undefined && account !== undefined) {
    own.account = account
    if (partition !== undefined) own.partition = partition
    if (accountAlias !== undefined) own.accountAlias ??= accountAlias
  }
}

function inheritField<Field extends InheritedField | 'roleName' | 'targetRoleName'>(
  own: Section['profile'],
  theirs: Section['profile'],
  field: Field,
): void {
  const value = theirs[field]
  if (own[field] === undefined && value !== undefined) own[field] = value
}

function missing(name: string, guess: string | undefined): Parameters<Report>[0] {
  if (guess === undefined) return { severity: 'warning', kind: 'missingInclude', values: [name] }
  const fix = { text: encode(guess) }
  return { severity: 'warning', kind: 'misspelledInclude', values: [name, guess], fix }
}

function reportCycle(cycle: readonly Section[], report: Report): void {
  const span = cycle[0]?.includeSpan
  if (span) report({ severity: 'warning', kind: 'includeCycle', values: [describeCycle(cycle)] }, span)
}
