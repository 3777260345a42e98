import { describe, expect, it } from 'vitest'
import { classic, multiSession, pages } from './fixtures/pages'
import type { PageFacts } from './page-facts'
import type { Partition } from './partitions'
import { readSession } from './read-session'
import type { SessionFailure } from './session'

const base = { id: '111122223333' }
const aliasBase = { alias: 'acme-base' }
const hub = { id: '444455556666' }
const aliasHub = { id: '444455556666', alias: 'acme-hub' }
const classicMode = { kind: 'classic' }
const mode = { kind: 'multi-session', differentiator: '111122223333-ab12cd34' }
const hubMode = { kind: 'multi-session', differentiator: '444455556666-ef56gh78' }
const signedIn = { signedInRole: 'Engineering', user: 'federated@example.com' }
const center = { signedInRole: 'Power_User', user: 'center@example.com' }

const read = (facts: PageFacts, partition: Partition = 'aws', region?: string) =>
  readSession(facts, { partition, family: 'first', ...(region && { region }) })

/** Returns the reading without the alternative sign-in hosts. */
function withoutOthers(reading: ReturnType<typeof read>) {
  if ('failure' in reading) return reading
  const { otherSignInHosts: _, ...session } = reading.session
  return { session }
}

describe('a session', () => {
  it('is the one that the address names, whatever the page says', () => {
    const session = '999900001111-aaaa1111'
    const reading = readSession(pages.multiSession, { partition: 'aws', family: 'first', session })
    expect(reading).toMatchObject({ session: { mode: { kind: 'multi-session', differentiator: session } } })
  })

  it.each([
    ['classicIamUser', { mode: classicMode, base, user: 'engineer' }],
    ['classicFederated', { mode: classicMode, base, ...signedIn }],
    ['classicIdentityCenter', { mode: classicMode, base, ...center }],
    [
      'classicSwitched',
      { mode: classicMode, base, user: 'engineer', switched: { account: hub, roleName: 'Hub' } },
    ],
    ['classicAlias', { mode: classicMode, base: { ...aliasBase, ...base }, user: 'engineer' }],
    [
      'classicAliasSwitched',
      {
        mode: classicMode,
        base: aliasBase,
        user: 'engineer',
        switched: { account: aliasHub, roleName: 'Hub' },
      },
    ],
    ['classicInWords', { mode: classicMode, base, user: 'engineer' }],
  ] as const)('of the page %s', (name, session) => {
    expect(withoutOthers(read(pages[name]))).toEqual({
      session: { partition: 'aws', signInHost: 'signin.aws.amazon.com', ...session },
    })
  })

  it.each([
    ['older', { mode: classicMode, base, user: 'engineer' }],
    [
      'olderSwitched',
      { mode: classicMode, base, user: 'engineer', switched: { account: hub, roleName: 'Hub' } },
    ],
    ['multiSession', { mode, base, user: 'engineer' }],
    [
      'multiSessionSwitched',
      {
        mode: hubMode,
        base: hub,
        signedInRole: 'Hub',
        switched: { account: hub, roleName: 'Hub' },
        login: { account: base, user: 'engineer' },
      },
    ],
    ['multiSessionAlias', { mode, base: { ...aliasBase, ...base }, user: 'engineer' }],
    [
      'multiSessionAliasSwitched',
      {
        mode: hubMode,
        base: aliasHub,
        signedInRole: 'Hub',
        switched: { account: aliasHub, roleName: 'Hub' },
        login: { account: aliasBase, user: 'engineer' },
      },
    ],
    ['multiSessionInWords', { mode, base, user: 'engineer' }],
  ] as const)('of the page %s', (name, session) => {
    expect(withoutOthers(read(pages[name]))).toEqual({
      session: { partition: 'aws', signInHost: 'us-east-1.signin.aws.amazon.com', ...session },
    })
  })

  it('takes the account from the ARN if the page shows none', () => {
    const facts = { sessionData: classic({ sessionARN: 'arn:aws:iam::111122223333:root' }) }
    expect(read(facts)).toMatchObject({ session: { base } })
  })

  it('takes the role from the ARN if the page shows no user', () => {
    const sessionARN = 'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Reader_0123456789abcdef/me'
    const expected = { session: { base, signedInRole: 'Reader' } }
    expect(read({ sessionData: classic({ sessionARN }) })).toMatchObject(expected)
    expect(read({ sessionData: multiSession({ sessionARN }) })).toMatchObject(expected)
  })

  it('doesn’t use an account as the base account if it may be the switched role’s', () => {
    const { loginAccount: _, ...facts } = pages.classicSwitched
    expect(read(facts)).toEqual({ failure: { kind: 'missing-fact', fact: 'loginDisplayNameAccount' } })
    expect(read({ ...pages.classicSwitched, loginAccount: 'Acme Base' })).toHaveProperty('failure')
  })

  it('doesn’t use an id for the switched role if it may be the sign-in’s', () => {
    const sessionARN = 'arn:aws:iam::111122223333:user/engineer'
    const facts = { ...pages.classicAliasSwitched, sessionData: classic({ sessionARN }) }
    expect(read(facts)).toMatchObject({ session: { switched: { account: { alias: 'acme-hub' } } } })
    expect(read(facts)).not.toHaveProperty('session.switched.account.id')
  })

  it('never uses the sign-in as a switched role’s base account in multi-session mode', () => {
    const { loginUser: _, ...switched } = pages.multiSessionSwitched
    for (const roleAccount of ['Acme Hub', '', undefined]) {
      const reading = read({ ...switched, roleAccount } as PageFacts)
      expect(reading).toMatchObject({ session: { base: hub, signedInRole: 'Hub' } })
    }
  })

  it('takes the switched role from the ARN if its name isn’t shown', () => {
    const { roleUser: _, ...switched } = pages.multiSessionSwitched
    expect(read(switched)).toMatchObject({ session: { signedInRole: 'Hub', switched: { roleName: 'Hub' } } })
  })

  it('doesn’t use the switched role as the signed-in one', () => {
    const { loginUser: _, ...switched } = pages.classicSwitched
    expect(read(switched)).not.toHaveProperty('session.signedInRole')
  })

  it('reads a role that is shown with a user', () => {
    const reading = read({ ...pages.classicSwitched, roleUser: 'Hub/engineer' })
    expect(reading).toMatchObject({ session: { switched: { roleName: 'Hub' } } })
  })

  it.each(['1111-2222-3333', '111122223333', ' 1111-2222-3333\n'])('reads the account %j', loginAccount => {
    expect(read({ ...pages.older, loginAccount })).toMatchObject({ session: { base } })
  })

  it.each(['Acme Base', '1111 2222 3333', 'ab', 'a'.repeat(64), '-acme', '１１１１２２２２３３３３'])(
    'doesn’t read %j as an account',
    loginAccount => {
      expect(read({ ...pages.older, loginAccount })).toEqual({
        failure: { kind: 'missing-fact', fact: 'loginDisplayNameAccount' },
      })
    },
  )

  it.each([
    ['engineer', { user: 'engineer' }],
    ['Engineering/engineer', { signedInRole: 'Engineering', user: 'engineer' }],
    ['AWSReservedSSO_A_B_0123456789abcdef/me', { signedInRole: 'A_B', user: 'me' }],
    ['AWSReservedSSO_A_0123/me', { signedInRole: 'AWSReservedSSO_A_0123', user: 'me' }],
  ])('reads the user %s', (loginUser, expected) => {
    const { session } = read({ ...pages.older, loginUser }) as { session: object }
    expect(session).toEqual({ ...session, ...expected })
    expect('signedInRole' in session).toBe('signedInRole' in expected)
  })
})

