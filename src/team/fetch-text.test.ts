import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TeamAnswer } from '../../testing/team-server'
import { trust } from '../../testing/team-server/trust'
import { useTeamServer } from '../../testing/team-server/use-team-server'
import { maxListBytes } from '../config/parse/list-size'
import { type FetchOptions, fetchText } from './fetch-text'

const text = '[shop]\naws_account_id = 111122223333\nrole_name = Admin\ngroup = 本番\n'
const length = Buffer.byteLength(text)

const server = useTeamServer()
afterEach(() => vi.unstubAllGlobals())

function fetched(answer: TeamAnswer, options?: FetchOptions) {
  server().answer('/team.ini', answer)
  return fetchText(server().url('/team.ini'), options)
}

/** Makes the browser answer in a way that a server can't in Node. */
function stubAnswer(headers: Readonly<Record<string, string>>, type: ResponseType = 'basic'): void {
  const response = new Response(text, { headers })
  Object.defineProperties(response, { url: { value: 'https://example.com/' }, type: { value: type } })
  vi.stubGlobal('fetch', () => Promise.resolve(response))
}

const failure = (reason: object) => ({ kind: 'failed', reason })

describe('a text', () => {
  it('comes with its validators', async () => {
    expect(await fetched({ kind: 'text', text })).toEqual({
      kind: 'fresh',
      text,
      validators: { etag: expect.stringMatching(/^"\w+"$/), lastModified: expect.stringMatching(/ GMT$/) },
      finalUrl: server().url('/team.ini'),
      bytes: length,
    })
  })

  it.each(['both', 'etag', 'last-modified'] as const)('isn’t sent again (%s)', async validators => {
    const first = await fetched({ kind: 'text', text, validators })
    if (first.kind !== 'fresh') throw new Error(JSON.stringify(first))
    const again = () => fetchText(server().url('/team.ini'), { validators: first.validators })
    expect(await again()).toEqual({ kind: 'unchanged' })

    server().answer('/team.ini', { kind: 'text', text: `${text}color = ff0000\n`, validators })
    expect(await again()).toMatchObject({ kind: 'fresh', text: `${text}color = ff0000\n` })
  })

  it('has no validators if the server sends none', async () => {
    expect(await fetched({ kind: 'text', text, validators: 'none' })).toMatchObject({ validators: {} })
  })

  it.each(['', 'application/octet-stream', 'application/vnd.github.raw+json; charset=utf-8', 'text/plain'])(
    'may have the type %j',
    async type => {
      expect(await fetched({ kind: 'text', text, type })).toMatchObject({ kind: 'fresh', text })
    },
  )

  it('may be compressed', async () => {
    const long = text + '# comment\n'.repeat(10_000)
    expect(await fetched({ kind: 'text', text: long, encoding: 'gzip' })).toMatchObject({
      text: long,
      bytes: length + 100_000,
    })
    expect(await fetched({ kind: 'text', text: '[a]', encoding: 'gzip' })).toMatchObject({ text: '[a]' })
  })

  it('may be as long as the limit', async () => {
    const answer = { kind: 'flood', bytes: maxListBytes, as: 'chunks' } as const
    expect(await fetched(answer)).toMatchObject({ kind: 'fresh', bytes: maxListBytes })
  })

  it('may come over plain HTTP from this computer', async () => {
    server().answer('/team.ini', { kind: 'text', text })
    expect(await fetchText(`${server().plainOrigin}/team.ini`)).toMatchObject({ kind: 'fresh', text })
  })

  it.each([
    [{}, 'omit'],
    [{ cookies: true }, 'include'],
  ] as const)('is requested past every cache, and with %j is to %s cookies', async (options, credentials) => {
    const spy = vi.fn(() => Promise.reject(new Error()))
    vi.stubGlobal('fetch', spy)
    await fetchText('https://example.com/', options)
    const init = { credentials, cache: 'no-store', referrerPolicy: 'no-referrer' }
    expect(spy.mock.calls).toEqual([['https://example.com/', expect.objectContaining(init)]])
  })
})

