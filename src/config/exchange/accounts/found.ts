/** What a list says of one account, before it is checked. */
export interface FoundAccount {
  /** As it is written: 12 digits if it is right. */
  readonly id: string
  /** Undefined if the list gives none. */
  readonly name: string | undefined
  /** Whether it may be used, as far as the list says. */
  readonly active: boolean
}

/** What was read of a text, or why it can't be. */
export type Reading =
  | {
      readonly kind: 'found'
      readonly accounts: readonly FoundAccount[]
      /** How many lists there are, one a page, and how many of them say that another one follows. */
      readonly pages: number
      readonly open: number
    }
  /** It has account ids, but not for certain which name belongs to which. */
  | { readonly kind: 'unclear' }
  /** It has the permission sets of an account, and no names. */
  | { readonly kind: 'permission-sets' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'broken' }
  /** It can only be meant for a program, and names no account. */
  | { readonly kind: 'nothing' }

const idKeys = ['accountid', 'awsaccountid', 'accountnumber', 'id', 'account']
const nameKeys = ['accountname', 'awsaccountname', 'name']
const stateKeys = ['state', 'status', 'accountstate', 'accountstatus']

/** A key or a column's heading, as `Account ID`, `account_id` and `accountId` are the same. */
export function plainKey(key: string): string {
  return key.toLowerCase().replace(/[^a-z]/g, '')
}

/** What is written under one of the keys of an id; undefined if there is nothing. */
export function idIn(record: ReadonlyMap<string, string>): string | undefined {
  return firstOf(record, idKeys)
}

/** What is written under one of the keys of a name; undefined if there is nothing. */
export function nameIn(record: ReadonlyMap<string, string>): string | undefined {
  return firstOf(record, nameKeys)
}

/** Whether a key is one of an account's id, as `plainKey` gives it. */
export function isIdKey(key: string): boolean {
  return idKeys.includes(key)
}

/** Whether a key is one of an account's name, as `plainKey` gives it. */
export function isNameKey(key: string): boolean {
  return nameKeys.includes(key)
}

/** Whether a record's account may be used. AWS Organizations says it as `State`, and before that as `Status`. */
export function isActive(record: ReadonlyMap<string, string>): boolean {
  const state = firstOf(record, stateKeys)
  return state === undefined || isActiveState(state)
}

/** Whether a word is a state of an account. Source: AWS Organizations API reference, `Account`. */
export function isState(word: string): boolean {
  return /^(?:active|suspended|closed|pending_activation|pending_closure|pending activation|pending closure)$/i.test(
    word,
  )
}

/** Whether a state of an account, in any case, lets it be used. */
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
