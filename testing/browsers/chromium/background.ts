import type { Browser, CDPSession, Protocol } from 'puppeteer-core'
import { waitFor } from '../wait'
import { evaluateExpression } from './evaluate-expression'

/** Chromium's service worker of the extension. */
export class Background {
  readonly #browser: Browser
  readonly #session: CDPSession
  readonly #root: string

  /** `session` is the browser's own. `root` is what the URLs of the extension's files begin with. */
  constructor(browser: Browser, session: CDPSession, root: string) {
    this.#browser = browser
    this.#session = session
    this.#root = root
  }

  /** Stops the worker the way Chromium documents for tests. Its next event starts it again. */
  async stop(): Promise<void> {
    // https://developer.chrome.com/docs/extensions/how-to/test/test-serviceworker-termination-with-puppeteer
    const worker = await this.#find()
    if (!worker) return
    const { targetId } = worker
    await waitFor('the service worker to stop', async () => {
      // A worker that is just starting ignores this. It fails if the target has gone in the meantime.
      await this.#session.send('Target.closeTarget', { targetId }).catch(() => {})
      // A waiting event may start the worker again at once, as another target.
      return (await this.#find())?.targetId !== targetId
    })
  }

  /** Returns the text that the expression's promise resolves to in the worker. Starts the worker if necessary. */
  evaluateExpression(expression: string): Promise<string> {
    return this.#attached(async worker => {
      // A worker that is just starting has no API yet.
      await waitFor('the API in the service worker', async () => {
        return (await evaluateExpression(worker, 'String("browser" in globalThis)')) === 'true'
      })
      return evaluateExpression(worker, expression)
    })
  }

  /** Returns the size of the worker's objects after a garbage collection, in bytes. */
  heap(): Promise<number> {
    return this.#attached(async worker => {
      await worker.send('HeapProfiler.collectGarbage')
      return (await worker.send('Runtime.getHeapUsage')).usedSize
    })
  }

  /** Works with a session that ends after the work, because Chromium never stops a worker that has one. */
  async #attached<Result>(work: (worker: CDPSession) => Promise<Result>): Promise<Result> {
    const target = (await this.#find()) ?? (await this.#start())
    const worker = await this.#session.connection()?.createSession(target)
    if (!worker) throw new Error('Chromium has ended.')
    try {
      return await work(worker)
    } finally {
      // Fails if the worker or the browser has ended.
      await worker.detach().catch(() => {})
    }
  }

  /** Asks Chromium, because Puppeteer's own list keeps workers that have ended with an extension that was reloaded. */
  async #find(): Promise<Protocol.Target.TargetInfo | undefined> {
    const { targetInfos } = await this.#session.send('Target.getTargets')
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(this.#root))
  }

  async #start(): Promise<Protocol.Target.TargetInfo> {
    const page = this.#browser.targets().find(target => target.type() === 'page')
    if (!page) throw new Error('There is no tab to start the service worker from.')
    const session = await page.createCDPSession()
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.startWorker', { scopeURL: this.#root })
    await session.detach()
    return waitFor('the service worker to start', () => this.#find())
  }
}
