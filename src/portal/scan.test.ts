import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultPortal } from '../../testing/demo-console/portal-shape'
import { portalShapes } from '../../testing/demo-console/portal-shapes'
import { mostPerSecond } from '../../testing/most-per-second'
import { PortalSearch } from '../../testing/portal/search-portal'
import type { FoundPortal } from './found'
import { forbiddenParts } from './portal-question'
import { type PortalAnswer, pageWasRead, stopped, wantedScan, withEarlier } from './scan'

const rows = Object.values(portalShapes).flat()

/** The accounts as a search finds them. */
const accountsOf = ({ portal }: PortalSearch) =>
  portal.accounts.map(({ id, name, roles }) => ({
    id,
    name: portal.shape.names === 'metadata without a name' ? '' : name,
    roles,
  }))

const failureOf = ({ scan: { state } }: PortalSearch) =>
  state.kind === 'failed' ? state.failure.kind : undefined

const allowed =
  /^\/api\/portal\/(?:instance\/appinstances|instance\/appinstance\/ins-[\da-z]+\/profiles|assignment\/accounts|assignment\/roles)$/

const pathOf = (address: string) => address.split('?')[0] ?? ''

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: String(100_000_000_000 + index),
    name: `Account ${index}`,
    roles: index % 3 === 0 ? ['Reader', 'Operator'] : ['Reader'],
  }))

describe.each(rows)('a portal that $name', ({ portal, at, finds, ends }) => {
  it('is searched as far as possible', () => {
    const search = new PortalSearch(portal, at)
    const { found, state } = search.finish()
    const all = accountsOf(search)
    if (ends === undefined) expect(state).toEqual({ kind: 'done' })
    else if (ends === 'incomplete') expect([state.kind, found.isComplete]).toEqual(['done', false])
    else expect(failureOf(search)).toBe(ends)
    expect(found.isComplete).toBe(ends === undefined)
    if (finds === 'all') expect(found.accounts).toEqual(all)
    else if (finds === 'nothing') expect(found.accounts).toEqual([])
    else {
      expect(found.accounts.length).toBeGreaterThan(0)
      for (const { id, roles } of found.accounts) {
        expect(all.find(account => account.id === id)?.roles).toEqual(expect.arrayContaining([...roles]))
      }
    }
  })

  it('is asked for nothing but accounts and roles', () => {
    const search = new PortalSearch(portal, at)
    search.finish()
    for (const { call } of search.sent) {
      expect(pathOf(call.address)).toMatch(allowed)
      expect(pathOf(call.address)).not.toMatch(forbiddenParts)
    }
  })
})

describe('the pace', () => {
  it('is at most three requests a second', () => {
    const search = new PortalSearch({ accounts: many(60) })
    search.finish()
    expect(mostPerSecond(search.sent.map(({ at }) => at))).toBe(3)
  })

  it('is no higher where requests take longer at times', () => {
    const trip = fc.record({ there: fc.nat(1_500), back: fc.nat(1_500) })
    fc.assert(
      fc.property(fc.array(trip, { minLength: 1, maxLength: 12 }), trips => {
        const search = new PortalSearch({ accounts: many(12) })
        let next = 0
        search.trip = () => trips[next++ % trips.length] ?? { there: 0, back: 0 }
        search.finish()
        expect(mostPerSecond(search.sent.map(({ at }) => at))).toBeLessThanOrEqual(3)
      }),
      { numRuns: 100 },
    )
  })

  it('is half of that once there were too many requests', () => {
    const search = new PortalSearch({ accounts: many(40), shape: { throttle: { every: 9 } } })
    search.finish()
    const from = search.sent.findIndex(({ status }) => status === 429)
    const after = search.sent.slice(from).map(({ at }) => at)
    expect(after.every((at, index) => index === 0 || at - (after[index - 1] ?? 0) >= 667)).toBe(true)
  })

  it.each([
    ['2, 5 and then 10 s without a word', undefined, [2, 5, 10, 10, 10]],
    ['as long as the portal says', 7_000, [7, 7, 7, 7, 7]],
  ])('waits %s', (_, retryAfter, seconds) => {
    const search = new PortalSearch()
    const throttled = { kind: 'answered', status: 429, contentType: '', retryAfter } as const
    search.instead.push(...seconds.map(() => throttled))
    search.finish()
    const times = search.sent.map(({ at }) => at)
    const waits = seconds.map((_, index) =>
      Math.round(((times[index + 1] ?? 0) - (times[index] ?? 0)) / 1_000),
    )
    expect(waits).toEqual(seconds)
    expect(search.scan.state.kind).toBe('done')
  })

  it('ends with a portal that goes on refusing, and with one that asks to wait for hours', () => {
    for (const retryAfter of [undefined, 3_600_000]) {
      const search = new PortalSearch()
      const throttled = { kind: 'answered', status: 429, contentType: '', retryAfter } as const
      search.instead.push(...Array.from({ length: 20 }, () => throttled))
      search.finish()
      expect(failureOf(search)).toBe('throttled')
    }
  })
})

