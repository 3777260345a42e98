/** A script from its start to its end. Once it has ended, nothing that it asks for is done, and nothing is answered. */
export class Life {
  /** Its calls to the browser, by name. */
  readonly calls: string[] = []
  readonly #listeners = new Map<string, Set<(...args: never[]) => unknown>>()
  readonly #timers = new Map<number, { readonly due: number; readonly run: () => void }>()
  readonly #most: number
  #hasEnded = false
  #unanswered = 0

  /** It ends when it makes a call after so many; the browser has done what it was asked for before. */
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

  /** How many listeners and timers it has. */
  get held(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, this.#timers.size)
  }

  end(): void {
    this.#hasEnded = true
    this.#listeners.clear()
    this.#timers.clear()
  }

  /** Does what it asks for, and answers in a later turn. */
  async call<Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> {
    if (this.calls.length === this.#most) this.end()
    if (this.#hasEnded) return never()
    this.calls.push(name)
    this.#unanswered++
    try {
      // What is asked for is copied and done at once, as a browser does in its order.
      const done = Promise.resolve().then(work)
      done.catch(() => {})
      await turn()
      const result = await done
      return this.#hasEnded ? never() : result
    } finally {
      this.#unanswered--
    }
  }

  /** An event of the browser's, as the script sees it. */
  event(name: string) {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners)
    return {
      addListener: (listener: (...args: never[]) => unknown) => void listeners.add(listener),
      removeListener: (listener: (...args: never[]) => unknown) => void listeners.delete(listener),
    }
  }

  /** Calls the listeners of an event, and gives what they give. */
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

  /** When its next timer is due. */
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

/** Lets all that can go on without another turn do so. */
export function turn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

function never<Result>(): Promise<Result> {
  return new Promise(() => {})
}
