import { describe, expect, it } from 'vitest'
import { useTeamServer } from '../../testing/team-server/use-team-server'
import { type Gathered, gatherTeam, type TeamFile } from './gather-team'

const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'

const server = useTeamServer()

const url = (name: string) => server().url(`/${name}`)

/** Makes the server return texts by name, each with the files that it includes. */
function serve(files: Readonly<Record<string, readonly [includes: string, text: string]>>): void {
  for (const [name, [includes, text]] of Object.entries(files)) {
    const lines = includes.split(' ').flatMap(each => (each === '' ? [] : [`include = ${url(each)}\n`]))
    const head = lines.length === 0 ? '' : `[rolecall]\n${lines.join('')}`
    server().answer(`/${name}`, { kind: 'text', text: head + text })
  }
}

function files(gathered: Gathered): readonly TeamFile[] {
  if (gathered.kind !== 'fresh') throw new Error(JSON.stringify(gathered))
  return gathered.files
}

function names(gathered: Gathered): readonly string[] {
  return files(gathered).map(file => file.url.slice(server().origin.length + 1))
}

const failure = (name: string, reason: object) => ({ kind: 'failed', url: url(name), reason })

/** Returns the failure of a gathering that begins at `main`. */
const gather = (known?: readonly TeamFile[]) => gatherTeam(url('main'), known)

describe('a team list', () => {
  it('is a file', async () => {
    serve({ main: ['', `[rolecall]\nrefresh = 30\n[a]\n${role}`] })
    expect(await gather()).toEqual({
      kind: 'fresh',
      files: [
        {
          url: url('main'),
          finalUrl: url('main'),
          text: `[rolecall]\nrefresh = 30\n[a]\n${role}`,
          validators: { etag: expect.any(String), lastModified: expect.any(String) },
        },
      ],
      refresh: 30,
    })
  })

  it('is all that it includes, each file once, after the first one that names it', async () => {
    serve({
      main: ['a d', `[main]\n${role}`],
      a: ['b c', `[a]\n${role}`],
      b: ['', `[b]\n${role}`],
      c: ['d', `[c]\n${role}`],
      d: ['b', `[d]\n${role}`],
    })
    expect(names(await gather())).toEqual(['main', 'a', 'b', 'c', 'd'])
    expect(server().requests).toHaveLength(5)
  })

  it('may have all its profiles in included files, and its looks in another file', async () => {
    serve({
      main: ['roles looks', ''],
      roles: ['', `[a]\n${role}include_profile = production`],
      looks: ['', '[production]\ncolor = d13212'],
    })
    expect(names(await gather())).toEqual(['main', 'roles', 'looks'])
  })

  it('may include ten files, and not eleven', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `f${index}`)
    serve({ main: [many(10).join(' '), ''] })
    for (const name of many(11)) serve({ [name]: ['', `[${name}]\n${role}`] })
    expect(names(await gather())).toHaveLength(11)
    serve({ f9: ['f10', `[f9]\n${role}`] })
    expect(await gather()).toEqual(failure('main', { kind: 'too-many-includes', most: 10 }))
  })

  it('takes its refresh time from the first file alone', async () => {
    serve({ main: ['a', `[main]\n${role}`], a: ['', `[rolecall]\nrefresh = 5\n[a]\n${role}`] })
    expect(await gather()).not.toHaveProperty('refresh')
  })

  it('comes without access keys', async () => {
    serve({ main: ['', `[a]\n${role}aws_secret_access_key = abcdefghijklmnopqrstuvwxyz\n`] })
    expect(files(await gather())[0]?.text).toBe(`[a]\n${role}; aws_secret_access_key removed\n`)
  })

  it('gets the headers for each of its files', async () => {
    serve({ main: ['a', `[main]\n${role}`], a: ['', `[a]\n${role}`] })
    await gatherTeam(url('main'), [], { headers: [['X-Token', 's3cret']] })
    expect(server().requests.map(({ headers }) => headers['x-token'])).toEqual(['s3cret', 's3cret'])
  })

  it('may be redirected, which is reported', async () => {
    serve({ found: ['', `[a]\n${role}`] })
    const to = `${server().otherOrigin}/found`
    server().answer('/main', { kind: 'redirect', to })
    expect(files(await gather())).toMatchObject([{ url: url('main'), finalUrl: to, validators: {} }])
  })
})