it('finds 2,000 accounts completely, with too many requests on the way', () => {
  const accounts = many(2_000)
  const search = new PortalSearch({ accounts, shape: { throttle: { every: 50 } } })
  expect(search.finish().found).toMatchObject({ accounts, isComplete: true })
  // At half of three a second, and with its waits, it takes half an hour.
  expect(search.now - search.scan.startedAt).toBeLessThan(35 * 60_000)
}, 20_000)

describe('a search that ends early', () => {
  const halfway = (steps: number) => {
    const search = new PortalSearch({ accounts: many(12), shape: { pageSize: 5 } })
    for (let step = 0; step < steps; step++) search.step()
    return search
  }

  it.each([1, 2, 3, 6, 9])('by Stop, after %i steps, goes on from there', steps => {
    const search = halfway(steps)
    search.scan = stopped(search.scan)
    expect(search.step()).toBe(false)
    const { accounts } = search.scan.found
    const place = { url: search.scan.found.url, tab: 2, now: search.now }
    expect(wantedScan(search.scan, 'look', place)).toBe(search.scan)
    search.scan = wantedScan(search.scan, 'continue', place)
    expect(search.scan.found.accounts).toEqual(accounts)
    const asked = search.sent.length
    expect(search.finish().found).toMatchObject({ accounts: accountsOf(search), isComplete: true })
    const again = search.sent.slice(asked).map(({ call }) => pathOf(call.address))
    const before = search.sent.slice(0, asked).map(({ call }) => pathOf(call.address))
    // Only lists and unfinished accounts are asked for again.
    expect(
      again.filter(path => path.endsWith('profiles') && before.includes(path)).length,
    ).toBeLessThanOrEqual(1)
  })

  it.each<[string, PortalAnswer, string]>([
    ['because the tab left', { kind: 'elsewhere' }, 'left'],
    ['because the browser doesn’t allow it', { kind: 'no-access', message: 'policy' }, 'no-access'],
    ['because its data is gone', { kind: 'answered', status: 401, contentType: '' }, 'expired'],
    ['because it is redirected', { kind: 'redirected' }, 'expired'],
  ])('%s, keeps what was found and goes on when the menu opens', (_, answer, failure) => {
    const search = halfway(7)
    const { accounts } = search.scan.found
    search.instead.push(answer)
    search.step()
    expect(failureOf(search)).toBe(failure)
    expect(search.scan.found.accounts).toEqual(accounts)
    search.scan = wantedScan(search.scan, 'look', { url: search.scan.found.url, tab: 2, now: search.now })
    expect(search.finish().found).toMatchObject({ accounts: accountsOf(search), isComplete: true })
  })

  it.each<[PortalAnswer, string]>([
    [{ kind: 'offline' }, 'offline'],
    [{ kind: 'unreachable' }, 'offline'],
    [{ kind: 'answered', status: 503, contentType: '' }, 'unavailable'],
  ])('because of %o, has tried four times', (answer, failure) => {
    const search = halfway(7)
    const asked = search.sent.length
    search.instead.push(answer, answer, answer, answer)
    for (let step = 0; step < 4; step++) search.step()
    expect(search.sent.length - asked).toBe(4)
    expect(failureOf(search)).toBe(failure)
  })
})

