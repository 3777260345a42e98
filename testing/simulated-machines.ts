import type { Decision } from '../src/sync/decide'
import { type Machine, synchronise } from '../src/sync/synchronise'
import { conflictId, edited, initialSyncState, type SyncState, settled } from '../src/sync-codec/sync-state'

type Items = Record<string, unknown>

/** A failure of a call to sync; undefined lets it work. */
export type Fault = (call: 'get' | 'set' | 'remove') => 'rejects' | 'dies before' | 'dies after' | undefined

/** The browser was killed: nothing after this is run. */
class Killed extends Error {}

/** An hour, the longest that a machine ever waits of itself, in milliseconds. */
const hour = 3_600_000

/** Counter shared by all accounts, so that each value is unique. */
let generations = 0

/** Machines of one account, and the server between them, which has the last word about each item. */
export class Account {
  /** The time on correct clocks. */
  time = 1_800_000_000_000
  readonly machines: SimulatedMachine[]
  /** For each text, all the texts that it was made from, including itself. */
  readonly madeFrom = new Map<string, ReadonlySet<string>>([['', new Set([''])]])
  readonly #server: Items = {}

  constructor(count: number) {
    this.machines = Array.from({ length: count }, () => new SimulatedMachine(this))
  }

  nextGeneration(): string {
    return `g${String(++generations).padStart(7, '0')}`
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

  /** Lets everything arrive everywhere and everyone look each hour, until nothing changes any more. Within two days it has to. */
  async settle(): Promise<void> {
    for (let round = 0; round < 48; round++) {
      const before = this.#snapshot()
      let waits = false
      this.time += hour
      for (const machine of this.machines) {
        for (const key of this.keys()) this.exchange(machine, key)
        for (const key of this.keys()) this.exchange(machine, key)
        waits = (await machine.look()) !== undefined || waits
      }
      if (this.#snapshot() === before && !waits) return
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
  /** Returns what this machine's browser holds as sync. */
  readonly items: Items = {}
  /** Keys whose items the server hasn't got yet. */
  readonly unsent = new Set<string>()
  on = true
  /** How far its clock is ahead of the right time, in milliseconds. */
  clockError = 0
  fault: Fault = () => undefined
  readonly #account: Account

  constructor(account: Account) {
    this.#account = account
  }

  /** Saves a text; with `settles`, one that is made from the first conflict's too. */
  save(text: string, settles = false): void {
    const [conflict] = settles ? this.state.conflicts : []
    const { madeFrom } = this.#account
    const other = conflict && madeFrom.get(conflict.data)
    madeFrom.set(text, new Set([text, ...(madeFrom.get(this.text) ?? []), ...(other ?? [])]))
    this.text = text
    this.#account.time++
    this.state = edited(conflict ? settled(this.state, conflictId(conflict)) : this.state, this.now())
    this.history.add(text)
  }

  /** The user looks at sync as it is, and wants the text in use in it. */
  writeToSync(): void {
    const lineage = this.state.trouble?.kind === 'emptied' ? [] : this.state.lineage
    this.state = { ...this.state, edited: true, trouble: undefined, lineage }
  }

  /**
   * Looks at sync as the background script does. A kill ends it wherever it is. Gives after how many milliseconds to look
   * again, and fails if that is longer than an hour.
   */
  async look(): Promise<number | undefined> {
    try {
      const wait = await synchronise(this)
      if (wait !== undefined && (wait < 0 || wait > hour)) throw new Error(`It would wait for ${wait} ms.`)
      return wait
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      return 0
    }
  }

  now = () => this.#account.time + this.clockError
  newGeneration = () => this.#account.nextGeneration()
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
    const before = this.state.conflicts
    this.state = structuredClone(state)
    const now = take?.text ?? this.text
    for (const conflict of before) {
      const isKept = state.conflicts.some(({ data }) => data === conflict.data)
      if (!isKept && !this.#account.madeFrom.get(now)?.has(conflict.data))
        throw new Error('A text about which nobody had decided was forgotten.')
    }
    if (take) {
      const kept =
        this.#account.madeFrom.get(take.text)?.has(this.text) ||
        state.conflicts.some(({ data }) => data === this.text)
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
