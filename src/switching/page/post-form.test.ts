import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { postForm } from './post-form'

const url = 'https://signin.aws.amazon.com/switchrole'
const fields = { action: 'switchFromBasis', roleName: 'Operator' }

class Input {
  constructor(public value = '') {}
  name = ''
}

class Form {
  readonly inputs: Input[] = []
  append(input: Input): void {
    this.inputs.push(input)
  }
  remove(): void {}
  submit(): void {
    onSubmit(this)
  }
}

let submitted: Form | undefined
let onSubmit: (form: Form) => void
let older: unknown

const document = Object.assign(new EventTarget(), {
  createElement: (name: string) => (name === 'form' ? new Form() : new Input()),
  documentElement: { append: () => {} },
  querySelector: (css: string) => (css === 'input[name="csrf"]' ? older : null),
})

/** A page whose `getMbtc` is this, whose older input is that, and that is left when the form is submitted. */
function show({ getMbtc, input }: { getMbtc?: unknown; input?: unknown }): void {
  const window = Object.assign(new EventTarget(), { AWSC: { Auth: { getMbtc } } })
  older = input ?? null
  onSubmit = form => {
    submitted = form
    window.dispatchEvent(new Event('pagehide'))
  }
  vi.stubGlobal('window', window)
}

beforeEach(() => {
  submitted = undefined
  vi.stubGlobal('document', document)
  vi.stubGlobal('HTMLFormElement', Form)
  vi.stubGlobal('HTMLInputElement', Input)
})
afterEach(() => vi.unstubAllGlobals())

const thrower = () => {
  throw new Error('the page')
}

describe('the CSRF token', () => {
  it.each([
    ['a string', { getMbtc: () => 'token' }],
    ['a promise', { getMbtc: () => Promise.resolve('token') }],
    ['a text with blanks around it', { getMbtc: () => ' token\n' }],
    ['a boxed text', { getMbtc: () => Object('token') }],
    ['a promise of a boxed text', { getMbtc: () => Promise.resolve(Object('token')) }],
    ['the input of an older page', { input: new Input('token') }],
    ['the input if the function throws', { getMbtc: thrower, input: new Input('token') }],
    ['the input if the promise rejects', { getMbtc: () => Promise.reject(), input: new Input('token') }],
    ['the input if the function doesn’t return text', { getMbtc: () => ({}), input: new Input('token') }],
  ])('is read from %s', async (_, page) => {
    show(page)
    expect(await postForm([url], fields, 1000)).toEqual({ kind: 'leaving' })
    expect(submitted).toMatchObject({ method: 'POST', action: url, target: '_top' })
    expect(submitted?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['action', 'switchFromBasis'],
      ['roleName', 'Operator'],
      ['csrf', 'token'],
    ])
  })

  it.each([
    ['a number', 1234567890],
    ['zero', 0],
    ['a bigint', 12345678901234567890n],
    ['a boxed number', Object(1234567890)],
    ['a boxed bigint', Object(1n)],
    ['a promise of a number', Promise.resolve(1234567890)],
    ['a promise of a bigint', Promise.resolve(5n)],
  ])('is %s, as in AWS’s own form', async (_, minted) => {
    show({ getMbtc: () => minted })
    expect(await postForm([url], fields, 1000)).toEqual({ kind: 'leaving' })
    expect(submitted?.inputs.at(-1)).toMatchObject({ name: 'csrf', value: String(await minted) })
  })

  it.each([
    ['no function', {}],
    ['no number', { getMbtc: () => Number.NaN }],
    ['no finite number', { getMbtc: () => Number.POSITIVE_INFINITY }],
    ['undefined', { getMbtc: () => undefined }],
    ['null', { getMbtc: () => null }],
    ['an object', { getMbtc: () => ({ token: 'x' }) }],
    ['a function', { getMbtc: () => () => 'token' }],
    ['a boolean', { getMbtc: () => true }],
    ['a symbol', { getMbtc: () => Symbol('token') }],
    ['a list', { getMbtc: () => ['token'] }],
    ['a text that isn’t a token', { getMbtc: () => '[object Object]' }],
    ['the word undefined', { getMbtc: () => 'undefined' }],
    ['blanks', { getMbtc: () => '  ' }],
    ['a promise of nothing', { getMbtc: () => Promise.resolve() }],
    ['an empty one', { getMbtc: () => '' }],
    ['a promise that is never kept', { getMbtc: () => new Promise(() => {}) }],
    ['an empty input', { input: new Input('') }],
    ['an input that is a plain object', { input: { value: 'token' } }],
  ])('is missing if the page has %s, and nothing is posted', async (_, page) => {
    show(page)
    expect(await postForm([url], fields, 1)).toEqual({ kind: 'no-csrf-token' })
    expect(submitted).toBeUndefined()
  })
})

describe('a form', () => {
  it('is blocked if the page’s policy drops it', async () => {
    show({ getMbtc: () => 'token' })
    onSubmit = () =>
      document.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'form-action' }),
      )
    expect(await postForm([url], fields, 1000)).toEqual({ kind: 'blocked', directive: 'form-action' })
  })

  it('times out if the page stays, despite another violation', async () => {
    show({ getMbtc: () => 'token' })
    onSubmit = () =>
      document.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'img-src' }),
      )
    expect(await postForm([url], fields, 1)).toEqual({ kind: 'timed-out' })
  })

  it('goes to the next sign-in host if the first is forbidden', async () => {
    show({ getMbtc: () => 'token' })
    const tried: unknown[] = []
    const onSubmitted = onSubmit
    onSubmit = form => {
      const { action } = form as unknown as { action: string }
      tried.push(action)
      if (action !== url) return onSubmitted(form)
      return void document.dispatchEvent(violation())
    }
    const other = 'https://eu-west-1.signin.aws.amazon.com/switchrole'
    expect(await postForm([url, other], fields, 1000)).toEqual({ kind: 'leaving' })
    expect(tried).toEqual([url, other])
  })
})

function violation(): Event {
  return Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'form-action' })
}