describe('no session', () => {
  it.each<readonly [string, PageFacts, SessionFailure]>([
    ['the page says nothing', {}, { kind: 'signed-out' }],
    ['a user alone is shown', { loginUser: 'engineer' }, { kind: 'signed-out' }],
    [
      'the session data names nobody',
      { sessionData: '{}' },
      { kind: 'missing-fact', fact: 'loginDisplayNameAccount' },
    ],
    [
      'multi-session names no session',
      { ...pages.multiSession, sessionData: multiSession({ sessionDifferentiator: undefined }) },
      { kind: 'missing-fact', fact: 'sessionDifferentiator' },
    ],
    ...['../../evil', '111122223333-ab12cd34/x', '1111-ab12cd34', '111122223333-ab12cd3é', 5, ['x']].map(
      sessionDifferentiator =>
        [
          `the session's name is ${JSON.stringify(sessionDifferentiator)}`,
          { ...pages.multiSession, sessionData: multiSession({ sessionDifferentiator }) },
          { kind: 'missing-fact', fact: 'sessionDifferentiator' },
        ] as const,
    ),
    ...['null', '[]', '5', '"text"', '{', '<meta>', `{"a": "${'x'.repeat(20_000)}"}`].map(
      sessionData =>
        [
          `the session data is ${sessionData.slice(0, 20)}`,
          { ...pages.classicIamUser, sessionData },
          { kind: 'missing-fact', fact: 'awsc-session-data' },
        ] as const,
    ),
  ])('is found if %s', (_, facts, failure) => {
    expect(read(facts)).toEqual({ failure })
  })
})

