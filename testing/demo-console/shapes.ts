import type { PageBehavior, SwitchAnswer } from './behavior'
import type { Partition } from './partitions'
import { type Shape, strictestShape, type TokenType } from './shape'
import type { Landing, Mode } from './sign-in'

/**
 * How certain a fact is. A: AWS's own code or documents. B: several independent tools. C: one tool or one report. D:
 * inferred.
 */
type Grade = 'A' | 'B' | 'C' | 'D'

/** The outcome for a user who presses the button, types a few letters and presses Enter. */
export type Expected =
  /** The user is in the role, on the requested page and in the requested region. */
  | 'switched'
  /** AWS's own switch form opens in its own tab, filled in. */
  | 'own form'
  /** The menu offers another sign-in host, and the user gets the role through it. */
  | 'another host'
  /** The menu shows a sentence with this part. */
  | { readonly says: string }
  /** AWS's own page says why it refuses. */
  | { readonly refusal: string }

/**
 * One known variant of the console, and the expected outcome of a switch there. Everything else is as in
 * `defaultShape`.
 */
export interface ShapeRow {
  /** Completes “A page that …” */
  readonly name: string
  readonly modes: readonly Mode[]
  /** `aws` by default. */
  readonly partition?: Partition
  /** The page that the user is on. */
  readonly landing?: Landing
  /** Region of the role. By default it has none, and stays in the page's. */
  readonly roleRegion?: string
  readonly shape?: Partial<Shape>
  readonly page?: PageBehavior
  /** The sign-in host's answer, unless it grants the switch. */
  readonly answer?: SwitchAnswer
  /** The user's session: in the base account, or in a role switched to before. */
  readonly from?: 'role'
  /** By mode, if the modes differ. `switched` by default. */
  readonly expected?: Expected | Readonly<Record<Mode, Expected>>
  readonly source: string
  readonly grade: Grade
  /** Why AWS Extend Switch Roles 6.1 doesn't switch here. */
  readonly peer?: string
}

const classic = ['classic'] as const
const multi = ['multi-session'] as const
const both = ['classic', 'multi-session'] as const
const map = 'AWS’s map of hosts'
const elsewhere = 'eu-west-1'

const tokens: readonly (readonly [TokenType, string, Grade])[] = [
  ['number', 'AWS’s own older script, which accepts nothing else', 'A'],
  ['negative number', 'a number like any other', 'D'],
  ['string', 'five switchers, which wrap it in String(…)', 'B'],
  ['numeric string', 'two switchers', 'B'],
  ['boxed number', 'two switchers', 'B'],
  ['boxed string', 'two switchers', 'B'],
  ['bigint', 'two switchers', 'B'],
  ['promise of number', 'two switchers', 'B'],
  ['promise of string', 'two switchers', 'B'],
  ['promise of boxed string', 'two switchers', 'B'],
  ['promise of bigint', 'two switchers', 'B'],
]

const region = (region: string, path = '/ec2/home#Instances:'): Landing => ({ path, region })
const bare = (region: string, family: Landing['family'] = 'standard'): Landing => ({
  path: `/ec2/home?region=${region}#Instances:`,
  region: null,
  family,
})
const other = (host: string, path: string): Landing => ({ host, path })

/** AESR's `content.js` reads the session data when the page has loaded, and AccountInfo when the menu opens. */
const readsDataOnce =
  'in multi-session mode AESR treats the page as a classic one, because it reads the session data only once, when the page has loaded'
const readsBothOnce =
  'AESR reads the session data only once, when the page has loaded, and AccountInfo only once, when its menu opens'
const notSupported = 'AESR doesn’t run on this domain'

