import type { Decision } from './decide'
import { edited, initialSyncState, type SyncState, settled } from './sync-state'
import { type Machine, synchronise } from './synchronise'

type Items = Record<string, unknown>

/** What can go wrong when sync is asked for something; undefined lets it work. */
export type Fault = (call: 'get' | 'set' | 'remove') => 'rejects' | 'dies before' | 'dies after' | undefined

/** The browser was killed: nothing after this is run. */
class Killed extends Error {}

/** Machines of one account, and the server between them, which has the last word about each item. */
export class Account {
  time = 1_000_000
  readonly machines: SimulatedMachine[]
  /** Of each text all those that it was made from, itself included. */
  readonly madeFrom = new Map<string, ReadonlySet<string>>([['', new Set([''])]])
  readonly #server: Items = {}
  #generations = 0

  constructor(count: number) {
    this.machines = Array.from({ length: count }, (_, number) => new SimulatedMachine(this, number))
  }

  nextGeneration(): string {
    return `g${String(++this.#generations).padStart(7, '0')}`
  }

  /** Hands a machine's changes of an item to the server, or, where it has none, the server's item to the machine. */
  exchange(machine: SimulatedMachine, key: string): void {
    if (machine.unsent.delete(key)) assign(this.#server, key, machine.items[key])
    else assign(machine.items, key, this.#server[key])
  }

  keys(): readonly string[] {
    return [
      ...new Set([this.#server, ...this.machines.map(({ items }) => items)].flatMap(Object.keys)),
    ].sort()
  }

  /** Lets everything arrive everywhere and everyone look, until nothing changes any more. */
  async settle(): Promise<void> {
    for (let round = 0; round < 40; round++) {
      const before = this.#snapshot()
      for (const machine of this.machines) {
        for (const key of this.keys()) this.exchange(machine, key)
        for (const key of this.keys()) this.exchange(machine, key)
        this.time += 100_000_000
        await machine.look()
      }
      if (this.#snapshot() === before) return
    }
    throw new Error('The machines never come to rest.')
  }

  #snapshot(): string {
    return JSON.stringify([
      this.#server,
      this.machines.map(({ items, text, state }) => [items, text, { ...state, written: 0 }]),
    ])
  }
}

export class SimulatedMachine implements Machine {
  text = ''
  state: SyncState = initialSyncState
  /** Every text that was ever saved here or put aside, as the history would have it without a limit. */
  readonly history = new Set<string>()
  /** What this machine's browser holds as sync. */
  readonly items: Items = {}
  /** Keys whose items the server hasn't got yet. */
  readonly unsent = new Set<string>()
  on = true
  fault: Fault = () => undefined
  readonly #account: Account
  readonly #number: number

  constructor(account: Account, number: number) {
    this.#account = account
    this.#number = number
  }

  save(text: string, settles = false): void {
    const state = settles ? settled(this.state) : this.state
    const { madeFrom } = this.#account
    const other = settles ? madeFrom.get(this.state.conflict?.data ?? '') : undefined
    madeFrom.set(text, new Set([text, ...(madeFrom.get(this.text) ?? []), ...(other ?? [])]))
    this.text = text
    this.state = edited(state, ++this.#account.time)
    this.history.add(text)
  }

  /** Looks at sync as the background script does. A kill ends it wherever it is. */
  async look(): Promise<void> {
    try {
      await synchronise(this)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  now = () => this.#account.time
  newGeneration = () => `${this.#account.nextGeneration()}${this.#number}`.slice(-8)
  /** Nobody looks inside: kept as it is, it is quick. */
  deflate = async (text: string) => text
  encode = async (text: string) => encodeURIComponent(text)
  decode = decodeURIComponent
  exclusively = <Result>(work: () => Promise<Result>) => work()

  async read() {
    return this.on ? { text: this.text, state: this.state } : undefined
  }

  async write({ state, take, aside }: Pick<Decision, 'state' | 'take' | 'aside'>) {
    if (aside) this.history.add(aside.data)
    this.state = structuredClone(state)
    if (take) {
      const kept = this.#account.madeFrom.get(take.text)?.has(this.text) || state.conflict?.data === this.text
      if (!kept) throw new Error('A text gave way to one that was not made from it, without a word.')
      this.text = take.text
      this.history.add(take.text)
    }
  }

  readonly sync = {
    get: () => this.#call('get', () => ({ ...this.items })),
    set: (items: Readonly<Items>) =>
      this.#call('set', () => {
        Object.assign(this.items, items)
        for (const key of Object.keys(items)) this.unsent.add(key)
      }),
    remove: (keys: readonly string[]) =>
      this.#call('remove', () => {
        for (const key of keys) {
          delete this.items[key]
          this.unsent.add(key)
        }
      }),
  }

  async #call<Result>(call: 'get' | 'set' | 'remove', work: () => Result): Promise<Result> {
    const fault = this.fault(call)
    if (fault === 'dies before') throw new Killed()
    if (fault === 'rejects') throw new Error('QUOTA_BYTES quota exceeded')
    const result = work()
    if (fault === 'dies after') throw new Killed()
    return result
  }
}

function assign(items: Items, key: string, value: unknown): void {
  if (value === undefined) delete items[key]
  else items[key] = value
}
