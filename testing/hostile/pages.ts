import type { PageBehavior } from '../demo-console'

/** A page that lies, and what the menu then says. `works` means that it shows the role as usual. */
export interface Lie {
  readonly what: string
  readonly page: PageBehavior
  readonly says: RegExp | 'works'
}

/** Returns the source of a program for a page to run. */
function program(main: () => void): string {
  return `(${main})()`
}

/** The page's own objects at the time of the check. */
interface Page {
  ConsoleNavService: unknown
  AWSC: unknown
}

const signedOut = /You’re signed out here/
const foreign = (host: string): Lie => ({
  what: `names the sign-in host ${host.slice(0, 60)}`,
  page: { sessionData: { signInEndpoint: host } },
  says: /sign-in host/,
})
const data = (what: string, sessionData: PageBehavior['sessionData'] & (string | object)): Lie => ({
  what: `has session data that are ${what}`,
  page: { sessionData },
  says: /awsc-session-data/,
})
/** The account is only in the page's own object, so that its value decides. */
const silent = { sessionData: null } as const
const object = (what: string, main: () => void, says: Lie['says'] = signedOut): Lie => ({
  what,
  page: { ...silent, script: program(main) },
  says,
})

export const lies: readonly Lie[] = [
  foreign('signin.aws.amazon.com.evil.example'),
  foreign('evil.example#signin.aws.amazon.com'),
  foreign('evil.example/signin.aws.amazon.com'),
  foreign('signin.aws.amazon.com@evil.example'),
  foreign('signin.aws.amazon.com:8443'),
  foreign('https://signin.aws.amazon.com'),
  foreign('signin.aws.amazon.com.'),
  foreign('signin.amazonaws.cn'),
  foreign('x.signin.aws.amazon.com'),
  foreign('ѕignin.aws.amazon.com'),
  foreign('127.0.0.1'),
  foreign('a.'.repeat(8_000)),
  data('no JSON', '{'),
  data('a list', '[]'),
  data('a text', '"text"'),
  data('null', 'null'),
  data('nested very deeply', '['.repeat(1_000_000)),
  data('a million characters long', `{"x":"${'x'.repeat(1_000_000)}"}`),
  {
    what: 'has names that are numbers, lists and objects',
    page: {
      ...silent,
      accountInfo: { loginDisplayNameAccount: 111122223333, loginDisplayNameUser: ['engineer'] },
    },
    says: signedOut,
  },
  {
    what: 'has names of a million characters',
    page: { accountInfo: { loginDisplayNameUser: 'x'.repeat(1_000_000) } },
    says: 'works',
  },
  {
    what: 'says that the account is a script',
    page: { ...silent, accountInfo: { loginDisplayNameAccount: '<img src=x onerror=alert(1)>' } },
    says: /missing|doesn.t say|loginDisplayNameAccount/,
  },
  object('throws where it is asked', () => {
    Object.defineProperty(window, 'ConsoleNavService', {
      get() {
        throw new Error('no')
      },
    })
  }),
  object('throws something that throws', () => {
    Object.defineProperty(window, 'ConsoleNavService', {
      get() {
        throw new Proxy(
          {},
          {
            get() {
              throw new Error('again')
            },
          },
        )
      },
    })
  }),
  object('has a proxy that throws at every question', () => {
    const deny = () => {
      throw new Error('no')
    }
    const page = window as unknown as Page
    page.ConsoleNavService = new Proxy({}, { get: deny, has: deny, ownKeys: deny, getPrototypeOf: deny })
  }),
  object('has a proxy that has itself for everything', () => {
    const page = window as unknown as Page
    const endless: unknown = new Proxy(() => {}, { get: () => endless, apply: () => endless })
    page.ConsoleNavService = endless
  }),
  object('has an object that holds itself', () => {
    const page = window as unknown as Page
    const cyclic: Record<string, unknown> = {}
    cyclic.AccountInfo = cyclic
    cyclic.loginDisplayNameAccount = cyclic
    page.ConsoleNavService = cyclic
  }),
  object('has promises for names', () => {
    const page = window as unknown as Page
    page.ConsoleNavService = { AccountInfo: { loginDisplayNameAccount: new Promise(() => {}) } }
  }),
  object(
    'gives another answer each time',
    () => {
      const page = window as unknown as Page
      let asked = 0
      page.ConsoleNavService = {
        AccountInfo: {
          get loginDisplayNameAccount() {
            asked++
            return asked === 1 ? {} : '999988887777'
          },
        },
      }
    },
    'works',
  ),
  object('takes what is put into any object', () => {
    for (const name of ['loginAccount', 'sessionData', 'signInEndpoint']) {
      Object.defineProperty(Object.prototype, name, { get: () => ({ evil: true }), set() {} })
    }
  }),
  object('has no functions to look for elements', () => {
    Object.assign(document, { querySelector: () => ({ getAttribute: () => ({}), textContent: {} }) })
    Object.assign(window, { ConsoleNavService: undefined })
  }),
  {
    what: 'has functions of texts that throw',
    page: {
      script: program(() => {
        String.prototype.trim = () => {
          throw new Error('no')
        }
      }),
    },
    says: signedOut,
  },
  {
    what: 'turns every object into another text',
    page: {
      script: program(() => {
        Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'evil' })
      }),
    },
    says: 'works',
  },
  {
    what: 'is a message and a script to whoever listens',
    page: {
      script: program(() => {
        for (const message of ['synchronize', 'refresh-team', 'mark', { action: 'updateConfig' }]) {
          window.postMessage(message, '*')
          window.dispatchEvent(new CustomEvent('message', { detail: message }))
          document.dispatchEvent(new CustomEvent('rolecall', { detail: message }))
        }
      }),
    },
    says: 'works',
  },
]