describe('a text that any page may read', () => {
  it('has neither a meaningful length nor validators', async () => {
    // A compressed text fetched without a permission, which hides the compression.
    stubAnswer({ 'content-length': '20', 'last-modified': 'Wed, 25 Nov 2026 12:00:00 GMT' }, 'cors')
    expect(await fetchText('https://example.com/')).toMatchObject({ kind: 'fresh', text, validators: {} })
  })
})

describe('headers', () => {
  const headers = [
    ['PRIVATE-TOKEN', 's3cret'],
    ['Accept', 'application/vnd.github.raw+json'],
  ] as const

  it('are sent', async () => {
    expect(await fetched({ kind: 'text', text }, { headers })).toMatchObject({ kind: 'fresh' })
    expect(server().requests[0]?.headers).toMatchObject({
      'private-token': 's3cret',
      accept: 'application/vnd.github.raw+json',
    })
  })

  it('don’t change the validators', async () => {
    const options = { headers: [['if-none-match', '"x"']], validators: { etag: '"y"' } } as const
    await fetched({ kind: 'text', text }, options)
    expect(server().requests[0]?.headers['if-none-match']).toBe('"y"')
  })

  it('follow no redirect, not even to the same server', async () => {
    server().answer('/elsewhere.ini', { kind: 'text', text })
    for (const to of ['/elsewhere.ini', `${server().otherOrigin}/elsewhere.ini`]) {
      const result = await fetched({ kind: 'redirect', to }, { headers })
      expect(result).toEqual(failure({ kind: 'redirect-with-headers' }))
    }
    expect(server().requests.map(({ url }) => url)).toEqual(Array(2).fill(server().url('/team.ini')))
  })

  it.each([
    ['a line end', ['X-Token', 's3cret\r\nX: y']],
    ['a letter beyond Latin-1', ['X-Token', 's3cret本']],
    ['a space in its name', ['X-Token s3cret', '1']],
    ['no name', ['', 's3cret']],
  ] as const)('aren’t sent if one has %s', async (_, header) => {
    const result = await fetched({ kind: 'text', text }, { headers: [['Accept', '*/*'], header] })
    expect(result).toEqual(failure({ kind: 'bad-header', number: 2 }))
    expect(server().requests).toEqual([])
  })

  it('aren’t part of any failure', async () => {
    for (const answer of [
      { kind: 'status', status: 401 },
      { kind: 'redirect', to: '/' },
    ] as const) {
      expect(JSON.stringify(await fetched(answer, { headers }))).not.toMatch(/s3cret|token/i)
    }
  })
})

describe('cookies', () => {
  it('follow no redirect, so that they go to no other server', async () => {
    server().answer('/elsewhere.ini', { kind: 'text', text })
    for (const to of ['/elsewhere.ini', `${server().otherOrigin}/elsewhere.ini`]) {
      expect(await fetched({ kind: 'redirect', to }, { cookies: true })).toEqual(
        failure({ kind: 'redirect-with-cookies' }),
      )
    }
    expect(server().requests.map(({ url }) => url)).toEqual(Array(2).fill(server().url('/team.ini')))
  })
})

describe('redirects', () => {
  it('of a known text are followed without conditions if the browser blocks those', async () => {
    // As in a browser, which first asks the other origin whether it accepts conditions, and is refused.
    const { fetch } = globalThis
    vi.stubGlobal('fetch', (url: string, options: RequestInit) =>
      new Headers(options.headers).has('If-None-Match')
        ? Promise.reject(new TypeError('Failed to fetch'))
        : fetch(url, options),
    )
    server().answer('/found.ini', { kind: 'text', text })
    const to = `${server().otherOrigin}/found.ini`
    expect(await fetched({ kind: 'redirect', to }, { validators: { etag: '"x"' } })).toMatchObject({
      kind: 'fresh',
      finalUrl: to,
    })
  })

  it.each([301, 302, 303, 307, 308])('within the server are followed and reported (%i)', async status => {
    server().answer('/found.ini', { kind: 'text', text })
    expect(await fetched({ kind: 'redirect', to: '/found.ini', status })).toMatchObject({
      kind: 'fresh',
      finalUrl: server().url('/found.ini'),
      validators: { etag: expect.any(String) },
    })
  })

  it('to another origin are reported, and the text is fetched whole each time', async () => {
    server().answer('/found.ini', { kind: 'text', text })
    const to = `${server().otherOrigin}/found.ini`
    expect(await fetched({ kind: 'redirect', to })).toMatchObject({
      kind: 'fresh',
      finalUrl: to,
      validators: {},
    })
  })

  it('to plain HTTP are refused', async () => {
    server().answer('/found.ini', { kind: 'text', text })
    const to = `${server().plainOrigin}/found.ini`
    expect(await fetched({ kind: 'redirect', to })).toEqual(failure({ kind: 'insecure-redirect' }))
  })

  it('without end are rejected', async () => {
    expect(await fetched({ kind: 'redirect', to: '/team.ini' })).toEqual(failure({ kind: 'no-answer' }))
  })
})