describe('a search when the menu opens on the portal', () => {
  const done = () => {
    const search = new PortalSearch()
    search.finish()
    return search
  }

  it('isn’t repeated within ten minutes, unless the user asks', () => {
    const { scan, now } = done()
    const place = { url: scan.found.url, tab: 3, now: now + 60_000 }
    expect(wantedScan(scan, 'look', place)).toBe(scan)
    expect(wantedScan(scan, 'again', place)).toMatchObject({
      state: { kind: 'running' },
      found: { accounts: [] },
    })
  })

  it.each([
    ['is old', 11 * 60_000],
    ['is of another time, after the clock was set back', -60_000],
  ])('is a new one if the last one %s', (_, by) => {
    const { scan, now } = done()
    const wanted = wantedScan(scan, 'look', { url: scan.found.url, tab: 3, now: now + by })
    expect(wanted.found.accounts).toEqual([])
    expect(wanted.tab).toBe(3)
  })

  it('is a new one for another portal, and goes on in the new tab for the same', () => {
    const search = new PortalSearch()
    search.step()
    const place = { url: search.scan.found.url, tab: 9, now: search.now }
    expect(wantedScan(search.scan, 'look', place)).toEqual({ ...search.scan, tab: 9 })
    const other = { ...place, url: 'https://other.awsapps.com/start' }
    expect(wantedScan(search.scan, 'look', other).found.url).toBe(other.url)
  })

  it('keeps the pace that the portal needs', () => {
    const search = new PortalSearch({ shape: { throttle: { every: 3 } } })
    search.finish()
    const again = wantedScan(search.scan, 'again', { url: search.scan.found.url, tab: 1, now: search.now })
    expect(again.pace.isSlowed).toBe(true)
  })
})

