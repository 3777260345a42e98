import type { Browser } from 'puppeteer-core'
import { readEvaluation, writeEvaluation } from '../evaluation'

/** A browsing context of WebDriver BiDi: a tab, the popup, or the browser's own window. */
export type ContextId = string

/** Puppeteer's connection, which its types leave out. */
interface WithConnection {
  readonly connection: { send(method: string, params: object): Promise<{ readonly result?: unknown }> }
}

interface EvaluateResult {
  readonly type: 'success' | 'exception'
  readonly result?: { readonly value?: unknown }
  readonly exceptionDetails?: { readonly text: string }
}

/** Talks WebDriver BiDi with Firefox. */
export class Session {
  readonly #send: WithConnection['connection']['send']
  readonly #browser: Browser
  readonly #window: ContextId

  private constructor(browser: Browser, window: ContextId) {
    const { connection } = browser as unknown as WithConnection
    this.#send = (method, params) => connection.send(method, params)
    this.#browser = browser
    this.#window = window
  }

  static async of(browser: Browser): Promise<Session> {
    const [window] = await new Session(browser, '').windows()
    if (!window) throw new Error('Firefox has no window.')
    return new Session(browser, window)
  }

  get ended(): boolean {
    return !this.#browser.connected
  }

  /** Returns the browser's own windows, in the order in which they were opened. */
  async windows(): Promise<readonly ContextId[]> {
    // Their scope is accessible with --remote-allow-system-access.
    const tree = await this.command<{ readonly contexts: readonly { readonly context: ContextId }[] }>(
      'browsingContext.getTree',
      { 'moz:scope': 'chrome', maxDepth: 0 },
    )
    return tree.contexts.map(({ context }) => context)
  }

  /** Returns the same connection with another browser window for `inWindow`. */
  ofWindow(window: ContextId): Session {
    return new Session(this.#browser, window)
  }

  /** Sends a command of the protocol and returns its result. */
  async command<T>(method: string, params: object): Promise<T> {
    return (await this.#send(method, params)).result as T
  }

  /** Returns the text that the expression's promise resolves to in the page. */
  async evaluateExpression(context: ContextId, expression: string): Promise<string> {
    const outcome = await this.command<EvaluateResult>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
    })
    if (outcome.type === 'exception') throw new Error(outcome.exceptionDetails?.text)
    return String(outcome.result?.value)
  }

  /** Runs a self-contained function with all of Firefox's privileges in the browser's own window. */
  async inWindow<A extends readonly unknown[], R>(
    run: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    return readEvaluation(await this.evaluateExpression(this.#window, writeEvaluation(run, args))) as R
  }
}
