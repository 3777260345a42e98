import type { FoundAccount, FoundPortal } from './found'
import { maxFoundAccounts, maxFoundRoles } from './found-limits'
import {
  firstPace,
  maxThrottled,
  maxTries,
  maxWaitMs,
  type Pace,
  paceAfterAnswer,
  paceAfterFailure,
} from './pace'
import {
  type InstanceId,
  type ListQuestion,
  type ListWay,
  listWays,
  type PageTurn,
  type PortalQuestion,
  questionForm,
  type RolesQuestion,
  type RolesWay,
  rolesWays,
} from './portal-question'
import { type ListPage, readListPage, readRolesPage } from './read-answers'
import { shapeOf } from './shape-of'

/** The search of one portal for accounts and roles, as far as it has come. Plain data, kept until the browser exits. */
export interface Scan {
  /** When it was started, in milliseconds since 1970: its identity. */
  readonly startedAt: number
  /** The tab of the portal's page. */
  readonly tab: number
  readonly state: ScanState
  /** What it does next, unless it asks for an account's roles. */
  readonly listing: Listing
  /** How an account's roles are asked for. */
  readonly rolesBy: RolesWay
  /** Whether an account's roles have been read that way. */
  readonly hasRoles: boolean
  readonly turn: PageTurn
  /** The accounts whose roles are still to be asked for. */
  readonly pending: readonly PendingAccount[]
  readonly found: FoundPortal
  readonly left: LeftOut
  readonly pace: Pace
  /** How the last answer of each kind looked, for a report. Never what it said. */
  readonly seen: readonly Seen[]
}