describe('the sign-in host', () => {
  const data = (content: object) => ({ ...pages.older, sessionData: JSON.stringify(content) })

  it.each([
    [
      'session data',
      { signInEndpoint: 'eu-west-1.signin.aws.amazon.com' },
      'eu-west-1.signin.aws.amazon.com',
    ],
    ['element', {}, 'us-east-1.signin.aws.amazon.com'],
    ['element, the session data being empty', { signInEndpoint: '' }, 'us-east-1.signin.aws.amazon.com'],
    ['element, the session data being no text', { signInEndpoint: 5 }, 'us-east-1.signin.aws.amazon.com'],
  ])('is that of the page’s %s', (_, content, signInHost) => {
    expect(read(data(content))).toMatchObject({ session: { signInHost } })
  })

  it.each([
    ['aws', undefined, 'signin.aws.amazon.com'],
    ['aws', 'eu-west-1', 'signin.aws.amazon.com'],
    ['aws-us-gov', 'us-gov-east-1', 'signin.amazonaws-us-gov.com'],
    ['aws-cn', 'cn-north-1', 'signin.amazonaws.cn'],
    ['aws-eusc', 'eusc-de-east-1', 'eusc-de-east-1.signin.amazonaws-eusc.eu'],
    ['aws-eusc', 'eusc-de-west-1', 'eusc-de-west-1.signin.amazonaws-eusc.eu'],
    ['aws-eusc', undefined, 'eusc-de-east-1.signin.amazonaws-eusc.eu'],
    ['aws-eusc', 'evil.example/', 'eusc-de-east-1.signin.amazonaws-eusc.eu'],
    ['aws', 'cn-north-1', 'signin.aws.amazon.com'],
  ] as const)('of %s with the region %s is %s if the page names none', (partition, region, signInHost) => {
    const sessionData = JSON.stringify({ infrastructureRegion: region })
    expect(read({ loginAccount: '111122223333', sessionData }, partition)).toMatchObject({
      session: { partition, signInHost },
    })
  })

  it('is guessed only if nothing names one', () => {
    const guessed = read({ loginAccount: '111122223333', sessionData: '{}' })
    expect(guessed).toMatchObject({ session: { isSignInGuessed: true } })
    expect(read(pages.older)).not.toHaveProperty('session.isSignInGuessed')
  })

  it('is the region’s before the global one in multi-session mode, if the page names none', () => {
    const { signInEndpoint: _, ...unnamed } = JSON.parse(pages.multiSession.sessionData)
    const facts = { ...pages.multiSession, sessionData: JSON.stringify(unnamed) }
    const place = { partition: 'aws', family: 'first', region: 'eu-west-1' } as const
    expect(readSession(facts, place)).toMatchObject({
      session: {
        signInHost: 'eu-west-1.signin.aws.amazon.com',
        otherSignInHosts: ['signin.aws.amazon.com'],
        isSignInGuessed: true,
      },
    })
    expect(readSession(facts, { ...place, family: 'dual-stack' })).toMatchObject({
      session: { signInHost: 'eu-west-1.signin.aws.com', otherSignInHosts: ['signin.aws.com'] },
    })
  })

  it('is the global one before the region’s in classic mode, if the page names none', () => {
    const facts = { loginAccount: '111122223333', sessionData: '{}' }
    expect(read(facts, 'aws-us-gov', 'us-gov-east-1')).toMatchObject({
      session: {
        signInHost: 'signin.amazonaws-us-gov.com',
        otherSignInHosts: ['us-gov-east-1.signin.amazonaws-us-gov.com'],
      },
    })
  })

  it.each<[string, Partition, string]>([
    ['us-gov-west-1.signin-fips.amazonaws-us-gov.com', 'aws-us-gov', ''],
    ['signin.aws.com', 'aws', ''],
    ['signin.amazonaws-eusc.eu', 'aws-eusc', 'eusc-de-east-1.signin.amazonaws-eusc.eu'],
    ['signin.aws.eu', 'aws-eusc', 'eusc-de-east-1.signin.aws.eu'],
  ])('that the page names, %s of %s, is used', (signInEndpoint, partition, used) => {
    const signInHost = used || signInEndpoint
    expect(read(data({ signInEndpoint }), partition)).toMatchObject({ session: { signInHost } })
  })

  it.each(['signin.aws.amazon.com.evil.example', 'signin.amazonaws.cn'])('is never %s', host => {
    const failure = { kind: 'foreign-sign-in-host', host }
    expect(read(data({ signInEndpoint: host }))).toEqual({ failure })
    expect(read({ ...pages.older, signInEndpoint: host })).toEqual({ failure })
    expect(read({ ...pages.multiSession, sessionData: multiSession({ signInEndpoint: host }) })).toEqual({
      failure,
    })
  })

  it('isn’t the element’s if the session data names a foreign one', () => {
    expect(read(data({ signInEndpoint: 'evil.example' }))).toMatchObject({
      failure: { host: 'evil.example' },
    })
  })

  it('is reported at a length that can be shown', () => {
    const { failure } = read(data({ signInEndpoint: `${'a.'.repeat(5000)}example` })) as {
      failure: { host: string }
    }
    expect(failure.host).toHaveLength(253)
  })
})

