import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { postJson } from './post-json'

const url = 'https://signin.aws.amazon.com/sessions/111122223333-ab12cd34/v1/switchrole'
const body = { account: '333344445555', roleName: 'Operator' }
const page = new EventTarget()

beforeEach(() => {
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', {})
})
afterEach(() => vi.unstubAllGlobals())

/** Returns what the page's `fetch` was called with, after `answer` has responded. */
async function post(answer: () => Promise<Response>, timeoutMs = 1000) {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(answer)
  vi.stubGlobal('fetch', fetch)
  return { result: await postJson([url], false, body, timeoutMs), call: fetch.mock.calls[0] }
}

const json =
  (value: unknown, status = 200) =>
  () =>
    Promise.resolve(Response.json(value, { status }))

describe('postJson', () => {
  it("sends the console's own request, with the sign-in host's cookies", async () => {
    const { call } = await post(json({}))
    expect(call).toEqual([
      url,
      expect.objectContaining({
        method: 'POST',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-PROTECTION': '1' },
        body: JSON.stringify(body),
      }),
    ])
  })

  it.each([
    [200, { destination: 'https://console.aws.amazon.com/' }],
    [200, { errorCode: 'UNAUTHORIZED', message: 'No.' }],
    [403, { errorCode: 'DENIED' }],
    [200, {}],
  ])('returns status %i and %j as they are', async (status, said) => {
    expect((await post(json(said, status))).result).toEqual({ kind: 'answered', status, ...said })
  })

  it.each([[null], [[1, 2]], ['text'], [5], [{ destination: 5, errorCode: {}, message: ['x'], other: 'x' }]])(
    'reads nothing from the answer %j',
    async said => {
      expect((await post(json(said))).result).toEqual({ kind: 'answered', status: 200 })
    },
  )

  it('reads nothing from an answer that isn’t JSON', async () => {
    const { result } = await post(() => Promise.resolve(new Response('<html>', { status: 502 })))
    expect(result).toEqual({ kind: 'answered', status: 502 })
  })

  it('reads no more of a text than the limit', async () => {
    const { result } = await post(json({ destination: 'x'.repeat(100_000) }))
    expect(result).toMatchObject({ destination: 'x'.repeat(16_384) })
  })

  it('reports a failure', async () => {
    const { result } = await post(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(result).toEqual({ kind: 'failed', message: 'TypeError: Failed to fetch' })
  })

  it('gives up after its time limit', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    expect(await postJson([url], false, body, 1)).toEqual({ kind: 'timed-out' })
  })

  it.each([
    ['blocked', 'connect-src', 'https://signin.aws.amazon.com'],
    ['failed', 'img-src', 'https://signin.aws.amazon.com'],
    ['failed', 'connect-src', 'https://elsewhere.example'],
  ])('is %s if the page violates %s with %s', async (kind, effectiveDirective, blockedURI) => {
    const { result } = await post(() => {
      // As in a browser, the event comes after the rejection.
      setTimeout(() =>
        page.dispatchEvent(
          Object.assign(new Event('securitypolicyviolation'), { effectiveDirective, blockedURI }),
        ),
      )
      return Promise.reject(new TypeError('Failed to fetch'))
    })
    expect(result.kind).toBe(kind)
  })
})

describe('the sign-in hosts for a page that names none', () => {
  const [first, second] = ['https://first.example/', 'https://second.example/']
  const granted = { status: 200, body: { destination: 'https://console.aws.amazon.com/' } }
  const unknown = { status: 401, body: { errorCode: 'NOT_SIGNED_IN' } }
  const untrusted = { status: 200, body: { errorCode: 'UNAUTHORIZED' } }
  type Said = typeof granted | typeof unknown | undefined

  /** Returns how it ends if the two hosts respond so; undefined for one that can't be reached. */
  async function ask(tryAll: boolean, ...answers: readonly Said[]) {
    const asked: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url)
      const said = answers[asked.length - 1]
      if (!said) throw new TypeError('Failed to fetch')
      return Response.json(said.body, { status: said.status })
    })
    const result = await postJson([first, second], tryAll, body, 1000)
    return { result, asked: asked.length }
  }

  it.each([
    ['the first grants', granted, unknown, granted, 1],
    ['the first doesn’t know the session', unknown, granted, granted, 2],
    ['the first can’t be reached', undefined, granted, granted, 2],
    ['the second refuses the role', unknown, untrusted, untrusted, 2],
    ['the first refuses the role', untrusted, unknown, untrusted, 2],
    ['neither knows it', unknown, unknown, unknown, 2],
  ])('if %s', async (_, one, other, expected, asked) => {
    const ended = await ask(true, one, other)
    expect(ended.asked).toBe(asked)
    expect(ended.result).toEqual({ kind: 'answered', status: expected.status, ...expected.body })
  })

  it('aren’t tried further if the page named the first', async () => {
    expect(await ask(false, unknown, granted)).toMatchObject({ asked: 1, result: { status: 401 } })
  })
})

describe('the page’s token', () => {
  it.each([
    ['minted first', () => 5],
    ['minted first, if that fails too', () => Promise.reject(new Error('the page'))],
    [
      'minted first, if that throws too',
      () => {
        throw new Error('the page')
      },
    ],
  ])('is %s, and not sent', async (_, mint) => {
    const getMbtc = vi.fn(mint)
    vi.stubGlobal('window', { AWSC: { Auth: { getMbtc } } })
    const { result, call } = await post(json({ destination: 'https://console.aws.amazon.com/' }))
    expect(result).toMatchObject({ kind: 'answered' })
    expect(getMbtc).toHaveBeenCalledTimes(1)
    expect(JSON.stringify(call)).not.toContain('csrf')
  })
})