type ScanState =
  | { readonly kind: 'running' }
  /** The user stopped it. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly failure: ScanFailure }

/** Why a search ended before it was complete. Each is a sentence in `popup/portal/portal-sentences.ts`. */
export type ScanFailure =
  /** The portal refuses, and its page shows no role. */
  | { readonly kind: 'signed-out' }
  /** The portal refuses, but had answered before. */
  | { readonly kind: 'expired' }
  /** No request was answered as expected; `because` is how the first one was. What the page shows has been read. */
  | { readonly kind: 'changed'; readonly because: Unexpected }
  /** The tab left the portal, or was closed. */
  | { readonly kind: 'left' }
  /** The page didn't run the question, as while it shows a dialog of the browser's. */
  | { readonly kind: 'silent' }
  /** The browser doesn't let the extension into the page; `message` is the browser's. */
  | { readonly kind: 'no-access'; readonly message: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unavailable'; readonly status: number }
  /** There were too many requests, and waiting didn't help. */
  | { readonly kind: 'throttled' }

/** How an answer differed from what is expected. */
type Unexpected =
  | { readonly kind: 'status'; readonly status: number }
  /** A page instead of data. */
  | { readonly kind: 'html' }
  /** Data in another form. */
  | { readonly kind: 'shape' }

type Listing =
  /** Reads what the page says about itself. */
  | { readonly kind: 'page' }
  | { readonly kind: 'asking'; readonly by: ListWay; readonly cursor?: string; readonly pages: number }
  | { readonly kind: 'listed' }
  /** No request is answered as expected: reads the links that the page shows. */
  | { readonly kind: 'links'; readonly because: Unexpected; readonly isRefused: boolean }

interface PendingAccount {
  readonly id: string
  readonly instance?: InstanceId
  readonly cursor?: string
  readonly pages: number
}

/** What isn't among the accounts, or not completely. */
interface LeftOut {
  /** Entries that are AWS accounts without an id. */
  readonly withoutId: number
  /** Accounts whose roles the portal didn't give. */
  readonly unread: number
  /** Whether a page was too long, or there were too many pages, accounts or roles. */
  readonly isCut: boolean
}

/** A request's method and path, and the form of its answer, without values. */
interface Seen {
  readonly asked: string
  readonly answer: string
}

/** What a step of the search does: read the page, or ask the portal. */
export type Step = { readonly kind: 'page' } | PortalQuestion

/** What the portal answered, as the page's function returns it. Unchecked. */
export type PortalAnswer =
  | {
      readonly kind: 'answered'
      readonly status: number
      readonly contentType: string
      /** In milliseconds. */
      readonly retryAfter?: number | undefined
      /** The body, if it looks like JSON. */
      readonly text?: string | undefined
    }
  /** The answer leads elsewhere; it wasn't followed. */
  | { readonly kind: 'redirected' }
  | { readonly kind: 'offline' }
  /** The network failed, or there was no answer in time. */
  | { readonly kind: 'unreachable' }
  | PageFailure

/** Why the page can't be asked anything. */
export type PageFailure =
  /** The tab shows another page. */
  | { readonly kind: 'elsewhere' }
  /** The page is there, but doesn't answer. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'no-access'; readonly message: string }

/** What the portal's page says about itself and shows, checked. */
export interface PageReading {
  readonly kind: 'page'
  readonly region?: string
  /** The roles that the page links to, in its order. */
  readonly links: readonly PageLink[]
}

export interface PageLink {
  readonly account: string
  readonly accountName: string
  readonly roleName: string
}

/** The most pages that are asked for of the accounts, and of an account's roles. */
const maxListPages = 500
const maxRolesPages = 50
/** The most forms of answers that are kept for a report. */
const maxSeen = 12

/** Where and when a search is made: the portal's URL, the tab of its page, and now in milliseconds since 1970. */
interface Place {
  readonly url: string
  readonly tab: number
  readonly now: number
}

/** Returns a new search. An earlier one of the same portal has the pace that it still needs. */
export function newScan({ url, tab, now }: Place, before?: Scan): Scan {
  return {
    startedAt: now,
    tab,
    state: { kind: 'running' },
    listing: { kind: 'page' },
    rolesBy: rolesWays[0],
    hasRoles: false,
    turn: 'form',
    pending: [],
    found: { url, accounts: [], applications: 0, foundAt: now, isComplete: false },
    left: { withoutId: 0, unread: 0, isCut: false },
    pace: before ? { ...before.pace, tries: 0 } : firstPace,
    seen: [],
  }
}

/** How long a complete search holds when the menu opens on the portal again, in milliseconds. */
const freshForMs = 10 * 60_000

/**
 * Returns the search to make when the user opens the menu on the portal's page, or asks for it: a new one, or the previous
 * one from where it ended. `wish`: `look` opens the menu, `continue` and `again` are buttons.
 */
export function wantedScan(
  before: Scan | undefined,
  wish: 'look' | 'continue' | 'again',
  place: Place,
): Scan {
  const { tab, now } = place
  if (before?.found.url !== place.url) return newScan(place)
  const { state } = before
  if (wish === 'again') return newScan(place, before)
  if (state.kind === 'running') return { ...before, tab }
  if (wish === 'look' && state.kind === 'stopped') return before
  if (state.kind === 'done') {
    const age = now - before.found.foundAt
    return age >= 0 && age < freshForMs ? before : newScan(place, before)
  }
  if (state.kind === 'failed' && state.failure.kind === 'changed') return newScan(place, before)
  return resumed(before, tab)
}

/** Pages' tokens may not outlive a sign-in, so unfinished lists start anew. What was found stays. */
function resumed(scan: Scan, tab: number): Scan {
  const { listing, pending, pace } = scan
  return {
    ...scan,
    tab,
    state: { kind: 'running' },
    listing: listing.kind === 'listed' ? listing : { kind: 'page' },
    pending: pending.map(({ cursor: _, ...account }) => account),
    pace: { ...pace, tries: 0 },
  }
}

export function stopped(scan: Scan): Scan {
  return scan.state.kind === 'running' ? { ...scan, state: { kind: 'stopped' } } : scan
}

/** Returns what the search does next; undefined if it isn't running. */
export function nextStep(scan: Scan): Step | undefined {
  const { state, listing, pending, turn, rolesBy } = scan
  if (state.kind !== 'running') return undefined
  if (listing.kind === 'asking') {
    const { by, cursor } = listing
    return { kind: 'list', by, turn, ...(cursor !== undefined && { cursor }) }
  }
  const [account] = pending
  if (listing.kind !== 'listed' || !account) return { kind: 'page' }
  const { id, instance, cursor } = account
  return {
    kind: 'roles',
    by: rolesBy,
    account: id,
    turn,
    ...(instance !== undefined && { instance }),
    ...(cursor !== undefined && { cursor }),
  }
}

/** The times of a step, in milliseconds since 1970. */
export interface StepTimes {
  readonly sentAt: number
  readonly now: number
}

/** Returns the search after its page has been read, at first or as a last resort. */
export function pageWasRead(scan: Scan, reading: PageReading | PageFailure): Scan {
  if (reading.kind !== 'page') return pageFailed(scan, reading)
  const { region, links } = reading
  const { found, listing } = scan
  const here = { ...scan, found: { ...found, ...(region !== undefined && { region }) } }
  if (listing.kind === 'page') return { ...here, listing: { kind: 'asking', by: listWays[0], pages: 0 } }
  const because = listing.kind === 'links' ? listing.because : ({ kind: 'shape' } as const)
  const isRefused = listing.kind === 'links' && listing.isRefused
  // A page that is still open shows its accounts although the sign-in has ended.
  if (isRefused && links.length === 0 && found.accounts.length === 0) {
    return failed(here, { kind: 'signed-out' })
  }
  return failed({ ...here, found: withLinksOf(here.found, links) }, { kind: 'changed', because })
}

/** Returns the search after an answer to its question. Nothing that was found is ever lost. */
export function answered(scan: Scan, question: PortalQuestion, answer: PortalAnswer, times: StepTimes): Scan {
  switch (answer.kind) {
    case 'elsewhere':
    case 'silent':
    case 'no-access':
      return pageFailed(scan, answer)
    case 'offline':
    case 'unreachable':
      return retried(scan, { kind: 'offline' }, maxTries, times.now)
    case 'redirected':
      return refused(withSeen(scan, question, 'a redirect'), question)
    case 'answered':
      return withAnswer(scan, question, answer, times)
  }
}

function pageFailed(scan: Scan, failure: PageFailure): Scan {
  return failed(scan, failure.kind === 'elsewhere' ? { kind: 'left' } : failure)
}

function withAnswer(
  scan: Scan,
  question: PortalQuestion,
  answer: Extract<PortalAnswer, { readonly kind: 'answered' }>,
  { sentAt, now }: StepTimes,
): Scan {
  const { status, contentType, retryAfter, text } = answer
  if (status === 429) {
    if (retryAfter !== undefined && retryAfter > maxWaitMs) return failed(scan, { kind: 'throttled' })
    return retried(scan, { kind: 'throttled' }, maxThrottled, now, { retryAfter })
  }
  if (status >= 500) return retried(scan, { kind: 'unavailable', status }, maxTries, now)
  const json = text === undefined ? undefined : parsed(text)
  const form = json === undefined ? 'no JSON' : shapeOf(json)
  const paced = {
    ...withSeen(scan, question, `${status}, ${contentTypeForm(contentType)}: ${form}`),
    pace: paceAfterAnswer(scan.pace, sentAt, now),
  }
  if (status === 401 || status === 403) return refused(paced, question)
  if (status < 200 || status > 299) return unexpected(paced, question, { kind: 'status', status })
  if (json === undefined) {
    // A portal whose session has ended may answer with its sign-in page.
    return isKnownToWork(scan, question)
      ? refused(paced, question)
      : unexpected(paced, question, { kind: 'html' })
  }
  if (question.kind === 'list') {
    const page = readListPage(json, question.by)
    return page ? withListPage(paced, page, question) : unexpected(paced, question, { kind: 'shape' })
  }
  const page = readRolesPage(json, question.by)
  if (!page) return unexpected(paced, question, { kind: 'shape' })
  return withRoles(paced, question, page.roles, page.end)
}

function withListPage(scan: Scan, page: ListPage, { by, cursor }: ListQuestion): Scan {
  const { found, pending, left, listing } = scan
  const known = new Map(found.accounts.map(account => [account.id, account]))
  const added: PendingAccount[] = []
  for (const { id, name, instance } of page.accounts) {
    if (known.has(id) || known.size >= maxFoundAccounts) continue
    known.set(id, { id, name, roles: [] })
    added.push({ id, ...(instance !== undefined && { instance }), pages: 0 })
  }
  const isFull = known.size >= maxFoundAccounts
  const pages = (listing.kind === 'asking' ? listing.pages : 0) + 1
  const { end } = page
  const goesOn = typeof end === 'object' && end.cursor !== cursor && pages < maxListPages && !isFull
  // The first page starts the counts anew: a search that goes on lists everything again.
  const counted =
    pages === 1 ? { applications: 0, withoutId: 0 } : { ...left, applications: found.applications }
  return completed({
    ...scan,
    rolesBy: by === 'assignment' ? 'assignment' : scan.rolesBy,
    listing: goesOn ? { kind: 'asking', by, cursor: end.cursor, pages } : { kind: 'listed' },
    pending: [...pending, ...added],
    found: {
      ...found,
      accounts: [...known.values()],
      applications: counted.applications + page.applications,
    },
    left: {
      ...left,
      withoutId: counted.withoutId + page.withoutId,
      isCut: left.isCut || (!goesOn && end !== 'last') || isFull,
    },
  })
}

function withRoles(
  scan: Scan,
  { account, cursor }: RolesQuestion,
  roles: readonly string[],
  end: ListPage['end'],
): Scan {
  const [first, ...others] = scan.pending
  if (first?.id !== account) return scan
  const had = scan.found.accounts.find(({ id }) => id === account)?.roles ?? []
  const all = [...new Set([...had, ...roles])]
  const pages = first.pages + 1
  const isFull = all.length > maxFoundRoles
  const goesOn = typeof end === 'object' && end.cursor !== cursor && pages < maxRolesPages && !isFull
  const { left } = scan
  return completed({
    ...scan,
    hasRoles: true,
    found: withAccount(scan.found, account, { roles: all.slice(0, maxFoundRoles) }),
    pending: goesOn ? [{ ...first, cursor: end.cursor, pages }, ...others] : others,
    left: { ...left, isCut: left.isCut || (!goesOn && end !== 'last') },
  })
}

/** Ends the search once there is nothing left to ask. */
function completed(scan: Scan): Scan {
  const { listing, pending, found, left } = scan
  if (listing.kind !== 'listed' || pending.length > 0) return scan
  const isComplete = left.unread === 0 && !left.isCut
  return { ...scan, state: { kind: 'done' }, found: { ...found, isComplete } }
}

/** Whether the question is of a kind that has been answered before in this search. */
function isKnownToWork({ found, hasRoles }: Scan, { kind, cursor }: PortalQuestion): boolean {
  return cursor !== undefined || (kind === 'list' ? found.accounts.length > 0 : hasRoles)
}

/** The user isn't signed in, or not anymore. Before anything was found, what the page shows decides that. */
function refused(scan: Scan, question: PortalQuestion): Scan {
  if (scan.found.accounts.length > 0 || question.cursor !== undefined)
    return failed(scan, { kind: 'expired' })
  return withLinks(scan, { kind: 'status', status: 401 }, true)
}

/** The answer isn't as expected: tries the next way to ask, and if there is none, leaves it at that. */
function unexpected(scan: Scan, question: PortalQuestion, because: Unexpected): Scan {
  const { cursor, turn } = question
  // Which of the two ways to ask for a further page works isn't known. Source: docs/portal.md, “Pages”.
  if (cursor !== undefined && question.by !== 'assignment' && turn === 'form' && scan.turn === 'form') {
    return { ...scan, turn: 'address' }
  }
  if (question.kind === 'list') {
    if (cursor !== undefined) return failed(scan, { kind: 'changed', because })
    const next = nextWay(listWays, question.by, because)
    const first = scan.listing.kind === 'asking' ? scan.listing : undefined
    if (next === undefined || !first) return withLinks(scan, because, false)
    return { ...scan, listing: { ...first, by: next } }
  }
  if (scan.hasRoles) return withoutRoles(scan, question)
  const next = nextWay(rolesWays, question.by, because)
  if (next === undefined) return withLinks(scan, because, false)
  return { ...scan, rolesBy: next }
}

/**
 * Returns the way to try after one that wasn't answered as expected. A form is only for a portal that takes no plain
 * request.
 */
function nextWay<Way extends ListWay & RolesWay>(
  ways: readonly Way[],
  by: Way,
  because: Unexpected,
): Way | undefined {
  const takesForms = because.kind === 'status' && [400, 405].includes(because.status)
  return ways.slice(ways.indexOf(by) + 1).find(way => way !== 'post' || takesForms)
}

/** Goes on without the account's roles: the portal gave those of others. */
function withoutRoles(scan: Scan, { account }: RolesQuestion): Scan {
  const { pending, left } = scan
  if (pending[0]?.id !== account) return scan
  return completed({ ...scan, pending: pending.slice(1), left: { ...left, unread: left.unread + 1 } })
}

/** Returns the search after a question that can't be asked: the account has no id of the portal. */
export function unaskable(scan: Scan, question: PortalQuestion): Scan {
  if (question.kind === 'list') return scan
  return scan.hasRoles ? withoutRoles(scan, question) : { ...scan, rolesBy: 'assignment' }
}

function withLinks(scan: Scan, because: Unexpected, isRefused: boolean): Scan {
  return { ...scan, listing: { kind: 'links', because, isRefused } }
}

function withLinksOf(found: FoundPortal, links: readonly PageLink[]): FoundPortal {
  const accounts = new Map(
    found.accounts.map(account => [account.id, { ...account, roles: new Set(account.roles) }]),
  )
  for (const { account: id, accountName: name, roleName } of links) {
    const account = accounts.get(id) ?? { id, name, roles: new Set<string>() }
    if (account.roles.size < maxFoundRoles) account.roles.add(roleName)
    if (accounts.size < maxFoundAccounts) accounts.set(id, account)
  }
  return {
    ...found,
    accounts: [...accounts.values()].map(account => ({ ...account, roles: [...account.roles] })),
  }
}

function withAccount(found: FoundPortal, id: string, change: Partial<FoundAccount>): FoundPortal {
  return {
    ...found,
    accounts: found.accounts.map(account => (account.id === id ? { ...account, ...change } : account)),
  }
}

/** Tries the same question again later, unless it has failed too often. */
function retried(
  scan: Scan,
  failure: ScanFailure,
  most: number,
  now: number,
  throttled?: { readonly retryAfter: number | undefined },
): Scan {
  const pace = paceAfterFailure(scan.pace, now, throttled)
  return pace.tries > most ? failed({ ...scan, pace }, failure) : { ...scan, pace }
}

function failed(scan: Scan, failure: ScanFailure): Scan {
  return { ...scan, state: { kind: 'failed', failure } }
}

function withSeen(scan: Scan, question: PortalQuestion, answer: string): Scan {
  const asked = questionForm(question)
  const others = scan.seen.filter(seen => seen.asked !== asked || seen.answer !== answer)
  return { ...scan, seen: [...others, { asked, answer }].slice(-maxSeen) }
}

function contentTypeForm(contentType: string): string {
  return /^[\w.+-]{1,40}\/[\w.+-]{1,40}/.exec(contentType)?.[0] ?? 'no type'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Returns what is known of a portal after a search: what this search found and, until it is complete, what an earlier one
 * did.
 */
export function withEarlier(found: FoundPortal, earlier: FoundPortal | undefined): FoundPortal {
  if (found.isComplete || !earlier) return found
  const accounts = new Map(earlier.accounts.map(account => [account.id, account]))
  for (const { id, name, roles } of found.accounts) {
    const had = accounts.get(id)
    const all = [...new Set([...roles, ...(had?.roles ?? [])])].slice(0, maxFoundRoles)
    accounts.set(id, { id, name: name || (had?.name ?? ''), roles: all })
  }
  const region = found.region ?? earlier.region
  return {
    ...found,
    ...(region !== undefined && { region }),
    applications: Math.max(found.applications, earlier.applications),
    accounts: [...accounts.values()].slice(0, maxFoundAccounts),
  }
}