describe('a hostile page', () => {
  it.each([null, 0, true, 'text', ['a'], { toString: () => '111122223333' }])(
    'gains nothing from the fact %j',
    value => {
      const facts = {
        sessionData: value,
        signInEndpoint: value,
        loginAccount: value,
        loginUser: value,
        roleAccount: value,
        roleUser: value,
      } as unknown as PageFacts
      expect(read(facts)).toHaveProperty('failure')
    },
  )

  it.each([5, 'text', [], Number.NaN])('gains nothing from the facts %j', facts => {
    expect(read(facts as unknown as PageFacts)).toEqual({ failure: { kind: 'signed-out' } })
  })

  it.each([1, 'yes', 'TRUE', {}, [true], null])(
    'does not turn multi-session on with %j',
    prismModeEnabled => {
      const sessionData = classic({ prismModeEnabled })
      expect(read({ ...pages.classicIamUser, sessionData })).toMatchObject({ session: { mode: classicMode } })
    },
  )

  it.each([
    'arn:aws:iam::12345:user/a',
    'arn:aws:iam::111122223333:user/a'.toUpperCase(),
    'x arn:aws:iam::111122223333:root',
    5,
    { length: 1 },
  ])('can’t pass off %j as an ARN', sessionARN => {
    expect(read({ sessionData: classic({ sessionARN }) })).toHaveProperty('failure')
  })

  it('can’t choose the partition', () => {
    const sessionData = JSON.stringify({ infrastructureRegion: 'us-gov-west-1', partition: 'aws-us-gov' })
    expect(read({ ...pages.older, sessionData })).toMatchObject({ session: { partition: 'aws' } })
  })

  it('can’t reach in through a prototype', () => {
    const sessionData =
      '{"__proto__": {"prismModeEnabled": true, "sessionARN": "arn:aws:iam::111122223333:root"}}'
    expect(read({ sessionData })).toHaveProperty('failure')
  })
})
