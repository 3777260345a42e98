import { writeHeader } from '../../config/parse/section-header'
import { mayHoldSecrets, secretsIn } from '../../config/secrets/find-secrets'
import { asOneLine, type OneLine } from '../../lib/one-line'
import type { FoundAccount } from '../found'
import type { FoundRole } from './found-role'

/** How profiles are named. */
export interface NameStyle {
  /** A text with `{account}`, `{role}` and `{id}`, the account’s id. */
  readonly template: string
  readonly isLowerCase: boolean
}

/** What generators of profiles write. */
export const usualTemplates = ['{account}-{role}', '{account}/{role}'] as const

/** The longest part of a name that comes from an account or a role, in characters. */
const maxPartLength = 64

/**
 * Returns the name of each role’s profile, in their order: each a valid name that the AWS CLI reads without quotes, and none
 * that is in `taken`, the `nameKey`s of other profiles, or given twice. Accounts of one name, among all `accounts`, get their
 * ids added, and so does any other name that isn’t unique.
 */
export function namesOf(
  roles: readonly FoundRole[],
  accounts: readonly FoundAccount[],
  style: NameStyle,
  taken: ReadonlySet<string>,
): readonly OneLine[] {
  const times = new Map<string, number>()
  for (const account of accounts) {
    const key = nameKey(accountPart(account))
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const given = new Set<string>()
  const isFree = (name: string) => !taken.has(nameKey(name)) && !given.has(nameKey(name))
  return roles.map(({ account, roleName }) => {
    const plain = accountPart(account)
    const isShared = (times.get(nameKey(plain)) ?? 0) > 1 && plain !== account.id
    const name = [isShared ? withId(plain, account) : plain, withId(plain, account), account.id]
      .map(part => filled(style, account, roleName, part))
      .find(name => isPlainName(name))
    const first = name ?? filled({ ...style, template: '{id}-{role}' }, account, roleName, account.id)
    const unique = isFree(first) ? first : numbered(withIdIn(style, account, roleName, first), isFree)
    given.add(nameKey(unique))
    return asOneLine(unique)
  })
}

/** Returns what two names have in common that look the same, or that differ in case only. */
export function nameKey(name: string): string {
  if (isPlainAscii(name)) return name.toLowerCase()
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** Returns an account’s name as a part of a profile’s: its id if nothing else is left. */
export function accountPart(account: FoundAccount): string {
  const known = accountParts.get(account) ?? (part(account.name) || account.id)
  accountParts.set(account, known)
  return known
}

/** Each account has several roles, and names are made at each change of their style. */
const accountParts = new WeakMap<FoundAccount, string>()

/** Returns a permission set’s name as a part of a profile’s. */
export function rolePart(roleName: string): string {
  return part(roleName) || 'role'
}

function filled(
  { template, isLowerCase }: NameStyle,
  { id }: FoundAccount,
  roleName: string,
  account: string,
) {
  const values: Readonly<Record<string, string>> = { account, role: rolePart(roleName), id }
  const name = template.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole)
  const plain = cleaned(name, /[^\p{L}\p{M}\p{N}._@+/-]+/gu)
  return isLowerCase ? plain.toLowerCase() : plain
}

function withId(plain: string, { id }: FoundAccount): string {
  return plain === id ? id : `${plain}-${id}`
}

/** Returns a name that includes the account’s id, instead of one that is taken. */
function withIdIn(style: NameStyle, account: FoundAccount, roleName: string, name: string): string {
  if (name.includes(account.id)) return name
  const more = style.template.includes('{account}')
    ? filled(style, account, roleName, withId(accountPart(account), account))
    : `${name}-${account.id}`
  return isPlainName(more) ? more : `${name}-${account.id}`
}

function numbered(name: string, isFree: (name: string) => boolean): string {
  if (isFree(name)) return name
  let number = 2
  while (!isFree(`${name}-${number}`)) number++
  return `${name}-${number}`
}

/** Returns a text with only letters, digits and the signs that no tool takes for something else. */
function part(text: string): string {
  const plain = cleaned(text, /[^\p{L}\p{M}\p{N}._@+-]+/gu)
  return trimmed([...plain].slice(0, maxPartLength).join(''))
}

function cleaned(text: string, others: RegExp): string {
  if (isPlainAscii(text)) return trimmed(text.replace(others, '-'))
  const plain = text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return trimmed(plain.replace(others, '-'))
}

/** Whether a text has only visible characters of ASCII, as most names do. There may be thousands. */
function isPlainAscii(text: string): boolean {
  return /^[!-~]+$/.test(text)
}

function trimmed(text: string): string {
  return text.replace(/^[-\p{M}]+|-+$/gu, '')
}

/** Whether the name needs no quotes in a header and isn’t taken for anything else, such as a secret. */
function isPlainName(name: string): boolean {
  const header = `[profile ${name}]`
  // Most names are this plain, and there may be thousands.
  const isPlain = /^[\w./@+-]+$/.test(name) || (name !== '' && writeHeader(name, true) === header)
  return isPlain && (!mayHoldSecrets(header) || secretsIn([header])[0] === undefined)
}
