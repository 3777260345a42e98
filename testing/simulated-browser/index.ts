import { fileURLToPath } from 'node:url'
import type { DataRequest, TabRequest } from '../../src/browser/messaging'
import { apiFor, extensionUrl } from './api'
import { compression, digests } from './compression'
import { Life, turn } from './life'
import type * as page from './page'
import { buildScript, type Start } from './script'
import type { BrowserState, SimulatedTab } from './state'

export { type BrowserState, freshState } from './state'

export interface Scripts {
  readonly background: Start
  readonly page: Start
}

/** Builds the extension's background script, and one that stands in for its pages. */
export async function buildScripts(): Promise<Scripts> {
  const [background, page] = await Promise.all(
    ['../../src/background.ts', './page.ts'].map(path =>
      buildScript(fileURLToPath(new URL(path, import.meta.url))),
    ),
  )
  if (!background || !page) throw new Error('The build needs two scripts.')
  return { background, page }
}

/** All activity has ended after this many turns without a call. */
const quiet = 12

/**
 * A browser without a window, in Node. It runs the extension's real background script against simulated APIs and
 * storage, and stops and starts it when a test asks for it. Time passes only in `pass`.
 */
export class SimulatedBrowser {
  /** The next background script is stopped after this many calls of the browser's functions. */
  stopsAfter: number | undefined
  readonly state: BrowserState
  readonly #scripts: Scripts
  #background: Life | undefined
  #page: typeof page | undefined
  #lock: Promise<unknown> = Promise.resolve()
  #busy = 0

  constructor(scripts: Scripts, state: BrowserState) {
    this.#scripts = scripts
    this.state = state
  }

