import { checkAccount, isRoleName } from '../config/parse/aws-values'

/**
 * A link to a console page that names the role to see it in. It is the page's own address with one parameter more, which
 * the console doesn't know and Rolecall's menu asks about: so it leads to the page for everybody.
 */
const parameter = 'rolecall'

/** The role that a link names: as whoever wrote it had it, which may be anyone. */
export interface LinkedRole {
  /** 12 digits, or an account alias. */
  readonly account: string
  /** With its path, without a leading slash. */
  readonly roleName: string
}

/** A link to the page at `url` in a role. */
export function roleLink(url: string, { account, roleName }: LinkedRole): string {
  const page = new URL(withoutRoleLink(url))
  // Text alone: `URLSearchParams` would encode the rest of the query anew.
  const mark = `${parameter}=${encodeURIComponent(`${account}/${roleName}`)}`
  page.search = page.search === '' ? `?${mark}` : `${page.search}&${mark}`
  return page.href
}

/** The role that a link names; undefined for a URL that is no such link, `malformed` where it names none that can be. */
export function linkedRole(url: string): LinkedRole | 'malformed' | undefined {
  const named = URL.canParse(url) ? new URL(url).searchParams.get(parameter) : null
  if (named === null) return undefined
  const slash = named.indexOf('/')
  const [account, roleName] = [named.slice(0, slash), named.slice(slash + 1)]
  return slash > 0 && checkAccount(account) === account && isRoleName(roleName)
    ? { account, roleName }
    : 'malformed'
}

/** The page's address without the `rolecall` parameter, which makes a link of it. */
export function withoutRoleLink(url: string): string {
  const page = new URL(url)
  const kept = page.search
    .slice(1)
    .split('&')
    .filter(pair => pair.split('=', 1)[0] !== parameter)
  page.search = kept.join('&')
  return page.href
}
