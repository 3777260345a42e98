import { maxListBytes } from '../config/parse/list-size'
import { errorText } from '../lib/error-text'
import { cost, fits, gather, isOurs, split } from '../sync-codec/chunks'
import { inStep, type SyncFailure, type SyncState } from '../sync-codec/sync-state'
import { type Decision, decide, type Local, maxRefusedWaitMs, type Remote, writePauseMs } from './decide'

type Items = Readonly<Record<string, unknown>>

/** A browser with the extension, as far as sync is concerned. */
export interface Machine {
  /** Milliseconds since 1970. */
  now(): number
  /** Returns an identifier of a few characters that no other machine makes. */
  newGeneration(): string
  deflate(text: string): Promise<string>
  /** Returns a text in characters that take a byte each in sync. */
  encode(text: string): Promise<string>
  /** Returns the text that `encode` was given; throws if the data isn't valid. */
  decode(data: string): string
  /** Runs `work` while nobody else writes the text in use or its state. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>
  /** Returns the text in use and its state; undefined if sync is off or they can't be read. */
  read(): Promise<{ readonly text: string; readonly state: SyncState } | undefined>
  /** Writes all of it in one call, or nothing. */
  write(change: Pick<Decision, 'state' | 'take' | 'aside'>): Promise<void>
  /** The store that the browser syncs. Each call may reject, and none hangs forever. */
  readonly sync: {
    get(): Promise<Items>
    set(items: Items): Promise<void>
    remove(keys: readonly string[]): Promise<void>
  }
}

/**
 * Takes in what came from elsewhere, or writes what was saved here. It can be called, and interrupted, at any time: the next
 * call continues. Returns the milliseconds until it wants to be called again, or undefined.
 * @throws if `storage.local` fails, with nothing changed.
 */
export async function synchronize(machine: Machine): Promise<number | undefined> {
  const before = await machine.read()
  if (!before) return undefined
  let items: Items
  try {
    items = await machine.sync.get()
  } catch (error) {
    return postpone(machine, error)
  }
  const remote = await readRemote(machine, items, before.state.lineage[0])
  const decision = await machine.exclusively(() => decideAndKeep(machine, remote))
  if (!decision || decision.next.kind === 'rest') return undefined
  if (decision.next.kind === 'wait') return decision.next.milliseconds
  return writeText(machine, items, decision.local)
}

async function decideAndKeep(machine: Machine, remote: Remote) {
  const reading = await machine.read()
  if (!reading) return undefined
  const { text, state } = reading
  // Only if there is a text from elsewhere may this one have to give way, and be kept.
  const local: Local = { text, state, data: remote.kind === 'whole' ? await machine.deflate(text) : '' }
  const decision = decide(local, remote, machine.now())
  const writes = decision.next.kind === 'write'
  const next = writes ? { ...decision.state, writing: machine.newGeneration() } : decision.state
  if (decision.take || decision.aside || !same(next, state)) await machine.write({ ...decision, state: next })
  return { next: decision.next, local: { ...local, state: next } }
}

/**
 * Reads what is in sync. `known` is the generation that the text in use was last in step with: its text need not be read
 * again.
 */
async function readRemote(machine: Machine, items: Items, known: string | undefined): Promise<Remote> {
  const gathered = gather(items)
  if (gathered.kind !== 'whole') return gathered
  if (gathered.header.generation === known) return { kind: 'known' }
  try {
    const text = machine.decode(gathered.data)
    return { kind: 'whole', header: gathered.header, text, data: await machine.deflate(text) }
  } catch {
    const { header } = gathered
    return { kind: 'damaged', header, generations: [header.generation, ...header.ancestors] }
  }
}

async function writeText(machine: Machine, before: Items, { text, state }: Local) {
  const generation = state.writing ?? machine.newGeneration()
  const written = split(await machine.encode(text), {
    generation,
    ancestors: state.lineage,
    time: state.time,
  })
  const isTooLong = text.length > maxListBytes
  const others = Object.entries(before).filter(([key]) => !isOurs(key))
  const all = { ...Object.fromEntries(others), ...written }
  if (isTooLong || !fits(all)) {
    await change(machine, now => ({ ...now, trouble: { kind: 'too-large', bytes: cost(all) } }))
    return undefined
  }
  try {
    await machine.sync.set(written)
  } catch (error) {
    return postpone(machine, error)
  }
  const leftOver = Object.keys(before).filter(key => isOurs(key) && !(key in written))
  // They are of no use, and are removed with the next text.
  if (leftOver.length > 0) await machine.sync.remove(leftOver).catch(() => {})
  const data = await machine.deflate(text)
  const after = await change(machine, (now, inForce) => ({
    ...inStep(now, [generation, ...state.lineage], data),
    written: machine.now(),
    edited: inForce !== text,
  }))
  return after?.edited ? writePauseMs : undefined
}

/** Records that the browser refused. A text that was not written stays to be written. */
async function postpone(machine: Machine, error: unknown): Promise<number | undefined> {
  let wait = 0
  const state = await change(machine, now => {
    const attempts = now.trouble?.kind === 'refused' ? now.trouble.attempts + 1 : 1
    wait = Math.min(writePauseMs * 2 ** attempts, maxRefusedWaitMs)
    const until = machine.now() + wait
    const trouble: SyncFailure = { kind: 'refused', message: errorText(error), attempts, until }
    return { ...now, trouble }
  })
  return state && wait
}

function change(
  machine: Machine,
  changed: (state: SyncState, text: string) => SyncState,
): Promise<SyncState | undefined> {
  return machine.exclusively(async () => {
    const reading = await machine.read()
    if (!reading) return undefined
    const state = changed(reading.state, reading.text)
    await machine.write({ state })
    return state
  })
}

function same(one: SyncState, other: SyncState): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