describe('a failure', () => {
  it.each([400, 401, 403, 404, 410, 500, 503, 206])('%i is reported as it is', async status => {
    expect(await fetched({ kind: 'status', status })).toEqual(failure({ kind: 'status', status }))
  })

  it('says how long the server wants to be left alone', async () => {
    const answer = { kind: 'status', status: 503, headers: { 'retry-after': '120' } } as const
    expect(await fetched(answer)).toEqual(failure({ kind: 'status', status: 503, retryAfter: 120_000 }))
  })

  it('is a 304 without validators', async () => {
    expect(await fetched({ kind: 'status', status: 304 })).toEqual(failure({ kind: 'status', status: 304 }))
  })

  it.each([
    ['no answer', { kind: 'hang' }],
    ['an answer without end', { kind: 'drip', text }],
  ] as const)('is %s in time', async (_, answer) => {
    const signal = AbortSignal.timeout(200)
    expect(await fetched(answer, { signal })).toEqual(failure({ kind: 'time-out' }))
  })

  it.each(['length', 'chunk'] as const)('is a text cut off (%s)', async announced => {
    expect(await fetched({ kind: 'cut', text, announced })).toEqual(failure({ kind: 'cut-off' }))
  })

  it('is a text that doesn’t match its length', async () => {
    // What Firefox returns if the connection ends early.
    stubAnswer({ 'content-length': `${length + 1}` })
    expect(await fetchText('https://example.com/')).toEqual(failure({ kind: 'cut-off' }))
  })

  it.each([
    ['announced', 50_000_000],
    ['chunks', 50_000_000],
    ['gzip', 10_000_000_000],
    ['chunks', maxListBytes + 1],
  ] as const)('is a text that is too large (%s, %i bytes)', async (as, bytes) => {
    const answer = { kind: 'flood', bytes, as } as const
    expect(await fetched(answer)).toEqual(failure({ kind: 'too-large', most: maxListBytes }))
  })

  it.each([
    [
      'a page to log in',
      { kind: 'text', text: '<!doctype html><h1>Sign in</h1>', type: 'text/html' },
      'html',
    ],
    ['a page of another type', { kind: 'text', text: '\n<html>' }, 'html'],
    ['a page that is said to be one', { kind: 'text', text, type: 'text/html; charset=utf-8' }, 'html'],
    ['JSON', { kind: 'text', text: '{"message": "Not found"}' }, 'json'],
    ['nothing', { kind: 'text', text: '' }, 'empty'],
    ['blanks', { kind: 'text', text: ' \r\n\n' }, 'empty'],
    ['Latin-1', { kind: 'bytes', bytes: Buffer.from('[caf\xe9]', 'latin1') }, 'encoding'],
    ['UTF-16', { kind: 'bytes', bytes: Buffer.from('\uFEFF[a]', 'utf16le') }, 'encoding'],
    ['binary', { kind: 'bytes', bytes: Buffer.from([1, 2, 3, 0, 0, 255]) }, 'binary'],
  ] as const)('is %s', async (_, answer, kind) => {
    expect(await fetched(answer)).toEqual(failure({ kind }))
  })

  it('is an untrusted certificate', async () => {
    const undo = await trust('')
    expect(await fetched({ kind: 'text', text })).toEqual(failure({ kind: 'no-answer' }))
    undo()
    expect(server().requests).toEqual([])
  })

  it('is a server that doesn’t exist', async () => {
    expect(await fetchText('https://localhost:1/')).toEqual(failure({ kind: 'no-answer' }))
  })

  it('is a browser without a network', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(await fetchText('https://localhost:1/')).toEqual(failure({ kind: 'offline' }))
  })
})
