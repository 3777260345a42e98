import type { Role } from '../config/resolve/role'
import { isForProduction } from '../lib/production-name'
import { namesReader } from '../lib/reader-name'
import { searchKey } from '../lib/search-key'

/** Groups whose roles ask something before a switch, as the user or an administrator has set it. */
export interface GuardedGroups {
  readonly confirmGroups: readonly string[]
  readonly confirmNameGroups: readonly string[]
  readonly readerGroups: readonly string[]
  /** Whether switches are written into the user's log. Only then does a role ask for a reason. */
  readonly log?: boolean
}

/** How a switch is confirmed: by a second Enter, or by typing the profile's name. */
export type Question = 'enter' | 'name'

/** What a role asks before a switch. Every way to a switch takes it from here. */
export interface BeforeSwitch {
  /** The role to take: its reader, or itself. */
  readonly role: Role
  readonly question?: Question
  /** Whether a reason is asked for along with the question; it takes the place of a second Enter. */
  readonly asksReason?: true
  /** Whether only the question is left of its reader, because that isn't available. */
  readonly withoutReader?: true
}

interface Circumstances {
  /** The roles that the menu offers, among which the reader has to be. */
  readonly offered: readonly Role[]
  readonly groups: GuardedGroups
  /** The role that the tab is in. */
  readonly current?: Role | undefined
  /** Whether the user has chosen the role itself, although it has a reader. */
  readonly isItself?: boolean
  /** Whether the user only pressed Enter: that alone never leads to production. */
  readonly isUnaimed?: boolean
}

/**
 * Returns what to do before a switch to `role`: take its reader, which asks only what the reader itself does, or take the
 * role, possibly after a question. In its reader's tab, and without its reader, the role asks first.
 */
export function beforeSwitch(role: Role, circumstances: Circumstances): BeforeSwitch {
  const { offered, groups, current, isItself = false, isUnaimed = false } = circumstances
  const reader = readersAmong(offered, groups)(role)
  const isMissing = reader === 'missing'
  const found = isMissing || isItself ? undefined : reader
  const taken = found && found.name !== current?.name ? found : role
  const asks = isMissing || (found && taken === role) || (isUnaimed && isForProduction(taken))
  const question = questionOf(taken, groups) ?? (asks ? 'enter' : undefined)
  const wantsReason = asksReason(taken, groups)
  return {
    role: taken,
    ...(question && { question }),
    ...(wantsReason && { question: question ?? 'enter', asksReason: true }),
    ...(isMissing && { withoutReader: true }),
  }
}

/** Returns how a switch to the role itself is confirmed, if it is: its profile says so, or its group is one of those. */
export function questionOf(
  { confirm, group }: Pick<Role, 'confirm' | 'group'>,
  { confirmGroups, confirmNameGroups }: Pick<GuardedGroups, 'confirmGroups' | 'confirmNameGroups'>,
): Question | undefined {
  if (confirm === 'name' || isAmong(group, confirmNameGroups)) return 'name'
  return confirm === true || isAmong(group, confirmGroups) ? 'enter' : undefined
}

/** Whether a switch to the role itself asks for a reason. Without a log, there is nowhere to keep it. */
export function asksReason({ reason }: Pick<Role, 'reason'>, { log }: Pick<GuardedGroups, 'log'>): boolean {
  return reason === true && log === true
}

/** Returns the role that Enter takes in place of the given one, if any, without asking: its reader. */
export type ReaderFinder = (role: Role) => Role | undefined

/** Returns the finder for the roles that a menu offers, in a tab that is in `current`. */
export function readerFinder(
  offered: readonly Role[],
  groups: GuardedGroups,
  current: Role | undefined,
): ReaderFinder {
  const readers = readersAmong(offered, groups)
  return role => {
    const reader = readers(role)
    return reader === 'missing' || reader?.name === current?.name ? undefined : reader
  }
}

/**
 * Returns a function that finds a role's reader, or `missing` if it should have one. A reader is in the role's own account:
 * the profile that the role names or, if only its group says that it opens read-only first, the first role whose name says
 * that it reads. Such a role has no reader itself.
 */
function readersAmong(
  offered: readonly Role[],
  { readerGroups }: GuardedGroups,
): (role: Role) => Role | 'missing' | undefined {
  return role => {
    const { name, account, roleName, reader, readFirst, group } = role
    if (reader === undefined && !readFirst && !isAmong(group, readerGroups)) return undefined
    if (reader === undefined ? namesReader(roleName) : name === reader) return undefined
    const beside = (byAccount(offered).get(account) ?? []).filter(one => one.name !== name)
    const isReader = (one: Role) => (reader === undefined ? namesReader(one.roleName) : one.name === reader)
    return beside.find(isReader) ?? 'missing'
  }
}

/** The roles of a menu by their accounts: a page may be opened in thousands of them. */
const accountsOf = new WeakMap<readonly Role[], ReadonlyMap<string, readonly Role[]>>()

function byAccount(roles: readonly Role[]): ReadonlyMap<string, readonly Role[]> {
  const known = accountsOf.get(roles)
  if (known) return known
  const accounts = new Map<string, Role[]>()
  for (const role of roles) {
    const others = accounts.get(role.account)
    if (others) others.push(role)
    else accounts.set(role.account, [role])
  }
  accountsOf.set(roles, accounts)
  return accounts
}

/** Whether a typed text confirms a switch to the role: it is the profile's name or its last word, in any case. */
export function isNameOf({ name }: Pick<Role, 'name'>, typed: string): boolean {
  const text = searchKey(typed.trim())
  return text !== '' && [searchKey(name.trim()), searchKey(lastWord(name))].includes(text)
}

/** How many words are asked for, at most: nobody reads and types more than that. */
const maxWordsAsked = 5

/** Returns the words to type for a switch to all of the roles: the last word of each name, once, and at most five. */
export function wordsToType(roles: readonly Pick<Role, 'name'>[]): readonly string[] {
  const words = roles.map(({ name }) => lastWord(name))
  return [...new Map(words.map(word => [searchKey(word), word])).values()].slice(0, maxWordsAsked)
}

/**
 * Whether a typed text confirms a switch to all of the roles: it has the name of each, or its last word, in any order and
 * with blanks or commas between them. Names without one of the `wordsToType` aren't needed.
 */
export function areNamesOf(roles: readonly Pick<Role, 'name'>[], typed: string): boolean {
  const asked = new Set(wordsToType(roles).map(searchKey))
  const between = /[\s,、]+/
  const [words, text] = [typed.split(between), searchKey(typed)]
  const isTyped = ({ name }: Pick<Role, 'name'>) =>
    words.some(word => isNameOf({ name }, word)) ||
    // A name of several words isn't one of them.
    (between.test(name.trim()) && text.includes(searchKey(name.trim())))
  return roles.filter(({ name }) => asked.has(searchKey(lastWord(name)))).every(isTyped)
}

/** Fewer letters would be too easily typed by chance. */
const minLastWordLength = 3

/** Returns the last word of a name, or all of it if that word is very short. */
export function lastWord(name: string): string {
  const word = name.match(/[\p{L}\p{M}\p{N}]+/gu)?.at(-1) ?? ''
  return Array.from(word).length < minLastWordLength ? name.trim() : word
}

function isAmong(group: string | undefined, groups: readonly string[]): boolean {
  if (group === undefined || groups.length === 0) return false
  const key = searchKey(group)
  return groups.some(other => searchKey(other) === key)
}
