import { afterEach, describe, expect, it, vi } from 'vitest'
import { readPage } from './read-page'

/** A console page: its elements' contents by selector, and its own scripts' objects. */
function show(elements: Readonly<Record<string, unknown>>, objects: object = {}): void {
  vi.stubGlobal('window', objects)
  vi.stubGlobal('document', {
    querySelector(css: string) {
      if (!Object.hasOwn(elements, css)) return null
      return { getAttribute: () => elements[css], textContent: elements[css] }
    },
  })
}

/** The elements and objects of a current page. */
const elements = { 'meta[name="awsc-session-data"]': '{"prismModeEnabled":true}' }
const info = {
  loginDisplayNameAccount: '1111-2222-3333',
  loginDisplayNameUser: 'engineer',
  roleDisplayNameAccount: undefined,
  roleDisplayNameUser: undefined,
}

const thrower = () => {
  throw new Error('the page')
}

afterEach(() => vi.unstubAllGlobals())

describe('readPage', () => {
  it('reads the current console', () => {
    show(elements, {
      ConsoleNavService: {
        AccountInfo: { ...info, roleDisplayNameAccount: 'hub', roleDisplayNameUser: 'Hub' },
      },
    })
    expect(readPage()).toEqual({
      sessionData: '{"prismModeEnabled":true}',
      loginAccount: '1111-2222-3333',
      loginUser: 'engineer',
      roleAccount: 'hub',
      roleUser: 'Hub',
    })
  })

  it('reads the elements of older pages', () => {
    show({
      '#awsc-signin-endpoint': 'signin.aws.amazon.com',
      '#awsc-login-display-name-account': '\n 1111-2222-3333 ',
      '#awsc-login-display-name-user': 'engineer',
      '#awsc-role-display-name-account': '4444-5555-6666',
      '#awsc-role-display-name-user': 'Hub',
    })
    expect(readPage()).toEqual({
      signInEndpoint: 'signin.aws.amazon.com',
      loginAccount: '1111-2222-3333',
      loginUser: 'engineer',
      roleAccount: '4444-5555-6666',
      roleUser: 'Hub',
      form: 'elements',
    })
  })

  it('leaves out undefined and empty values', () => {
    show({ ...elements, '#awsc-role-display-name-user': '  ' }, { ConsoleNavService: { AccountInfo: info } })
    expect(readPage()).not.toHaveProperty('roleAccount')
    expect(readPage()).not.toHaveProperty('roleUser')
  })

  it.each([
    ['nothing', {}],
    ['undefined', { ConsoleNavService: undefined }],
    ['null', { ConsoleNavService: { AccountInfo: null } }],
    ['a text', { ConsoleNavService: 'AccountInfo' }],
    ['a getter that throws', Object.defineProperty({}, 'ConsoleNavService', { get: thrower })],
    [
      'a proxy that throws',
      { ConsoleNavService: { AccountInfo: new Proxy({}, { get: thrower, has: thrower }) } },
    ],
    [
      'names that aren’t text',
      {
        ConsoleNavService: {
          AccountInfo: {
            loginDisplayNameAccount: 111122223333,
            loginDisplayNameUser: { toString: () => 'engineer' },
            roleDisplayNameAccount: Promise.resolve('1111-2222-3333'),
            roleDisplayNameUser: ['Hub'],
          },
        },
      },
    ],
  ])('reads nothing if the console’s own object is %s', (_, objects) => {
    show({}, objects)
    expect(readPage()).toEqual({})
  })

  it('reads the element if the object throws', () => {
    const objects = Object.defineProperty({}, 'ConsoleNavService', { get: thrower })
    show({ '#awsc-login-display-name-account': 'acme-base' }, objects)
    expect(readPage()).toEqual({ loginAccount: 'acme-base', form: 'elements' })
  })

  it('reads nothing if the page has broken the document’s functions', () => {
    vi.stubGlobal('window', {})
    for (const querySelector of [thrower, undefined, 5, () => 5, () => ({ getAttribute: thrower })]) {
      vi.stubGlobal('document', { querySelector })
      expect(readPage()).toEqual({})
    }
  })

  it('copies no more of a text than the limit', () => {
    show(
      { 'meta[name="awsc-session-data"]': 'x'.repeat(1_000_000) },
      { ConsoleNavService: { AccountInfo: { loginDisplayNameUser: 'x'.repeat(1_000_000) } } },
    )
    expect(readPage()).toEqual({ sessionData: 'x'.repeat(16_384), loginUser: 'x'.repeat(16_384) })
  })

  it('never copies the CSRF token', () => {
    const getMbtc = vi.fn(() => 'secret')
    show({ ...elements, 'input[name="csrf"]': 'secret' }, { AWSC: { Auth: { getMbtc } } })
    expect(JSON.stringify(readPage())).not.toContain('secret')
    expect(getMbtc).not.toHaveBeenCalled()
  })
})
