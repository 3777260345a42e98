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
    ['the input of an older page', { input: new Input('token') }],
    ['the input where the function throws', { getMbtc: thrower, input: new Input('token') }],
    ['the input where the promise fails', { getMbtc: () => Promise.reject(), input: new Input('token') }],
    ['the input where the function gives no text', { getMbtc: () => ({}), input: new Input('token') }],
  ])('is taken from %s', async (_, page) => {
    show(page)
    expect(await postForm(url, fields, 1000)).toEqual({ kind: 'leaving' })
    expect(submitted).toMatchObject({ method: 'POST', action: url, target: '_top' })
    expect(submitted?.inputs.map(({ name, value }) => [name, value])).toEqual([
      ['action', 'switchFromBasis'],
      ['roleName', 'Operator'],
      ['csrf', 'token'],
    ])
  })

  it.each([
    ['no function', {}],
    ['no text', { getMbtc: () => 5 }],
    ['an empty one', { getMbtc: () => '' }],
    ['a promise that is never kept', { getMbtc: () => new Promise(() => {}) }],
    ['an empty input', { input: new Input('') }],
    ['an input that is none', { input: { value: 'token' } }],
  ])('is missing where the page has %s, and nothing is posted', async (_, page) => {
    show(page)
    expect(await postForm(url, fields, 1)).toEqual({ kind: 'no-csrf-token' })
    expect(submitted).toBeUndefined()
  })
})

describe('a form', () => {
  it("is blocked where the page's policy drops it", async () => {
    show({ getMbtc: () => 'token' })
    onSubmit = () =>
      document.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'form-action' }),
      )
    expect(await postForm(url, fields, 1000)).toEqual({ kind: 'blocked', directive: 'form-action' })
  })

  it('is given up where the page stays, another violation notwithstanding', async () => {
    show({ getMbtc: () => 'token' })
    onSubmit = () =>
      document.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { effectiveDirective: 'img-src' }),
      )
    expect(await postForm(url, fields, 1)).toEqual({ kind: 'timed-out' })
  })
})
