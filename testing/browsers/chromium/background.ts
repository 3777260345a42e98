import type { BrowserContext, CDPSession } from '@playwright/test'
import { waitFor } from '../wait'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

interface Evaluated {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly text: string; readonly exception?: { description?: string } }
}

/** Sends the service worker a command of the DevTools protocol and returns its result. */
type Send = <Result>(method: string, params?: object) => Promise<Result>

/** Chromium's service worker of the extension. */
export class Background {
  readonly #context: BrowserContext
  readonly #browser: CDPSession
  readonly #root: string
  #count = 0

  /** `root` is what the URLs of the extension's files begin with. */
  constructor(context: BrowserContext, browser: CDPSession, root: string) {
    this.#context = context
    this.#browser = browser
    this.#root = root
  }

  /** Stops the worker the way Chromium documents for tests. Its next event starts it again. */
  async stop(): Promise<void> {
    // https://developer.chrome.com/docs/extensions/how-to/test/test-serviceworker-termination-with-puppeteer
    const targetId = await this.#find()
    if (!targetId) return
    await waitFor('the service worker to stop', async () => {
      // A worker that is just starting ignores this. It fails if the target has gone in the meantime.
      await this.#browser.send('Target.closeTarget', { targetId }).catch(() => {})
      // A waiting event may start the worker again at once, as another target.
      return (await this.#find()) !== targetId
    })
  }

  /** Returns the text that the expression's promise resolves to in the worker. Starts the worker if necessary. */
  evaluateExpression(expression: string): Promise<string> {
    return this.#attached(async send => {
      const evaluate = { expression, awaitPromise: true }
      const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', evaluate)
      if (exceptionDetails) {
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      }
      return String(result.value)
    })
  }

  /** Returns the size of the worker's objects after a garbage collection, in bytes. */
  heap(): Promise<number> {
    return this.#attached(async send => {
      await send('HeapProfiler.collectGarbage')
      return (await send<{ readonly usedSize: number }>('Runtime.getHeapUsage')).usedSize
    })
  }

  async #attached<Result>(work: (send: Send) => Promise<Result>): Promise<Result> {
    const targetId = (await this.#find()) ?? (await this.#start())
    // Playwright lets a page's session have commands of its own, but not a worker's. So they are wrapped.
    const { sessionId } = await this.#browser.send('Target.attachToTarget', { targetId, flatten: false })
    try {
      return await work(async <Answer>(method: string, params: object = {}) => {
        const { result, error } = await this.#send(sessionId, method, params)
        if (!result) throw new Error(error?.message)
        return result as Answer
      })
    } finally {
      // Fails if the worker or the browser has ended.
      await this.#browser.send('Target.detachFromTarget', { sessionId }).catch(() => {})
    }
  }

  async #find(): Promise<string | undefined> {
    const { targetInfos } = await this.#browser.send('Target.getTargets')
    const workers = targetInfos.filter(({ type }) => type === 'service_worker')
    return workers.find(({ url }) => url.startsWith(this.#root))?.targetId
  }

  async #start(): Promise<string> {
    const [page] = this.#context.pages()
    if (!page) throw new Error('There is no tab to start the service worker from.')
    const cdp = await this.#context.newCDPSession(page)
    await cdp.send('ServiceWorker.enable')
    await cdp.send('ServiceWorker.startWorker', { scopeURL: this.#root })
    await cdp.detach()
    return waitFor('the service worker to start', () => this.#find())
  }

  #send(sessionId: string, method: string, params: object): Promise<Message> {
    this.#count += 1
    const id = this.#count
    return new Promise((resolve, reject) => {
      const onMessage = (event: { readonly sessionId: string; readonly message: string }) => {
        if (event.sessionId !== sessionId) return
        const message: Message = JSON.parse(event.message)
        if (message.id === id) end(() => resolve(message))
        // Chromium's message when the worker is stopped.
        if (message.method === 'Inspector.targetCrashed') onEnd()
      }
      const onEnd = () => end(() => reject(new Error('The service worker has stopped.')))
      const end = (settle: () => void) => {
        this.#browser.off('Target.receivedMessageFromTarget', onMessage)
        this.#context.off('close', onEnd)
        settle()
      }
      this.#browser.on('Target.receivedMessageFromTarget', onMessage)
      this.#context.on('close', onEnd)
      const message = JSON.stringify({ id, method, params })
      const sent = this.#browser.send('Target.sendMessageToTarget', { sessionId, message })
      sent.catch(error => end(() => reject(error)))
    })
  }
}