  /** Returns another browser with the same state, in which no script of the extension runs. */
  copy(): SimulatedBrowser {
    return new SimulatedBrowser(this.#scripts, structuredClone(this.state))
  }

  /** The background script, if it's running. */
  get background(): Life | undefined {
    return this.#background?.hasEnded ? undefined : this.#background
  }

  /** The actions of the extension's pages. */
  page(): typeof page {
    this.#page ??= this.#start(this.#scripts.page, new Life()) as typeof page
    return this.#page
  }

  /** Fires an event in the background script. Starts the script if it isn't running. */
  tell(event: string, ...args: unknown[]): unknown[] {
    return this.#running().tell(event, ...args)
  }

  /** Sends the background script a message. `answered` is called with the answer, if there is one. */
  send(
    event: 'message' | 'external message',
    message: unknown,
    sender: object,
    answered = (_: unknown) => {},
  ) {
    this.tell(event, message, sender, answered)
  }

  /** Sends the background script a request from one of the extension's pages. */
  ask(request: string, answered?: (answer: unknown) => void): void {
    this.send('message', request, { id: 'rolecall', url: `${extensionUrl}options/index.html` }, answered)
  }

  /** Sends the background script a menu's request about a tab. */
  askAbout(request: TabRequest, tab: number): void {
    this.send('message', { request, tab }, { id: 'rolecall', url: `${extensionUrl}popup/index.html` })
  }

  /** Sends the background script a menu's request with data. */
  askWith(request: DataRequest, data: object): void {
    this.send('message', { request, data }, { id: 'rolecall', url: `${extensionUrl}popup/index.html` })
  }

  /** Asks for the marks of a tab's page, as its content script does when the page is loaded or shown. */
  askForMarks({ id, url }: SimulatedTab, answered?: (answer: unknown) => void): void {
    this.send('message', 'mark', { id: 'rolecall', url, frameId: 0, tab: { id, incognito: false } }, answered)
  }

  /** Says that a link in a tab has loaded, as its page's content script does. */
  loadLink({ id, url }: SimulatedTab): void {
    this.send('message', 'link-loaded', { id: 'rolecall', url, frameId: 0, tab: { id, incognito: false } })
  }

  /** Closes a tab as the user does. */
  closeTab(id: number): void {
    this.state.tabs = this.state.tabs.filter(tab => tab.id !== id)
    this.state.groups = this.state.groups.filter(group =>
      this.state.tabs.some(tab => tab.groupId === group.id),
    )
    this.tell('tab closed', id, { isWindowClosing: false })
  }

  stopBackground(): void {
    this.#background?.end()
    this.#background = undefined
  }

  /**
   * Ends the browser and starts it again. It forgets everything that it doesn't keep, and loads the pages of its tabs
   * again.
   */
  async restart(): Promise<void> {
    this.stopBackground()
    const { state } = this
    state.areas.session = {}
    // Firefox forgets alarms, Chromium may.
    state.alarms = {}
    const numbers = new Map(state.groups.map(({ id }) => [id, ++state.lastId]))
    state.groups = state.groups.map(group => ({ ...group, id: numbers.get(group.id) ?? -1 }))
    state.tabs = state.tabs.map(tab => ({
      ...tab,
      id: ++state.lastId,
      groupId: numbers.get(tab.groupId) ?? -1,
      hasScript: false,
    }))
    this.tell('startup')
    await this.settle()
    for (const tab of state.tabs) {
      if (state.scripts.includes('links') && tab.url.includes('rolecall=')) this.loadLink(tab)
      if (!state.scripts.includes('marks')) continue
      tab.hasScript = true
      this.askForMarks(tab)
    }
    await this.settle()
  }

  /** Lets the scripts run until they wait only for time or an event. */
  async settle(): Promise<void> {
    for (let turns = 0; turns < quiet; turns++) {
      const before = this.#background?.calls.length
      await turn()
      if (this.#background?.isWaiting || this.#busy > 0 || this.#background?.calls.length !== before)
        turns = 0
    }
  }

  /** Lets time pass, and fires the timers and alarms that are due in it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.state.now + milliseconds
    await this.settle()
    for (let next = this.#next(); next !== undefined && next <= end; next = this.#next()) {
      this.state.now = Math.max(this.state.now, next)
      for (const [name, due] of Object.entries(this.state.alarms)) {
        if (due > this.#clock) continue
        delete this.state.alarms[name]
        this.tell('alarm', { name })
      }
      this.background?.runTimers(this.state.now)
      await this.settle()
    }
    this.state.now = end
  }

  get #clock(): number {
    return this.state.now + this.state.clockError
  }

  #next(): number | undefined {
    const { clockError } = this.state
    const alarms = Object.values(this.state.alarms).map(due => due - clockError)
    const dues = [...alarms, this.background?.nextTimer ?? Number.POSITIVE_INFINITY]
    const next = Math.min(...dues)
    return next === Number.POSITIVE_INFINITY ? undefined : next
  }

  #running(): Life {
    if (this.background) return this.background
    const life = new Life(this.stopsAfter)
    this.stopsAfter = undefined
    this.#background = life
    // The lock's holder has ended.
    this.#lock = Promise.resolve()
    this.#start(this.#scripts.background, life)
    return life
  }

  #start(script: Start, life: Life): unknown {
    const { state } = this
    const chrome = apiFor(life, state, {
      changed: (changes, area) => this.#later(() => this.#tellIf(life, 'storage', changes, area)),
      opened: tab => this.#later(() => this.#tellIf(life, 'tab updated', tab, { status: 'complete' })),
    })
    return script({
      chrome,
      navigator: { onLine: true, locks: { request: this.#locksOf(life) } },
      fetch: (url: string, { headers }: { headers: Headers }) =>
        life.call('fetch', () => this.#serve(url, headers)),
      setTimeout: (run: () => void, milliseconds = 0) => life.setTimer(state.now + milliseconds, run),
      clearTimeout: (id: number) => life.clearTimer(id),
      Date: class extends Date {
        static override now = () => state.now + state.clockError
      },
      ...compression,
      ...digests,
    })
  }

  /**
   * A change by another script starts the background script. The background script hears of its own change only if it's
   * still running.
   */
  #tellIf(by: Life, event: string, ...args: unknown[]): void {
    if (!by.hasEnded) this.tell(event, ...args)
  }

  #later(work: () => void): void {
    this.#busy++
    // Fires after the answer to the call that caused it.
    turn()
      .then(turn)
      .then(() => {
        this.#busy--
        work()
      })
  }

  #locksOf(life: Life) {
    return (_: string, work: () => Promise<unknown>) => {
      const before = this.#lock
      const locked = life.call('locks.request', () => before).then(work)
      this.#lock = locked.catch(() => {})
      return locked
    }
  }

  #serve(url: string, headers: Headers): Response {
    const { served, asked } = this.state
    const text = served[url]
    asked[url] = (asked[url] ?? 0) + 1
    const etag = `"${text?.length} ${text?.slice(0, 40).replace(/\W/g, '')}"`
    const isKnown = headers.get('If-None-Match') === etag
    const status = text === undefined ? 404 : isKnown ? 304 : 200
    const response = new Response(status === 200 ? text : null, { status, headers: { etag } })
    return Object.defineProperties(response, { url: { value: url }, type: { value: 'basic' } })
  }
}
