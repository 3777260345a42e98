import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { postJson } from './post-json'

const url = 'https://signin.aws.amazon.com/sessions/111122223333-ab12cd34/v1/switchrole'
const body = { account: '333344445555', roleName: 'Operator' }
const page = new EventTarget()

beforeEach(() => vi.stubGlobal('document', page))
afterEach(() => vi.unstubAllGlobals())

/** What the page's `fetch` was called with, once it was answered by `answer`. */
async function post(answer: () => Promise<Response>, patience = 1000) {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(answer)
  vi.stubGlobal('fetch', fetch)
  return { result: await postJson(url, body, patience), call: fetch.mock.calls[0] }
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
  ])('gives status %i and %j as they are', async (status, said) => {
    expect((await post(json(said, status))).result).toEqual({ kind: 'answered', status, ...said })
  })

  it.each([[null], [[1, 2]], ['text'], [5], [{ destination: 5, errorCode: {}, message: ['x'], other: 'x' }]])(
    'takes nothing from the answer %j',
    async said => {
      expect((await post(json(said))).result).toEqual({ kind: 'answered', status: 200 })
    },
  )

  it('takes nothing from an answer that is no JSON', async () => {
    const { result } = await post(() => Promise.resolve(new Response('<html>', { status: 502 })))
    expect(result).toEqual({ kind: 'answered', status: 502 })
  })

  it('takes no more of a text than it may', async () => {
    const { result } = await post(json({ destination: 'x'.repeat(100_000) }))
    expect(result).toMatchObject({ destination: 'x'.repeat(16_384) })
  })

  it('says that it failed', async () => {
    const { result } = await post(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(result).toEqual({ kind: 'failed', message: 'TypeError: Failed to fetch' })
  })

  it('gives up when it has no more patience', async () => {
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    expect(await postJson(url, body, 1)).toEqual({ kind: 'timed-out' })
  })

  it.each([
    ['blocked', 'connect-src', 'https://signin.aws.amazon.com'],
    ['failed', 'img-src', 'https://signin.aws.amazon.com'],
    ['failed', 'connect-src', 'https://elsewhere.example'],
  ])('is %s where the page violates %s with %s', async (kind, effectiveDirective, blockedURI) => {
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
