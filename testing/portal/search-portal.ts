import { portalOfPage } from '../../src/aws/portal'
import { readRetryAfter } from '../../src/lib/retry-after'
import { waitOf } from '../../src/portal/pace'
import type { RawAnswer } from '../../src/portal/page/ask-portal'
import { type PortalCall, portalCall } from '../../src/portal/portal-question'
import {
  answered,
  newScan,
  nextStep,
  type PortalAnswer,
  pageWasRead,
  type Scan,
  type Step,
  unaskable,
} from '../../src/portal/scan'
import type { PortalChange } from '../demo-console'
import {
  answerPortalService,
  newPortalState,
  type PortalState,
  signInToPortal,
} from '../demo-console/portal-service'
import { defaultPortal, defaultPortalShape, type PortalBehavior } from '../demo-console/portal-shape'

/** A portal of the demo without a browser, with the sign-in that its requests carry. Plain data. */
export interface SignedInPortal {
  readonly portal: PortalBehavior
  readonly state: PortalState
  token: string
}

export function signedInPortal(change: PortalChange = {}): SignedInPortal {
  const state = newPortalState()
  const shape = { ...defaultPortalShape, ...change.shape }
  return { portal: { ...defaultPortal, ...change, shape }, state, token: signInToPortal(state) }
}

/** Answers a request as the page's function returns it. `now` is in milliseconds since 1970. */
export function answerCall(
  { portal, state, token }: SignedInPortal,
  { method, address, headers, body = '' }: PortalCall,
  now: number,
): RawAnswer {
  const { pathname, searchParams } = new URL(address, 'https://portal.example')
  const path = pathname.replace(/^\/api\/portal/, '')
  const request = { method, host: 'portal.example', path, query: searchParams, headers, body, isPages: false }
  const reply = answerPortalService(request, token, portal, state, now)
  if (reply === 'cut') return { kind: 'unreachable' }
  if (reply.status === 302) return { kind: 'redirected' }
  const text = /^\s*[{[]/.test(reply.body) ? reply.body : undefined
  return {
    kind: 'answered',
    status: reply.status,
    contentType: reply.headers['content-type'] ?? '',
    retryAfter: reply.headers['retry-after'] ?? null,
    ...(text !== undefined && { text }),
  }
}

/** A search of the demo's portal without a browser, in simulated time, step by step. */
export class PortalSearch {
  readonly #signedIn: SignedInPortal
  /** In milliseconds since 1970. */
  now = 1_700_000_000_000
  scan: Scan
  /** Returns how long the next request takes to the portal, and its answer back, in milliseconds. */
  trip: () => { readonly there: number; readonly back: number } = () => ({ there: 0, back: 40 })
  /** Each request with the time when it arrived. */
  readonly sent: { readonly call: PortalCall; readonly at: number; readonly status: number | undefined }[] =
    []
  /** What the next steps are answered with, in place of the portal's answers. */
  readonly instead: PortalAnswer[] = []

  constructor(change: PortalChange = {}, url = 'https://example.awsapps.com/start') {
    this.#signedIn = signedInPortal(change)
    this.scan = newScan({ url: portalOfPage(url)?.url ?? url, tab: 1, now: this.now })
  }

  get portal(): PortalBehavior {
    return this.#signedIn.portal
  }

  signInAgain(): void {
    this.#signedIn.token = signInToPortal(this.#signedIn.state)
  }

  /** Takes one step. Returns false if there is none. */
  step(): boolean {
    const next = nextStep(this.scan)
    if (!next) return false
    this.now += waitOf(this.scan.pace, this.now)
    if (next.kind === 'page') {
      this.scan = pageWasRead(this.scan, this.#page())
      return true
    }
    const call = portalCall(next)
    if (!call) {
      this.scan = unaskable(this.scan, next)
      return true
    }
    this.#ask(next, call)
    return true
  }

  /** Takes all steps, and returns the search. Fails if there are more than `most`. */
  finish(most = 20_000): Scan {
    for (let steps = 0; this.step(); steps++) if (steps > most) throw new Error('The search doesn’t end.')
    return this.scan
  }

  #ask(step: Exclude<Step, { readonly kind: 'page' }>, call: PortalCall): void {
    const sentAt = this.now
    const { there, back } = this.trip()
    this.now += there
    const at = this.now
    const answer = this.instead.shift() ?? this.#answer(call)
    this.now += back
    const status = answer.kind === 'answered' ? answer.status : undefined
    this.sent.push({ call, at, status })
    this.scan = answered(this.scan, step, answer, { sentAt, now: this.now })
  }

  #answer(call: PortalCall): PortalAnswer {
    const raw = answerCall(this.#signedIn, call, this.now)
    return raw.kind === 'answered' ? { ...raw, retryAfter: readRetryAfter(raw.retryAfter, this.now) } : raw
  }

  #page() {
    const shown = this.portal.accounts.slice(0, this.portal.unfolded)
    return {
      kind: 'page',
      ...(this.portal.shape.env && { region: 'eu-west-1' }),
      links: shown.flatMap(({ id, name, roles }) =>
        roles.map(roleName => ({ account: id, accountName: name, roleName })),
      ),
    } as const
  }
}