describe('a known file', () => {
  const known = async () => {
    serve({ main: ['a', `[main]\n${role}`], a: ['b', `[a]\n${role}`], b: ['', `[b]\n${role}`] })
    const found = files(await gather())
    server().reset()
    return found
  }

  it('is not fetched again', async () => {
    const before = await known()
    serve({ main: ['a', `[main]\n${role}`], a: ['b', `[a]\n${role}`], b: ['', `[b]\n${role}`] })
    const etags = before.map(({ validators }) => validators.etag)
    expect(
      await gather(before.map(file => ({ ...file, validators: { etag: file.validators.etag ?? '' } }))),
    ).toEqual({
      kind: 'unchanged',
    })
    expect(server().requests.map(({ headers }) => headers['if-none-match'])).toEqual(etags)
  })

  it('is joined with new ones', async () => {
    const before = await known()
    serve({ main: ['a', `[main]\n${role}`], a: ['b', `[a]\n${role}`], b: ['', `[b]\n${role}[new]\n${role}`] })
    const after = files(await gather(before))
    expect(after.map(({ text }) => text)).toEqual([
      before[0]?.text,
      before[1]?.text,
      `[b]\n${role}[new]\n${role}`,
    ])
  })

  it('is forgotten if it’s no longer included', async () => {
    const before = await known()
    serve({ main: ['a', `[main]\n${role}`], a: ['', `[a]\n${role}`] })
    expect(names(await gather(before))).toEqual(['main', 'a'])
  })

  it('of another URL isn’t used', async () => {
    const before = (await known()).map(file => ({ ...file, url: `${file.url}-before` }))
    serve({ main: ['', `[main]\n${role}`] })
    await gather(before)
    expect(server().requests[0]?.headers).not.toHaveProperty('if-none-match')
  })
})

describe('everything fails', () => {
  it.each([
    ['main', { kind: 'status', status: 500 }, { kind: 'status', status: 500 }],
    ['a', { kind: 'status', status: 404 }, { kind: 'status', status: 404 }],
    ['b', { kind: 'text', text: '<html>' }, { kind: 'html' }],
    ['b', { kind: 'text', text: 'hello' }, { kind: 'no-profile' }],
    [
      'a',
      { kind: 'text', text: '[x]\naws_account_id = 1\n' },
      { kind: 'mostly-errors', profiles: 0, errors: 1 },
    ],
    ['main', { kind: 'text', text: '[production]\nregion = eu-west-1' }, { kind: 'no-profile' }],
  ] as const)('if %s is %j', async (name, answer, reason) => {
    serve({ main: ['a', `[main]\n${role}`], a: ['b', `[a]\n${role}`], b: ['', `[b]\n${role}`] })
    server().answer(`/${name}`, answer)
    expect(await gather()).toEqual(failure(name, reason))
  })

  it('if no file has an account', async () => {
    serve({ main: ['a', ''], a: ['', '[production]\nregion = eu-west-1'] })
    expect(await gather()).toEqual(failure('main', { kind: 'no-profile' }))
  })

  it('if a file includes itself, directly or indirectly', async () => {
    serve({ main: ['a', `[main]\n${role}`], a: ['b', `[a]\n${role}`], b: ['a', `[b]\n${role}`] })
    const urls = ['a', 'b', 'a'].map(url)
    expect(await gather()).toEqual(failure('main', { kind: 'include-cycle', urls }))

    serve({ main: ['main', `[main]\n${role}`] })
    expect(await gather()).toEqual(
      failure('main', { kind: 'include-cycle', urls: [url('main'), url('main')] }),
    )
  })

  it('if a file is on another server, or was redirected there', async () => {
    const elsewhere = `${server().otherOrigin}/a`
    server().answer('/main', { kind: 'text', text: `[rolecall]\ninclude = ${elsewhere}\n[main]\n${role}` })
    serve({ a: ['', `[a]\n${role}`] })
    const reason = { kind: 'other-origin' }
    expect(await gather()).toEqual({ kind: 'failed', url: elsewhere, reason })
    expect(server().requests).toHaveLength(1)

    serve({ main: ['led', `[main]\n${role}`] })
    server().answer('/led', { kind: 'redirect', to: elsewhere })
    expect(await gather()).toEqual(failure('led', reason))
  })

  it('if an include isn’t an address', async () => {
    server().answer('/main', { kind: 'text', text: `[rolecall]\ninclude = shared.ini\n[main]\n${role}` })
    expect(await gather()).toEqual(failure('main', { kind: 'bad-include', value: 'shared.ini' }))
  })

  it('if its files are too large together', async () => {
    const text = `[x]\n${role}${'# x\n'.repeat(1_000_000)}`
    serve({ main: ['a', text], a: ['', text] })
    expect(await gather()).toEqual(failure('main', { kind: 'too-large', most: 5_000_000 }))
  })

  it('if one takes too long', async () => {
    serve({ main: ['b a', `[main]\n${role}`], a: ['', `[a]\n${role}`] })
    server().answer('/b', { kind: 'hang' })
    const late = new AbortController()
    const gathering = gatherTeam(url('main'), [], { signal: late.signal })
    await expect.poll(() => server().requests.map(request => request.url)).toContain(url('b'))
    late.abort()
    expect(await gathering).toEqual(failure('b', { kind: 'time-out' }))
  })

  it('if nothing is known and the server says that nothing changed', async () => {
    server().answer('/main', { kind: 'status', status: 304 })
    expect(await gather()).toEqual(failure('main', { kind: 'status', status: 304 }))
  })
})
