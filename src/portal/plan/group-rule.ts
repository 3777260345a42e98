import { asOneLine } from '../../lib/one-line'
import type { FoundRole } from './found-role'

/** How roles from a portal are put into groups. */
export const groupRules = ['none', 'permission-set', 'first-word', 'last-word'] as const

export type GroupRule = (typeof groupRules)[number]

/** Returns a role’s group; '' for none. Words of an account’s name are separated by spaces, hyphens and the like. */
export function groupOf({ account, roleName }: FoundRole, rule: GroupRule): string {
  if (rule === 'none') return ''
  if (rule === 'permission-set') return roleName
  const words = asOneLine(account.name)
    .split(/[\s._/|:-]+/u)
    .filter(Boolean)
  return words.at(rule === 'first-word' ? 0 : -1) ?? ''
}
