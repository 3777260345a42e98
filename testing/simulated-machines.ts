import type { Decision } from '../src/sync/decide'
import { type Machine, synchronize } from '../src/sync/synchronize'
import { conflictId, edited, initialSyncState, type SyncState, settled } from '../src/sync-codec/sync-state'

type Items = Record<string, unknown>

/** A failure of a call to sync. Undefined lets the call work. */
export type Fault = (call: 'get' | 'set' | 'remove') => 'rejects' | 'dies before' | 'dies after' | undefined

/** Thrown when the browser is killed, so that nothing after it runs. */
class Killed extends Error {}

/** The longest that a machine waits before it looks again, in milliseconds. */
const hour = 3_600_000

/** Counter shared by all accounts, so that each value is unique. */
let generations = 0

/** Machines of one account, and their server, which has the last word about each item. */
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

  /**
   * Sends a machine's changes of an item to the server. If the machine has none, sends the server's item to the
   * machine.
   */
  exchange(machine: SimulatedMachine, key: string): void {
    if (machine.unsent.delete(key)) assign(this.#server, key, machine.items[key])
    else assign(machine.items, key, this.#server[key])
  }

  keys(): readonly string[] {
    return [
      ...new Set([this.#server, ...this.machines.map(({ items }) => items)].flatMap(Object.keys)),
    ].sort()
  }

  /**
   * Delivers everything everywhere and lets every machine look each hour, until nothing changes anymore. Fails if that
   * takes more than two days.
   */
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
    throw new Error('The machines are still exchanging changes after two days.')
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
  /** Every text that was ever saved here or put aside, like a history without a limit. */
  readonly history = new Set<string>()
  /** This machine's copy of the browser's sync storage. */
  readonly items: Items = {}
  /** Keys of items that the server doesn't have yet. */
  readonly unsent = new Set<string>()
  on = true
  /** How far the machine's clock is ahead, in milliseconds. */
  clockError = 0
  fault: Fault = () => undefined
  readonly #account: Account

  constructor(account: Account) {
    this.#account = account
  }

  /** Saves a text. With `settles`, the text is also made from the first conflict's. */
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

  /** Makes the user look at sync and put the text in use into it. */
  writeToSync(): void {
    const lineage = this.state.trouble?.kind === 'emptied' ? [] : this.state.lineage
    this.state = { ...this.state, edited: true, trouble: undefined, lineage }
  }

  /**
   * Looks at sync as the background script does. A kill may end it anywhere. Returns the milliseconds to wait before
   * the next look, and fails if that is more than an hour.
   */
  async look(): Promise<number | undefined> {
    try {
      const wait = await synchronize(this)
      if (wait !== undefined && (wait < 0 || wait > hour))
        throw new Error(`The machine would wait ${wait} ms, which is negative or more than an hour.`)
      return wait
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      return 0
    }
  }

  now = () => this.#account.time + this.clockError
  newGeneration = () => this.#account.nextGeneration()
  /** Keeps the text as it is, which is fast, because nobody looks inside. */
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
        throw new Error('A conflict that nobody had resolved was forgotten.')
    }
    if (take) {
      const kept =
        this.#account.madeFrom.get(take.text)?.has(this.text) ||
        state.conflicts.some(({ data }) => data === this.text)
      if (!kept) throw new Error('A text was silently replaced by one that wasn’t made from it.')
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