/** Every known variant, by its differences. To add one, add a row. */
export const shapes: Readonly<Record<string, readonly ShapeRow[]>> = {
  'The token of the classic form': [
    ...tokens.map(
      ([token, source, grade]): ShapeRow => ({
        name: `returns its token as a ${token.replace('promise of ', 'promise of a ')}`,
        modes: classic,
        shape: { token },
        source,
        grade,
        ...(token.startsWith('promise') && { peer: 'AESR posts a promise as “[object Promise]”' }),
      }),
    ),
    {
      name: 'has its token in a field, as older pages do',
      modes: classic,
      shape: { token: 'element' },
      source: 'two switchers',
      grade: 'B',
      peer: 'AESR reads AWS’s objects, which such a page doesn’t have',
    },
  ],

  Hosts: [
    { name: 'is a regional console', modes: both, landing: region(elsewhere), source: map, grade: 'A' },
    { name: 'is the bare console', modes: both, landing: bare('us-west-2'), source: map, grade: 'A' },
    {
      name: 'is the bare console of dual-stack domains',
      modes: both,
      landing: bare('us-west-2', 'dual-stack'),
      source: map,
      grade: 'A',
      peer: notSupported,
    },
    {
      name: 'is a regional console of dual-stack domains',
      modes: both,
      landing: { region: elsewhere, family: 'dual-stack' },
      source: map,
      grade: 'A',
      peer: notSupported,
    },
    {
      name: 'is a service’s own host',
      modes: both,
      landing: other('s3.console.aws.amazon.com', '/s3/buckets?region=us-west-2'),
      source: 'AESR #175',
      grade: 'C',
    },
    {
      name: 'is AWS Health',
      modes: both,
      landing: other('health.aws.amazon.com', '/health/home'),
      source: map,
      grade: 'A',
    },
    {
      name: 'is Lightsail',
      modes: both,
      landing: other('lightsail.aws.amazon.com', '/ls/webapp/home'),
      source: map,
      grade: 'A',
    },

    {
      name: 'is a regional console of GovCloud',
      modes: both,
      partition: 'aws-us-gov',
      landing: region('us-gov-east-1'),
      source: map,
      grade: 'A',
    },
    {
      name: 'is the bare console of GovCloud, and names no sign-in host',
      modes: both,
      partition: 'aws-us-gov',
      landing: bare('us-gov-west-1'),
      shape: { signInEndpoint: 'nowhere' },
      source: `${map}; AESR #387`,
      grade: 'A',
    },
    {
      name: 'is GovCloud’s health dashboard under its older name',
      modes: both,
      partition: 'aws-us-gov',
      landing: other('phd.amazonaws-us-gov.com', '/phd/home'),
      source: map,
      grade: 'A',
    },
    {
      name: 'is GovCloud’s AWS Health',
      modes: both,
      partition: 'aws-us-gov',
      landing: other('health.amazonaws-us-gov.com', '/health/home'),
      source: map,
      grade: 'A',
      peer: notSupported,
    },
    {
      name: 'is a console of GovCloud with dual-stack domains',
      modes: both,
      partition: 'aws-us-gov',
      landing: { region: 'us-gov-west-1', family: 'dual-stack' },
      source: map,
      grade: 'A',
      peer: notSupported,
    },
    {
      name: 'names GovCloud’s sign-in host for FIPS',
      modes: both,
      partition: 'aws-us-gov',
      shape: { signIn: 'FIPS' },
      source: map,
      grade: 'A',
    },
    {
      name: 'names GovCloud’s sign-in host for FIPS of the region',
      modes: both,
      partition: 'aws-us-gov',
      shape: { signIn: 'FIPS of the region' },
      source: map,
      grade: 'A',
    },

    {
      name: 'is a regional console of China',
      modes: both,
      partition: 'aws-cn',
      landing: region('cn-northwest-1'),
      source: `${map}; that its policy allows the page itself is inferred`,
      grade: 'D',
    },
    {
      name: 'is the bare console of China, and names no sign-in host',
      modes: both,
      partition: 'aws-cn',
      landing: bare('cn-north-1'),
      shape: { signInEndpoint: 'nowhere' },
      source: `${map}; AESR #390`,
      grade: 'A',
    },
    {
      name: 'is China’s health dashboard under its older name',
      modes: both,
      partition: 'aws-cn',
      landing: other('phd.amazonaws.cn', '/phd/home'),
      source: map,
      grade: 'A',
      peer: notSupported,
    },
    {
      name: 'is China’s AWS Health',
      modes: both,
      partition: 'aws-cn',
      landing: other('health.amazonaws.cn', '/health/home'),
      source: map,
      grade: 'A',
    },
    {
      name: 'is the bare console of China with dual-stack domains',
      modes: both,
      partition: 'aws-cn',
      landing: bare('cn-north-1', 'dual-stack'),
      source: map,
      grade: 'A',
      peer: notSupported,
    },

    {
      name: 'is a regional console of the European Sovereign Cloud',
      modes: both,
      partition: 'aws-eusc',
      landing: region('eusc-de-east-1'),
      source: map,
      grade: 'A',
      peer: notSupported,
    },
    {
      name: 'is the bare console of the European Sovereign Cloud, and names no sign-in host',
      modes: both,
      partition: 'aws-eusc',
      landing: bare('eusc-de-east-1'),
      shape: { signInEndpoint: 'nowhere' },
      source: map,
      grade: 'A',
      peer: notSupported,
    },
    {
      name: 'names the European Sovereign Cloud’s bare sign-in host, which refuses',
      modes: both,
      partition: 'aws-eusc',
      shape: { signIn: 'bare' },
      source: 'AESR #407, #412',
      grade: 'B',
      peer: notSupported,
    },
    {
      name: 'is a console of the European Sovereign Cloud with dual-stack domains',
      modes: both,
      partition: 'aws-eusc',
      landing: { region: 'eusc-de-east-1', family: 'dual-stack' },
      source: map,
      grade: 'A',
      peer: notSupported,
    },
  ],

  Regions: [
    {
      name: 'redirects to the region that its address asks for',
      modes: both,
      landing: region('us-east-1'),
      roleRegion: 'ap-northeast-1',
      shape: { regionParameter: 'redirects' },
      source: 'AESR #201, and all switchers since',
      grade: 'B',
    },
    {
      name: 'shows another region in place',
      modes: both,
      landing: region('us-east-1'),
      roleRegion: 'ap-northeast-1',
      shape: { regionParameter: 'in place' },
      source: 'AESR #201, and all switchers since',
      grade: 'B',
    },
    {
      name: 'ignores the region that its address asks for',
      modes: both,
      landing: region('us-east-1'),
      roleRegion: 'ap-northeast-1',
      shape: { regionParameter: 'ignored' },
      source: 'AESR #296',
      grade: 'C',
      peer: 'AESR leaves the region to the page',
    },
    {
      name: 'is a regional console whose address has no parameter',
      modes: both,
      landing: other('us-east-1.console.aws.amazon.com', '/ec2/home#Instances:'),
      roleRegion: elsewhere,
      source: 'AESR #201, and all switchers since',
      grade: 'B',
      peer: 'AESR replaces a region in the address, but adds none',
    },
    {
      name: 'is the bare console, for a role of another region',
      modes: both,
      landing: bare('us-east-1'),
      roleRegion: elsewhere,
      source: 'AESR #201, and all switchers since',
      grade: 'B',
    },
    {
      name: 'belongs to a global service, for a role of another region',
      modes: both,
      landing: other('us-east-1.console.aws.amazon.com', '/iam/home#/roles'),
      roleRegion: elsewhere,
      source: 'AESR #175',
      grade: 'C',
    },
    {
      name: 'is China’s bare console, for a role of the other region',
      modes: both,
      partition: 'aws-cn',
      landing: bare('cn-north-1'),
      roleRegion: 'cn-northwest-1',
      source: 'AESR #390',
      grade: 'C',
    },
  ],

  'Form targets and page facts': [
    {
      name: 'doesn’t allow its forms to switch',
      modes: both,
      shape: { formAction: 'without switchrole' },
      expected: { classic: 'own form', 'multi-session': 'switched' },
      source: 'aws-switch-role-bookmark-generator #2 (2025-05)',
      grade: 'C',
      peer: 'in classic mode the page’s policy blocks AESR’s form',
    },
    {
      name: 'allows no forms at all',
      modes: both,
      shape: { formAction: 'none' },
      expected: { classic: 'own form', 'multi-session': 'switched' },
      source: 'AESR #260 (2022)',
      grade: 'C',
      peer: 'in classic mode the page’s policy blocks AESR’s form',
    },

    {
      name: 'names its sign-in host in an element, as before October 2025',
      modes: both,
      shape: { signInEndpoint: 'element' },
      source: 'AESR #372',
      grade: 'B',
    },
    {
      name: 'names the global sign-in host',
      modes: both,
      landing: region(elsewhere),
      shape: { signIn: 'global' },
      source: 'four tools of 2026',
      grade: 'B',
    },
    {
      name: 'has its facts in elements, as older pages do',
      modes: classic,
      shape: { facts: 'elements', token: 'element', signInEndpoint: 'element' },
      source: 'AESR’s older code',
      grade: 'B',
      peer: 'AESR reads AWS’s objects, which such a page doesn’t have',
    },
    {
      name: 'has no session data',
      modes: classic,
      page: { sessionData: null },
      source: 'four tools of 2026, which handle it',
      grade: 'C',
    },
    ...[500, 2_000, 6_000].map(
      (late): ShapeRow => ({
        name: `says who is signed in after ${late / 1_000} seconds`,
        modes: both,
        shape: { late: { data: late, info: late } },
        source: 'AESR #330, #336, #358',
        grade: 'B',
        peer: late < 1_000 ? readsDataOnce : readsBothOnce,
      }),
    ),
    {
      name: 'has its session data at once and AccountInfo after 2 seconds',
      modes: both,
      shape: { late: { data: 0, info: 2_000 } },
      source: 'AESR #330, #336, #358',
      grade: 'B',
      peer: 'AESR reads AccountInfo only once, when its menu opens',
    },
    {
      name: 'has AccountInfo at once and its session data after 2 seconds',
      modes: both,
      shape: { late: { data: 2_000, info: 0 } },
      source: 'AESR #330, #336, #358',
      grade: 'B',
      peer: readsDataOnce,
    },
    {
      name: 'has session data in an unknown format',
      modes: both,
      page: { sessionData: '{"session":' },
      expected: 'own form',
      source: 'AWS has changed its page five times since 2020',
      grade: 'D',
      peer: 'AESR treats such a page as a classic one, in either mode',
    },
  ],

  Combined: [
    {
      name: 'is as strict as possible',
      modes: both,
      landing: region(elsewhere),
      roleRegion: 'ap-northeast-1',
      shape: strictestShape,
      source: 'the rows of this table combined; `npm start` uses it',
      grade: 'D',
      peer: readsBothOnce,
    },
  ],

  'Multi-session sessions': [
    ...[4, 6, 40].map(
      (sessionName): ShapeRow => ({
        name: `has sessions whose names end in ${sessionName} letters or digits`,
        modes: multi,
        shape: { sessionName },
        source: sessionName === 6 ? 'an AWS guide' : 'tools that accept any length',
        grade: sessionName === 6 ? 'A' : 'B',
      }),
    ),
    {
      name: 'names no sign-in host, with a session of the region’s host',
      modes: multi,
      landing: region(elsewhere),
      shape: { signInEndpoint: 'nowhere', sessionHost: 'region' },
      source: 'one tool: only its own sign-in host knows a session',
      grade: 'C',
      peer: 'AESR uses the global host',
    },
    ...([401, 403, 404] as const).map(
      (unknownSession): ShapeRow => ({
        name: `names no sign-in host, with a session of the global host; the region’s host answers with ${unknownSession}`,
        modes: multi,
        landing: region(elsewhere),
        shape: { signInEndpoint: 'nowhere', sessionHost: 'global', unknownSession },
        source: 'one tool: only its own sign-in host knows a session; the status is inferred',
        grade: 'C',
      }),
    ),
    {
      name: 'has a session of another region’s sign-in host, and names that host',
      modes: multi,
      landing: region(elsewhere),
      roleRegion: 'ap-northeast-1',
      shape: { sessionHost: 'region' },
      source: 'one tool: only its own sign-in host knows a session',
      grade: 'C',
    },
    {
      name: 'needs a token before its request',
      modes: multi,
      shape: { mint: true },
      source: 'one tool, and AWS’s own script does so',
      grade: 'C',
    },
    {
      name: 'belongs to a role’s session, if only a tab of the base session may send the request',
      modes: multi,
      from: 'role',
      shape: { ownTabOnly: true },
      source: 'one tool',
      grade: 'C',
      peer: 'AESR uses the role’s own session, which other roles don’t trust',
    },
    {
      name: 'belongs to a role’s session',
      modes: both,
      from: 'role',
      source: 'AWS’s documentation',
      grade: 'A',
      peer: 'in multi-session mode AESR uses the role’s own session, which other roles don’t trust',
    },
    {
      name: 'has the session’s name in its address',
      modes: multi,
      shape: { address: 'login_hint' },
      source: 'saml2aws #1485',
      grade: 'C',
      peer: 'AESR keeps that name in the return URL',
    },
    {
      name: 'has the account in its address, which AWS uses',
      modes: multi,
      shape: { address: 'account' },
      source: 'one tool',
      grade: 'C',
      peer: 'AESR keeps that account in the return URL',
    },
    {
      name: 'leads to an address that names the new session only in its host',
      modes: multi,
      shape: { destination: 'host' },
      source: 'one tool',
      grade: 'C',
    },
    {
      name: 'leads to an address that names only the new session’s account',
      modes: multi,
      shape: { destination: 'account' },
      source: 'one tool',
      grade: 'C',
    },
    ...([201, 202] as const).map(
      (granted): ShapeRow => ({
        name: `grants a switch with ${granted}`,
        modes: multi,
        shape: { granted },
        source: 'tools that accept any 2xx',
        grade: 'D',
      }),
    ),
  ],

  Answers: [
    {
      name: 'is refused a switch, in a 200',
      modes: both,
      answer: { kind: 'refuse', errorCode: 'UNAUTHORIZED', message: 'You may not assume this role' },
      expected: {
        classic: { refusal: 'You may not assume this role' },
        'multi-session': { says: 'You may not assume this role' },
      },
      source: 'four tools of 2026',
      grade: 'B',
    },
    {
      name: 'is refused a switch, in a 403',
      modes: multi,
      answer: { kind: 'refuse', errorCode: 'ACCESS_DENIED', status: 403, message: 'Not this role' },
      expected: { says: 'Not this role' },
      source: 'two tools',
      grade: 'B',
    },
    {
      name: 'gets an unreadable answer',
      modes: multi,
      answer: { kind: 'junk', body: '<!doctype html>Hello' },
      expected: { says: 'recognize AWS’s response' },
      source: 'no source: AWS may answer anything',
      grade: 'D',
    },
    {
      name: 'has a sign-in host of its region that is down',
      modes: both,
      shape: { down: { host: 'region', how: 503 } },
      expected: 'another host',
      source: 'us-east-1 was down in 2021 and 2025',
      grade: 'C',
      peer: 'AESR uses only one host',
    },
    {
      name: 'has a sign-in host of its region that doesn’t answer',
      modes: both,
      shape: { down: { host: 'region', how: 'hang' } },
      expected: 'another host',
      source: 'us-east-1 was down in 2021 and 2025',
      grade: 'C',
      peer: 'AESR uses only one host',
    },
    {
      name: 'names the global sign-in host, which is down',
      modes: both,
      shape: { signIn: 'global', down: { host: 'global', how: 502 } },
      expected: 'another host',
      source: 'us-east-1 was down in 2021 and 2025',
      grade: 'C',
      peer: 'AESR uses only one host',
    },
  ],
}
