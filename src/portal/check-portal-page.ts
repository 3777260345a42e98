import { isAccountId } from '../aws/account-id'
import { isRegion } from '../aws/partitions'
import { isPermissionSet } from './found-limits'
import type { RawPage } from './page/read-portal-page'
import { accountName } from './read-answers'
import type { PageLink, PageReading } from './scan'

/** Returns what the page of a portal says, checked. */
export function checkPortalPage({ env, region, links }: RawPage): PageReading {
  const named = [regionIn(env), region].find(text => text !== undefined && isRegion(text))
  return {
    kind: 'page',
    ...(named !== undefined && { region: named }),
    links: links.flatMap(link => roleLink(link) ?? []),
  }
}

/** Returns the role of a link as the page writes it: `#/console?account_id=…&role_name=…`. */
function roleLink({ href, name }: RawPage['links'][number]): PageLink | undefined {
  const query = /#\/console\?(.+)$/.exec(href)?.[1]
  const parameters = new URLSearchParams(query ?? '')
  const account = parameters.get('account_id') ?? ''
  const roleName = parameters.get('role_name') ?? ''
  if (!isAccountId(account) || !isPermissionSet(roleName)) return undefined
  return { account, accountName: accountName(name), roleName }
}

function regionIn(env: string | undefined): string | undefined {
  try {
    const { region } = JSON.parse(env ?? '')
    return typeof region === 'string' ? region : undefined
  } catch {
    return undefined
  }
}
