import type { Role } from './role'

/** `file`: as the text has them. `name`: by name. `recent`: those switched to last first, the rest as in the text. */
export const orders = ['file', 'name', 'recent'] as const

export type Order = (typeof orders)[number]

/** Numbers in names count as numbers: `shop-2` comes before `shop-10`. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** The roles in the order wanted. `recent` are names, the last one first; those of no role don't matter. */
export function inOrder(roles: readonly Role[], order: Order, recent: readonly string[]): readonly Role[] {
  switch (order) {
    case 'file':
      return roles
    case 'name':
      return [...roles].sort((one, other) => collator.compare(one.name, other.name))
    case 'recent': {
      const ranks = new Map(recent.map((name, index) => [name, index]))
      const rank = ({ name }: Role) => ranks.get(name) ?? recent.length
      return [...roles].sort((one, other) => rank(one) - rank(other))
    }
  }
}
