import { isAccountId } from '../aws/account-id'
import { compareAccounts, namedAccount } from '../aws/compare-accounts'
import type { Partition } from '../aws/partitions'
import { type ResourcePage, resourcePage } from '../aws/resources/resource-page'
import type { Account, Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { type Habits, inOrder } from '../roles/order'
import { partitionOf } from '../roles/partition-of'
import { search } from '../roles/search'
import { mentionsIn } from './mentions-in'
import type { LinkedPage } from './read-link'
import type { Pasted } from './read-pasted'

/** What Enter does with a pasted text: in which roles it can be seen, and which page of theirs it is. */
export interface Aim {
  readonly kind: Pasted['kind']
  /** The page to open; absent if the text names only an account or a role, so that it's the current page. */
  readonly page?: ResourcePage | (LinkedPage & { readonly by: 'link' })
  /** The account that the text names: 12 digits, or an alias. */
  readonly account?: string
  /** Its roles, best first. If the text names no account, all roles of its partition. */
  readonly roles: readonly Role[]
  /** Names of the account's roles that aren't offered. */
  readonly hidden: readonly string[]
  /** Whether the tab's own session is in that account, so that the page can be opened in it. */
  readonly isHere: boolean
}

/** Where a text is pasted. */
export interface Place {
  /** The roles that are offered. */
  readonly roles: readonly Role[]
  /** All roles of the list. */
  readonly all: readonly Role[]
  readonly habits: Habits
  readonly session?: Session | undefined
  /** The region of the current page. */
  readonly region?: string | undefined
}

/**
 * Returns what Enter does with a pasted text. Only roles of its account and partition are offered: those for the page
 * first, then the pinned ones, then by use. Linear in the number of roles.
 */
export function aimOf(pasted: Pasted, { roles, all, habits, session, region }: Place): Aim {
  if (pasted.kind === 'unreadable-arn') return { kind: pasted.kind, roles: [], hidden: [], isHere: false }
  const { account, partition, page, roleName } = factsOf(pasted, region)
  const known = account === undefined ? undefined : withAlias(account, all, session)
  const isWanted = (role: Role) =>
    (partition === undefined || partitionOf(role, session) === partition) &&
    (known === undefined || compareAccounts(namedAccount(role.account, role.accountAlias), known) === 'same')
  const candidates = inOrder(roles.filter(isWanted), 'frequent', habits, page?.url)
  const named =
    roleName === undefined || account === undefined ? [] : candidates.filter(role => isNamed(role, roleName))
  // A role's ARN is more likely to mean the role than its page in IAM.
  const isRole = pasted.kind === 'arn' && named.length > 0
  const found = named.length > 0 ? named : withWords(candidates, pasted.words)
  return {
    kind: pasted.kind,
    ...(page && !isRole && { page }),
    ...(account !== undefined && { account }),
    roles: found,
    hidden: account === undefined ? [] : hiddenAmong(all.filter(isWanted), roles),
    isHere: known !== undefined && isIn(session, known, partition),
  }
}

function hiddenAmong(wanted: readonly Role[], offered: readonly Role[]): readonly string[] {
  const shown = new Set(offered.map(({ name }) => name))
  return wanted.flatMap(({ name }) => (shown.has(name) ? [] : [name]))
}

interface PastedFacts extends Pick<Aim, 'account' | 'page'> {
  readonly partition?: Partition
  readonly roleName?: string | undefined
}

function factsOf(
  pasted: Exclude<Pasted, { readonly kind: 'unreadable-arn' }>,
  region: string | undefined,
): PastedFacts {
  switch (pasted.kind) {
    case 'account':
      return { account: pasted.account }
    case 'link': {
      const { partition, account, roleName, page } = pasted
      return {
        partition,
        ...(account !== undefined && { account }),
        roleName,
        ...(page && { page: { ...page, by: 'link' } }),
      }
    }
    case 'arn': {
      const { arn } = pasted
      const { account, partition } = arn
      const roleName = mentionsIn(arn.text)[0]?.roleName
      return {
        partition,
        ...(account !== undefined && { account }),
        roleName,
        page: resourcePage(arn, region),
      }
    }
  }
}

/** Whether the role has the name, with its path, or without it, as in a session's ARN. */
function isNamed({ roleName }: Role, name: string): boolean {
  const [own, wanted] = [roleName.toLowerCase(), name.toLowerCase()]
  return own === wanted || own.split('/').at(-1) === wanted
}

/** The words around an ARN may be meant to be searched for, or be the rest of a line. */
function withWords(roles: readonly Role[], words: string): readonly Role[] {
  const found = search(roles).find(words)
  return found.length > 0 ? found : roles
}

/** Returns the account with what the list or the session says it is also called. */
function withAlias(account: string, roles: readonly Role[], session: Session | undefined): Account {
  const named = namedAccount(account, undefined)
  const own = [session?.switched?.account, session?.base, session?.login?.account].find(
    one => one && compareAccounts(one, named) === 'same',
  )
  const listed = roles.find(
    role => role.accountAlias !== undefined && [role.account, role.accountAlias].includes(account),
  )
  const id = named.id ?? own?.id ?? (listed && isAccountId(listed.account) ? listed.account : undefined)
  const alias = named.alias ?? own?.alias ?? listed?.accountAlias
  return { ...(id !== undefined && { id }), ...(alias !== undefined && { alias }) }
}

function isIn(session: Session | undefined, account: Account, partition: Partition | undefined): boolean {
  if (!session || (partition !== undefined && session.partition !== partition)) return false
  return compareAccounts(session.switched?.account ?? session.base, account) === 'same'
}

/** Returns the roles that a text names. For a role that isn't listed, returns its account's roles. */
export function mentioned(roles: readonly Role[], text: string): readonly Role[] {
  const found = mentionsIn(text).flatMap(({ account, roleName }) => {
    const inAccount = roles.filter(role => role.account === account)
    const named = inAccount.filter(role => roleName !== undefined && isNamed(role, roleName))
    return named.length > 0 ? named : inAccount
  })
  return [...new Set(found)]
}
