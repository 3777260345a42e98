/** A list's data on one account, not checked yet. */
export interface FoundAccount {
  /** As written; 12 digits if valid. */
  readonly id: string
  /** Undefined if the list gives none. */
  readonly name: string | undefined
  /** Whether the account may be used, as far as the list says. */
  readonly active: boolean
}

/** The result of reading a text, or why it can't be read. */
export type AccountsReading =
  | {
      readonly kind: 'found'
      readonly accounts: readonly FoundAccount[]
      /** The number of lists, one per page, and how many of them say that another page follows. */
      readonly pages: number
      readonly open: number
    }
  /** It has account ids, but doesn't say for certain which name belongs to which. */
  | { readonly kind: 'unclear' }
  /** It has an account's permission sets, but no names. */
  | { readonly kind: 'permission-sets' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'broken' }
  /** It can only be meant for a program, but names no account. */
  | { readonly kind: 'nothing' }

const idKeys = ['accountid', 'awsaccountid', 'accountnumber', 'id', 'account']
const nameKeys = ['accountname', 'awsaccountname', 'name']
const stateKeys = ['state', 'status', 'accountstate', 'accountstatus']

/** Normalizes a key or a column heading: `Account ID`, `account_id` and `accountId` become the same. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, '')
}

/** Returns the account's id, under whichever key the record has it, or undefined. */
export function idIn(record: ReadonlyMap<string, string>): string | undefined {
  return firstOf(record, idKeys)
}

/** Returns the account's name, under whichever key the record has it, or undefined. */
export function nameIn(record: ReadonlyMap<string, string>): string | undefined {
  return firstOf(record, nameKeys)
}

/** Whether a key from `plainKey` is one for an account's id. */
export function isIdKey(key: string): boolean {
  return idKeys.includes(key)
}

/** Whether a key from `plainKey` is one for an account's name. */
export function isNameKey(key: string): boolean {
  return nameKeys.includes(key)
}

/** Whether a record's account may be used. AWS Organizations uses the key `State`, formerly `Status`. */
export function isActive(record: ReadonlyMap<string, string>): boolean {
  const state = firstOf(record, stateKeys)
  return state === undefined || isActiveState(state)
}

/** Whether a word is an account state. Source: AWS Organizations API reference, `Account`. */
export function isState(word: string): boolean {
  return /^(?:active|suspended|closed|pending_activation|pending_closure|pending activation|pending closure)$/i.test(
    word,
  )
}

/** Whether an account in this state, in any case, may be used. */
export function isActiveState(state: string): boolean {
  return state.trim().toLowerCase() === 'active'
}

function firstOf(record: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = record.get(key)
    if (value !== undefined && value !== '') return value
  }
  return undefined
}
