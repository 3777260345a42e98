import { isAccountId } from './account-id'
import type { Account } from './session'

/** The account that a profile names. `account` is 12 digits or an alias; `alias` may accompany an id. */
export function namedAccount(account: string, alias: string | undefined): Account {
  if (!isAccountId(account)) return { alias: account }
  return { id: account, ...(alias !== undefined && { alias }) }
}

/** Returns an account's alias, else its id: a role's page doesn't give the id of an account that it shows by alias. */
export function aliasOrId({ alias, id }: Account): string {
  return alias ?? id ?? ''
}

/** Whether two accounts are the same. `unknown`: only the id is known for one and only the alias for the other. */
export function compareAccounts(one: Account, other: Account): 'same' | 'different' | 'unknown' {
  if (one.id !== undefined && other.id !== undefined) return one.id === other.id ? 'same' : 'different'
  if (one.alias === undefined || other.alias === undefined) return 'unknown'
  return one.alias === other.alias ? 'same' : 'different'
}