/** A page that lies only when the user switches, and what the menu then says. */
export interface SwitchLie {
  readonly what: string
  readonly mode: 'classic' | 'multi-session'
  readonly script: string
  readonly says: RegExp
}

const token = (what: string, main: () => void): SwitchLie => ({
  what: `has a token that ${what}`,
  mode: 'classic',
  script: program(main),
  says: /no CSRF token/,
})
const answer = (what: string, main: () => void, says: RegExp): SwitchLie => ({
  what,
  mode: 'multi-session',
  script: program(main),
  says,
})

export const switchLies: readonly SwitchLie[] = [
  token('throws', () => {
    Object.assign(window, {
      AWSC: {
        get Auth() {
          throw new Error('no')
        },
      },
    })
  }),
  token('is an object', () => {
    Object.assign(window, { AWSC: { Auth: { getMbtc: () => ({ toString: () => 'token' }) } } })
  }),
  ...[
    ['is empty', "''"],
    ['is blank', "'  '"],
    ['is NaN', 'NaN'],
    ['is a boxed NaN', 'new Number(NaN)'],
    ['is infinite', '1 / 0'],
    ['is undefined', 'undefined'],
    ['is the word undefined', "'undefined'"],
    ['is null', 'null'],
    ['is a list', '[7]'],
    ['is a function', '() => 7'],
    ['is a promise of an object', 'Promise.resolve({})'],
    ['is the text of an object', 'String({})'],
  ].map(
    ([what = '', value]): SwitchLie => ({
      what: `has a token that ${what}`,
      mode: 'classic',
      script: `window.AWSC = { Auth: { getMbtc: () => (${value}) } }`,
      says: /no CSRF token/,
    }),
  ),
  token('is refused', () => {
    Object.assign(window, { AWSC: { Auth: { getMbtc: () => Promise.reject(new Error('no')) } } })
  }),
  token('never comes', () => {
    Object.assign(window, { AWSC: { Auth: { getMbtc: () => new Promise(() => {}) } } })
  }),
  answer(
    'gives an answer that holds itself',
    () => {
      const cyclic: Record<string, unknown> = { status: 200 }
      cyclic.destination = cyclic
      cyclic.json = async () => cyclic
      window.fetch = async () => cyclic as unknown as Response
    },
    /recognize AWS’s response/,
  ),
  answer(
    'gives an answer that throws where it is read',
    () => {
      const answer = {
        get status() {
          throw new Error('a trap')
        },
        json: async () => ({}),
      }
      window.fetch = async () => answer as unknown as Response
    },
    /a trap/,
  ),
  answer(
    'sends on to another host',
    () => {
      const answer = { status: 200, json: async () => ({ destination: 'https://evil.example/console' }) }
      window.fetch = async () => answer as unknown as Response
    },
    /“evil\.example”, which isn’t an AWS site/,
  ),
  answer(
    'never answers, and has no clock',
    () => {
      window.fetch = () => new Promise(() => {})
      AbortSignal.timeout = () => new AbortController().signal
    },
    /no response within 15 seconds/,
  ),
]
