import { isDeepStrictEqual } from 'node:util'
import type { Driver, LaunchOptions, Surface } from '../browsers/driver'
import { readSync, removeFromSync, writeSync } from './sync'

/**
 * A browser that stands in for one computer of an account. The test plays the account and carries items between
 * computers.
 */
export interface Machine {
  readonly driver: Driver
  /** A page of the extension without its own script, to read and write sync storage. */
  readonly store: Surface
}

/** One item of `storage.sync` in transit. It has no value if it was removed. */
export interface Arrival {
  readonly key: string
  readonly value?: unknown
}

/** Starts a browser. With a profile's folder, it continues where that profile's machine was ended or killed. */
export async function startMachine(
  launchDriver: (options?: Partial<LaunchOptions>) => Promise<Driver>,
  profile?: string,
): Promise<Machine> {
  const driver = await launchDriver(profile === undefined ? {} : { profile })
  return { driver, store: await driver.open(driver.extensionUrl('icons/16.png')) }
}

/**
 * Returns the changes that give the second machine the first one's items: items to write first, then those to remove.
 */
async function underway(from: Machine, to: Machine): Promise<readonly Arrival[]> {
  const [sent, known] = [await readSync(from.store), await readSync(to.store)]
  const written = Object.entries(sent).filter(([key, value]) => !isDeepStrictEqual(value, known[key]))
  const removed = Object.keys(known).filter(key => !(key in sent))
  return [...written.map(([key, value]) => ({ key, value })), ...removed.map(key => ({ key }))]
}

/**
 * Makes items arrive at a machine one by one, in the given order. Each fires its own `storage.onChanged` in the
 * background script, like one from another computer.
 */
async function deliver(to: Machine, arrivals: readonly Arrival[]): Promise<void> {
  for (const { key, value } of arrivals) {
    if (value === undefined) await removeFromSync(to.store, key)
    else await writeSync(to.store, { [key]: value })
  }
}

/** Delivers everything that the first machine has to the second, in the order that `inOrder` returns. */
export async function carryOver(
  from: Machine,
  to: Machine,
  inOrder: (arrivals: readonly Arrival[]) => readonly Arrival[] = arrivals => arrivals,
): Promise<void> {
  await deliver(to, inOrder(await underway(from, to)))
}
