import { checkAccount, isRoleName } from '../config/parse/aws-values'

/**
 * The parameter of a link to a console page that names the role to see it in. The rest is the page's own address. The
 * console ignores the parameter and Rolecall's menu asks about it, so the link works for everyone.
 */
const roleParameter = 'rolecall'

/** The role that a link names. Anyone may have written it. */
export interface LinkedRole {
  /** 12 digits, or an account alias. */
  readonly account: string
  /** With its path, without a leading slash. */
  readonly roleName: string
}

export function roleLink(url: string, { account, roleName }: LinkedRole): string {
  const page = new URL(withoutRoleLink(url))
  // Edits the text, because `URLSearchParams` would re-encode the rest of the query.
  const parameterText = `${roleParameter}=${encodeURIComponent(`${account}/${roleName}`)}`
  page.search = page.search === '' ? `?${parameterText}` : `${page.search}&${parameterText}`
  return page.href
}

/** Returns the role that a link names: undefined if the URL isn't such a link, `malformed` if the role isn't valid. */
export function linkedRole(url: string): LinkedRole | 'malformed' | undefined {
  const named = URL.canParse(url) ? new URL(url).searchParams.get(roleParameter) : null
  if (named === null) return undefined
  const slash = named.indexOf('/')
  const [account, roleName] = [named.slice(0, slash), named.slice(slash + 1)]
  return slash > 0 && checkAccount(account) === account && isRoleName(roleName)
    ? { account, roleName }
    : 'malformed'
}

/** Returns the page's address without the `rolecall` parameter. */
export function withoutRoleLink(url: string): string {
  const page = new URL(url)
  const kept = page.search
    .slice(1)
    .split('&')
    .filter(pair => pair.split('=', 1)[0] !== roleParameter)
  page.search = kept.join('&')
  return page.href
}
