import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { switchRequest } from './switch-request'

const role: Role = {
  name: 'shop-production',
  account: '333344445555',
  roleName: 'team/Operator',
  color: 'd13212',
}

const classic: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: { id: '111122223333' },
}

const multiSession: Session = {
  ...classic,
  mode: { kind: 'multi-session', differentiator: '111122223333-ab12cd34' },
  signInHost: 'us-east-1.signin.aws.amazon.com',
}

const page = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:a=b%20c'
const sessionPage = page.replace('us-east-1.', '111122223333-ab12cd34.us-east-1.')

function displayName(name: string): string {
  const request = switchRequest({ ...role, name }, multiSession, page)
  return (request.kind === 'multi-session' && request.body.displayName) || ''
}

describe('a switch in classic mode', () => {
  it("posts the console's own form", () => {
    expect(switchRequest(role, classic, page)).toEqual({
      kind: 'classic',
      urls: ['https://signin.aws.amazon.com/switchrole'],
      fields: {
        mfaNeeded: '0',
        action: 'switchFromBasis',
        src: 'nav',
        account: '333344445555',
        roleName: 'team/Operator',
        displayName: 'shop-production',
        color: 'd13212',
        redirect_uri: encodeURIComponent(page),
      },
    })
  })

  it('returns in the role’s region', () => {
    // On the host that the page is on: its policy stops the way back to any other.
    const request = switchRequest({ ...role, region: 'eu-west-1' }, classic, page)
    const expected = page.replace('region=us-east-1', 'region=eu-west-1')
    expect(request).toMatchObject({ fields: { redirect_uri: encodeURIComponent(expected) } })
  })
})

describe('a switch in multi-session mode', () => {
  it('posts the console’s own JSON, with the page’s URL without the session', () => {
    expect(switchRequest(role, multiSession, sessionPage)).toEqual({
      kind: 'multi-session',
      urls: ['https://us-east-1.signin.aws.amazon.com/sessions/111122223333-ab12cd34/v1/switchrole'],
      tryAll: false,
      body: {
        account: '333344445555',
        roleName: 'team/Operator',
        displayName: 'shop-production',
        color: 'd13212',
        redirectUri: page,
      },
    })
  })

  it('returns in the role’s region', () => {
    const redirectUri = page.replaceAll('us-east-1', 'eu-west-1')
    const request = switchRequest({ ...role, region: 'eu-west-1' }, multiSession, sessionPage)
    expect(request).toMatchObject({ body: { redirectUri } })
  })
})

describe('the sign-in hosts', () => {
  const otherSignInHosts = ['eu-west-1.signin.aws.amazon.com']

  it('are all that may serve the page, best first', () => {
    expect(switchRequest(role, { ...classic, otherSignInHosts }, page)).toMatchObject({
      urls: [
        'https://signin.aws.amazon.com/switchrole',
        'https://eu-west-1.signin.aws.amazon.com/switchrole',
      ],
    })
  })

  it('are all tried if the page named none', () => {
    const guessed = { ...multiSession, otherSignInHosts, isSignInGuessed: true } as const
    expect(switchRequest(role, guessed, sessionPage)).toMatchObject({ tryAll: true })
  })
})

describe('the color', () => {
  it('is gray for a role without one, because AWS requires one', () => {
    const { color: _, ...plain } = role
    expect(switchRequest(plain, classic, page)).toMatchObject({ fields: { color: 'aaaaaa' } })
    expect(switchRequest(plain, multiSession, page)).toMatchObject({ body: { color: 'aaaaaa' } })
  })
})

describe('the display name', () => {
  it.each([
    ['a'.repeat(64), 'a'.repeat(64)],
    ['a'.repeat(65), 'a'.repeat(64)],
    ['店'.repeat(80), '店'.repeat(64)],
    [`${'a'.repeat(63)}🚀`, 'a'.repeat(63)],
    [`${'a'.repeat(62)}🚀b`, `${'a'.repeat(62)}🚀`],
    ['🚀'.repeat(40), '🚀'.repeat(32)],
    ['a\u202eb\u2069', 'a\uFFFDb\uFFFD'],
  ])('for %j is %j', (name, expected) => {
    expect(displayName(name)).toBe(expected)
  })

  it('is the start of the name, in whole characters, as long as AWS accepts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'é', '店', '🚀'), { maxLength: 80 }), characters => {
        const name = characters.join('')
        const shown = displayName(name)
        expect(name.startsWith(shown)).toBe(true)
        expect(shown.length).toBeLessThanOrEqual(64)
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(name.length, 63))
        expect(() => encodeURIComponent(shown)).not.toThrow()
      }),
    )
  })
})