describe('an answer', () => {
  const first = (value: unknown) => {
    const search = new PortalSearch()
    search.step()
    search.instead.push({ kind: 'answered', status: 200, contentType: '', text: JSON.stringify(value) })
    search.step()
    return search
  }

  it('is read only as far as it’s an account’s', () => {
    const entry = (id: unknown, name: unknown) => ({
      id: 'ins-1234567890abcdef',
      searchMetadata: { AccountId: id, AccountName: name },
    })
    const { scan } = first({
      result: [
        entry('000000000001', 'a\n[b]\u202e'),
        entry(111122223333, 'a number'),
        entry('11112222333', 'too short'),
        entry('111122223333', 'x'.repeat(5_000)),
        entry('111122223333', 'twice'),
        null,
        7,
        { applicationName: 'AWS Account' },
        { id: '../../federation/credentials', searchMetadata: { AccountId: '222233334444' } },
      ],
    })
    expect(scan.found).toMatchObject({
      accounts: [
        { id: '000000000001', name: 'a [b]\u202e', roles: [] },
        { id: '111122223333', name: 'x'.repeat(200), roles: [] },
        { id: '222233334444', name: '', roles: [] },
      ],
      applications: 2,
    })
    expect(scan.left.withoutId).toBe(3)
    expect(scan.pending.map(({ instance }) => instance)).toEqual([
      'ins-1234567890abcdef',
      'ins-1234567890abcdef',
      undefined,
    ])
  })

  it('that repeats its own page ends the list, incomplete', () => {
    const search = first({ result: [], paginationToken: 'again' })
    const again = { result: [], paginationToken: 'again' }
    search.instead.push({ kind: 'answered', status: 200, contentType: '', text: JSON.stringify(again) })
    search.step()
    expect(search.scan).toMatchObject({ state: { kind: 'done' }, found: { isComplete: false } })
  })

  it.each(['\ud800', 'a\nb', 'x'.repeat(10_000), 7, {}, true])(
    'whose token is %j ends the list, incomplete',
    token => {
      const { scan } = first({ result: [], paginationToken: token })
      expect(scan).toMatchObject({ state: { kind: 'done' }, found: { isComplete: false } })
    },
  )

  it('of any kind neither throws nor loses what was found', () => {
    const answers = fc.oneof(
      fc.record({
        kind: fc.constant('answered' as const),
        status: fc.constantFrom(200, 204, 302, 400, 401, 404, 429, 500),
        contentType: fc.string(),
        retryAfter: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: undefined }),
        text: fc.option(fc.oneof(fc.string(), fc.json()), { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant('answered' as const),
        status: fc.constant(200),
        contentType: fc.constant('application/json'),
        text: fc
          .record({
            result: fc.array(fc.oneof(fc.object(), fc.record({ name: fc.string(), id: fc.string() }))),
            paginationToken: fc.anything(),
          })
          .map(value => JSON.stringify(value)),
      }),
      fc.constantFrom<PortalAnswer>({ kind: 'redirected' }, { kind: 'offline' }, { kind: 'elsewhere' }),
    )
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 12 }), fc.nat(8), (given, before) => {
        const search = new PortalSearch({ accounts: many(6), shape: { pageSize: 2 } })
        for (let step = 0; step < before; step++) search.step()
        const had = search.scan.found.accounts
        search.instead.push(...(given as PortalAnswer[]))
        search.finish()
        for (const { id, roles } of had) {
          const now = search.scan.found.accounts.find(account => account.id === id)
          expect(now?.roles).toEqual(expect.arrayContaining([...roles]))
        }
        for (const { call } of search.sent) expect(pathOf(call.address)).toMatch(allowed)
        expect(mostPerSecond(search.sent.map(({ at }) => at))).toBeLessThanOrEqual(3)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves only its form for a report', () => {
    const { scan } = first({
      result: [{ id: 'ins-secret', mail: 'somebody@example.com', '111122223333': 1 }],
      paginationToken: 'null',
    })
    expect(scan.seen).toEqual([
      {
        asked: 'GET /api/portal/instance/appinstances',
        answer:
          '200, no type: { result: [1 × { id: string, mail: string, <key>: number }], paginationToken: the string null }',
      },
    ])
  })
})

describe('what is known of a portal', () => {
  const found = (change: Partial<FoundPortal>): FoundPortal => ({
    url: 'https://example.awsapps.com/start',
    accounts: [],
    applications: 0,
    foundAt: 2,
    isComplete: false,
    ...change,
  })
  const shop = { id: '111122223333', name: 'Shop', roles: ['Reader'] }
  const earlier = found({ accounts: [shop], foundAt: 1, isComplete: true, region: 'eu-west-1' })

  it('is what a complete search found', () => {
    const now = found({ isComplete: true, accounts: [] })
    expect(withEarlier(now, earlier)).toBe(now)
  })

  it('is also what an earlier search found, until then', () => {
    const now = found({ accounts: [{ id: shop.id, name: 'New name', roles: ['Operator'] }] })
    expect(withEarlier(now, earlier)).toEqual({
      ...now,
      region: 'eu-west-1',
      accounts: [{ id: shop.id, name: 'New name', roles: ['Operator', 'Reader'] }],
    })
    expect(withEarlier(found({}), earlier).accounts).toEqual([shop])
  })
})

it('reads links of the page at most once each', () => {
  const search = new PortalSearch({ unfolded: 1, shape: { ways: [], otherwise: 404 } })
  search.finish()
  const [shown] = defaultPortal.accounts
  expect(search.scan.found.accounts).toEqual([shown])
  const link = { account: shown?.id ?? '', accountName: '', roleName: 'Reader' }
  const running = { ...search.scan, state: { kind: 'running' } } as const
  const again = pageWasRead(running, { kind: 'page', links: [link, link] })
  expect(again.found.accounts).toEqual([shown])
})
