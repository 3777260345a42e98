import { createHash } from 'node:crypto'

/** An account: its digits, and its name in the console if it has an alias. */
export interface Account {
  readonly id: string
  readonly alias?: string
}

const accountId = /^\d{12}$/
// Excludes the digits as the console shows them, which would pass for an alias that nobody has.
const accountAlias = /^(?!\d{4}-?\d{4}-?\d{4}$)(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/

/**
 * Returns the account that 12 digits or an alias refer to, or undefined if the text is neither. An alias that isn't in
 * `aliases` gets its own digits, the same each time.
 */
export function findAccount(text: string, aliases: Readonly<Record<string, string>>): Account | undefined {
  if (accountId.test(text)) {
    const alias = Object.keys(aliases).find(name => aliases[name] === text)
    return { id: text, ...(alias && { alias }) }
  }
  return accountAlias.test(text) ? { id: aliases[text] ?? inventedId(text), alias: text } : undefined
}

/** Returns the account as the console shows it: its alias, or `1234-5678-9012`. */
export function accountLabel({ id, alias }: Account): string {
  return alias ?? id.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
}

function inventedId(alias: string): string {
  const digits = BigInt(`0x${createHash('sha256').update(alias).digest('hex')}`)
  return (digits % 10n ** 12n).toString().padStart(12, '0')
}
