import type { PortalChange } from './index'
import { defaultPortal } from './portal-shape'

/** A variant of the access portal, and what a search finds there. */
export interface PortalRow {
  /** Completes “A portal that …”. */
  readonly name: string
  /** The page's address, if it isn't the usual one. */
  readonly at?: string
  readonly portal?: PortalChange
  /** `all`: every account and role. `part`: what the page shows, or what came before the end. `nothing`: no account. */
  readonly finds: 'all' | 'part' | 'nothing'
  /** How the search ends, other than complete. */
  readonly ends?: 'signed-out' | 'expired' | 'changed' | 'incomplete'
  /** As in docs/console.md. */
  readonly grade: 'A' | 'B' | 'C' | 'D'
  readonly source: string
}

const [first, ...others] = defaultPortal.accounts
const several = { pageSize: 2 } as const

const endWords = {
  missing: 'none',
  null: '`null`',
  empty: 'an empty one',
  'the string null': 'the text `null`',
} as const

/** Known variants of the access portal, by subject. docs/portal.md has them as a table. */
export const portalShapes: Readonly<Record<string, readonly PortalRow[]>> = {
  Addresses: [
    { name: 'is at a shared host', finds: 'all', grade: 'A', source: 'user guide' },
    {
      name: 'is at a dual-stack host of its own',
      at: 'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws/',
      finds: 'all',
      grade: 'A',
      source: 'user guide; aws-role-hop',
    },
    {
      name: 'is at an IPv4 host of its own',
      at: 'https://ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com/',
      finds: 'all',
      grade: 'A',
      source: 'user guide; AWS_SSO_Containers #39',
    },
    {
      name: 'is GovCloud’s',
      at: 'https://start.us-gov-home.awsapps.com/directory/d-1234567890',
      finds: 'all',
      grade: 'D',
      source: 'GovCloud user guide for the address; nobody has shown its requests',
    },
    {
      name: 'is China’s',
      at: 'https://start.home.awsapps.cn/directory/d-1234567890',
      finds: 'all',
      grade: 'D',
      source: 'AWS_SSO_Containers for the address; nobody has shown its requests',
    },
    {
      name: 'is the European Sovereign Cloud’s',
      at: 'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu/',
      finds: 'all',
      grade: 'D',
      source: 'AWS SDKs for the address; nobody has shown its requests',
    },
  ],

  Requests: [
    {
      name: 'takes only a form',
      portal: { shape: { ways: ['post'] } },
      finds: 'all',
      grade: 'C',
      source: 'aws-role-hop 0.2.0',
    },
    {
      name: 'answers a plain request with 400',
      portal: { shape: { ways: ['post'], otherwise: 400 } },
      finds: 'all',
      grade: 'C',
      source: 'aws-role-hop 0.2.0',
    },
    {
      name: 'has only the documented requests',
      portal: { shape: { ways: ['assignment'], otherwise: 404 } },
      finds: 'all',
      grade: 'D',
      source: 'documented for another host; nobody has tried it on the portal’s own',
    },
    ...([404, 'html', 'another shape'] as const).map(
      (otherwise): PortalRow => ({
        name: `answers no request as expected, but with ${otherwise === 404 ? '404' : otherwise === 'html' ? 'a page' : 'other data'}`,
        portal: { unfolded: 2, shape: { ways: [], otherwise, cookie: 'readable' } },
        finds: 'part',
        ends: 'changed',
        grade: 'D',
        source: 'AWS changed the page in 2024',
      }),
    ),
    {
      name: 'refuses every request, but shows roles',
      portal: { unfolded: 2, shape: { ways: [], otherwise: 401, cookie: 'readable' } },
      finds: 'part',
      ends: 'changed',
      grade: 'D',
      source: 'nobody has shown that the cookie alone is enough everywhere',
    },
    {
      name: 'answers the first request with 503',
      portal: { shape: { down: { status: 503, times: 1 } } },
      finds: 'all',
      grade: 'B',
      source: 'aws-sso-extender retries 5xx',
    },
    {
      name: 'breaks the first connection',
      portal: { shape: { down: { status: 'cut', times: 1 } } },
      finds: 'all',
      grade: 'D',
      source: 'any network may',
    },
  ],

  Pages: [
    ...(['paginationToken', 'nextToken', 'next_token'] as const).flatMap(token =>
      (['missing', 'null', 'empty', 'the string null'] as const).map(
        (end): PortalRow => ({
          name: `has pages with \`${token}\`, the last with ${endWords[end]}`,
          portal: { shape: { ...several, token, end } },
          finds: 'all',
          grade: token === 'paginationToken' && end !== 'the string null' ? 'B' : 'C',
          source: token === 'paginationToken' ? 'aws-sso-extender, AWS_SSO_Containers' : 'aws-role-hop',
        }),
      ),
    ),
    {
      name: 'asks for further pages in the address',
      portal: { shape: { ...several, pages: 'address' } },
      finds: 'all',
      grade: 'B',
      source: 'aws-sso-extender 1.9.7, on the service’s own host',
    },
  ],

  Accounts: [
    {
      name: 'has account names only in front of the id',
      portal: { shape: { names: 'in the name' } },
      finds: 'all',
      grade: 'B',
      source: 'older scripts, aws-role-hop',
    },
    {
      name: 'names no account',
      portal: { shape: { names: 'metadata without a name' } },
      finds: 'all',
      grade: 'C',
      source: 'aws-role-hop handles it',
    },
    {
      name: 'has accounts without an id',
      portal: { shape: { withoutId: 2 } },
      finds: 'all',
      grade: 'D',
      source: 'no source: AWS may answer anything',
    },
    {
      name: 'has two accounts of the same name',
      portal: { accounts: defaultPortal.accounts.map(account => ({ ...account, name: 'Shop' })) },
      finds: 'all',
      grade: 'A',
      source: 'AWS Organizations allows it',
    },
    {
      name: 'doesn’t know one of its accounts',
      portal: { shape: { unknown: [others[0]?.id ?? ''] } },
      finds: 'part',
      ends: 'incomplete',
      grade: 'A',
      source: '`ResourceNotFoundException`',
    },
    {
      name: 'has only applications',
      portal: { accounts: [], applications: ['Issue tracker', 'Wiki'] },
      finds: 'nothing',
      grade: 'B',
      source: 'aws-sso-extender',
    },
    {
      name: 'is in Japanese',
      portal: { shape: { language: 'ja' } },
      finds: 'all',
      grade: 'D',
      source: 'Rolecall reads no words',
    },
    {
      name: 'has no `#env`',
      portal: { shape: { env: false } },
      finds: 'all',
      grade: 'D',
      source: 'it was seen at shared hosts only',
    },
    {
      name: 'has one account',
      portal: { accounts: first ? [first] : [] },
      finds: 'all',
      grade: 'A',
      source: 'user guide',
    },
  ],

  Limits: [
    {
      name: 'answers each fourth request with 429',
      portal: { shape: { throttle: { every: 4 } } },
      finds: 'all',
      grade: 'B',
      source: 'aws-sso-extender #77, #172',
    },
    {
      name: 'answers each fourth request with 429 and the seconds to wait',
      portal: { shape: { throttle: { every: 4, retryAfter: 'seconds' } } },
      finds: 'all',
      grade: 'D',
      source: 'RFC 9110; no report has the header',
    },
    {
      name: 'answers each fourth request with 429 and the time to wait for',
      portal: { shape: { throttle: { every: 4, retryAfter: 'date' } } },
      finds: 'all',
      grade: 'D',
      source: 'RFC 9110; no report has the header',
    },
    ...([401, 403, 'html', 'redirect'] as const).map(
      (how): PortalRow => ({
        name: `ends the sign-in halfway, with ${how === 'html' ? 'a page' : how === 'redirect' ? 'a redirect' : how}`,
        portal: { shape: { ends: { after: 3, how } } },
        finds: 'part',
        ends: 'expired',
        grade: how === 401 ? 'A' : how === 403 ? 'C' : 'D',
        source: how === 401 ? '`UnauthorizedException`' : how === 403 ? 'aws-role-hop' : 'inferred',
      }),
    ),
    {
      name: 'isn’t signed in to',
      portal: { shape: { ends: { after: 0, how: 401 } } },
      finds: 'nothing',
      ends: 'signed-out',
      grade: 'A',
      source: '`UnauthorizedException`',
    },
  ],
}
