import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import { waitFor } from '../wait'
import { evaluateText } from './evaluate'

type Worker = Protocol.Target.TargetInfo

/**
 * The extension's service worker. Chromium is asked for it each time, because Puppeteer goes on listing the one of an extension
 * that was loaded again since.
 */
export class Background {
  readonly #browser: CDPSession
  readonly #anyPage: () => Promise<Page>
  readonly #isKnown: (targetId: string) => boolean
  readonly #root: string
  #offline: CDPSession | undefined

  /** `browser` is a session of the browser itself, `root` the start of the URLs of the extension's files. */
  constructor(
    browser: CDPSession,
    anyPage: () => Promise<Page>,
    isKnown: (targetId: string) => boolean,
    root: string,
  ) {
    this.#browser = browser
    this.#anyPage = anyPage
    this.#isKnown = isKnown
    this.#root = root
  }

  /** Stops the worker the way Chromium documents for tests. Its next event starts it again. */
  async stop(): Promise<void> {
    // https://developer.chrome.com/docs/extensions/how-to/test/test-serviceworker-termination-with-puppeteer
    const running = await this.#find()
    if (!running) return
    const { targetId } = running
    await waitFor('the service worker to stop', async () => {
      // A worker that is just starting ignores this. It fails if the target has gone in the meantime.
      await this.#browser.send('Target.closeTarget', { targetId }).catch(() => {})
      // An event that waits may start it again at once, as another target.
      return (await this.#find())?.targetId !== targetId
    })
  }

  /** Returns the text that the expression's promise resolves to in the worker, which is started if necessary. */
  async evaluateExpression(expression: string): Promise<string> {
    const running = await this.#running()
    return this.#attached(running, worker => evaluateText(worker, expression))
  }

  /** Does the same in a worker that is running; undefined if it isn't. */
  async evaluateIfRunning(expression: string): Promise<string | undefined> {
    const running = await this.#find()
    return running && this.#attached(running, worker => evaluateText(worker, expression))
  }

  /** Returns the size of its objects after a garbage collection, in bytes. */
  async heap(): Promise<number> {
    return this.#attached(await this.#running(), async worker => {
      await worker.send('HeapProfiler.collectGarbage')
      return (await worker.send('Runtime.getHeapUsage')).usedSize
    })
  }

  /** Disconnects it from the network, for as long as it runs, or reconnects it. */
  async setOffline(offline: boolean): Promise<void> {
    // It is offline only for as long as there is a session that says so.
    if (this.#offline) await this.#detach(this.#offline)
    this.#offline = undefined
    if (!offline) return
    this.#offline = await this.#attach(await this.#running())
    const nothing = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
    await this.#offline.send('Network.enable')
    await this.#offline.send('Network.emulateNetworkConditions', { offline: true, ...nothing })
  }

  async #running(): Promise<Worker> {
    const worker = (await this.#find()) ?? (await this.#start())
    // While it is starting it has no extension API.
    const isReady = 'Promise.resolve(typeof globalThis.chrome)'
    await waitFor('the service worker to be ready', () =>
      this.#attached(worker, async session => (await evaluateText(session, isReady)) === 'object'),
    )
    return worker
  }

  async #find(): Promise<Worker | undefined> {
    const { targetInfos } = await this.#browser.send('Target.getTargets')
    const workers = targetInfos.filter(({ type }) => type === 'service_worker')
    const worker = workers.find(({ url }) => url.startsWith(this.#root))
    // One that Puppeteer holds at its start isn't there yet: to attach to it would end it.
    return worker && this.#isKnown(worker.targetId) ? worker : undefined
  }

  async #start(): Promise<Worker> {
    const cdp = await (await this.#anyPage()).createCDPSession()
    await cdp.send('ServiceWorker.enable')
    const started = await waitFor('the service worker to start', async () => {
      // An extension that is just being installed has none yet.
      await cdp.send('ServiceWorker.startWorker', { scopeURL: this.#root })
      return this.#find()
    })
    await cdp.detach()
    return started
  }

  /** A session of its own, since a worker with one that stays wouldn't stop when it is idle. */
  async #attached<Result>(worker: Worker, work: (session: CDPSession) => Promise<Result>): Promise<Result> {
    const session = await this.#attach(worker)
    const stopped = new Promise<never>((_, reject) => {
      session.once('Inspector.targetCrashed', () => reject(new Error('The service worker has stopped.')))
    })
    try {
      return await Promise.race([work(session), stopped])
    } finally {
      await this.#detach(session)
    }
  }

  /** By the browser's session: Puppeteer's own way keeps it from letting a worker go on that it holds at its start. */
  async #attach({ targetId }: Worker): Promise<CDPSession> {
    const { sessionId } = await this.#browser.send('Target.attachToTarget', { targetId, flatten: true })
    const session = this.#browser.connection()?.session(sessionId)
    if (!session) throw new Error('The service worker has stopped.')
    return session
  }

  /** It fails if the worker or the browser has ended. */
  async #detach(session: CDPSession): Promise<void> {
    await this.#browser.send('Target.detachFromTarget', { sessionId: session.id() }).catch(() => {})
  }
}
