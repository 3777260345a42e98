/** A script from its start to its end. After its end none of its calls are carried out or answered. */
export class Life {
  /** Its calls to the browser, by name. */
  readonly calls: string[] = []
  readonly #listeners = new Map<string, Set<(...args: never[]) => unknown>>()
  readonly #timers = new Map<number, { readonly due: number; readonly run: () => void }>()
  readonly #most: number
  #hasEnded = false
  #unanswered = 0

  /** Ends the script at its next call after this many. The browser has carried out the earlier ones. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most
  }

  get hasEnded(): boolean {
    return this.#hasEnded
  }

  /** Whether it waits for an answer. */
  get isWaiting(): boolean {
    return !this.#hasEnded && this.#unanswered > 0
  }

  /** The number of its listeners and timers. */
  get held(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, this.#timers.size)
  }

  end(): void {
    this.#hasEnded = true
    this.#listeners.clear()
    this.#timers.clear()
  }

  /** Carries out a call and answers in a later turn. */
  async call<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
    if (this.calls.length === this.#most) this.end()
    if (this.#hasEnded) return never()
    this.calls.push(name)
    this.#unanswered++
    try {
      // The request is copied and carried out at once, in order, as in a browser.
      const done = Promise.resolve().then(work)
      done.catch(() => {})
      await turn()
      const result = await done
      return this.#hasEnded ? never() : result
    } finally {
      this.#unanswered--
    }
  }

  /** Returns one of the browser's events for the script. */
  event(name: string) {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    return {
      addListener: (listener: (...args: never[]) => unknown) => void listeners.add(listener),
      removeListener: (listener: (...args: never[]) => unknown) => void listeners.delete(listener),
    }
  }

  /** Calls the listeners of an event, and returns their results. */
  tell(name: string, ...args: unknown[]): unknown[] {
    return [...(this.#listeners.get(name) ?? [])].map(listener => listener(...(args as never[])))
  }

  setTimer(due: number, run: () => void): number {
    const id = ++lastTimer
    if (!this.#hasEnded) this.#timers.set(id, { due, run })
    return id
  }

  clearTimer(id: number): void {
    this.#timers.delete(id)
  }

  /** When the script's next timer is due. */
  get nextTimer(): number | undefined {
    const dues = [...this.#timers.values()].map(({ due }) => due)
    return dues.length > 0 ? Math.min(...dues) : undefined
  }

  runTimers(now: number): void {
    for (const [id, { due, run }] of [...this.#timers]) {
      if (due <= now && this.#timers.delete(id)) run()
    }
  }
}

let lastTimer = 0

/** Lets everything run that can without another turn. */
export function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

function never<Result>(): Promise<Result> {
  return new Promise(() => {})
}
