import lzString from 'lz-string'
import { fits, split } from '../src/sync-codec/chunks'
import { decode, encode } from '../src/sync-codec/codec'
import { generatedConfiguration } from '../testing/generators/generated-configuration'
import { randomNumbers } from '../testing/generators/random-numbers'

/** The capacity of 8 items of 2,700 UTF-16 characters, which is how AWS Extend Switch Roles stores its list. */
const peerRoom = 8 * 2_700
const roles = 10_000

/** How many generated roles fit, comments included. */
interface Capacity {
  readonly accountIds: string
  readonly ours: number
  readonly lzString: number
}

export interface SyncCapacity {
  readonly capacities: readonly Capacity[]
  /** The number of roles in the text that is encoded and decoded. */
  readonly roles: number
  /** Each run, in milliseconds. */
  readonly decoding: readonly number[]
  readonly encoding: readonly number[]
}

/** Measures in Node how large a list the browser's sync holds, and how long reading and writing it takes. */
export function measureSync(rounds: number): SyncCapacity {
  const text = withAccountIdsByChance(roles)
  const encoding: number[] = []
  const decoding: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    const data = encode(text)
    const encoded = performance.now()
    if (decode(data) !== text) throw new Error('The decoded text differs from the original.')
    encoding.push(encoded - begin)
    decoding.push(performance.now() - encoded)
  }
  const stamp = {
    generation: 'abcdefgh',
    ancestors: new Array<string>(12).fill('abcdefgh'),
    time: Date.now(),
  }
  // AWS assigns account ids at random, and random digits hardly compress.
  const texts = { random: withAccountIdsByChance, 'evenly spaced': generatedConfiguration }
  const capacities = Object.entries(texts).map(([accountIds, text]) => ({
    accountIds,
    ours: most(count => fits(split(encode(text(count)), stamp))),
    lzString: most(count => lzString.compressToUTF16(text(count)).length <= peerRoom),
  }))
  return { capacities, roles, decoding, encoding }
}

/** Returns the same list at each call, like `generatedConfiguration`. */
function withAccountIdsByChance(count: number): string {
  const next = randomNumbers(1)
  const sixDigits = () => String(Math.floor(next() * 1_000_000)).padStart(6, '0')
  return generatedConfiguration(count).replace(/\b2\d{11}\b/g, () => sixDigits() + sixDigits())
}

/** Returns the largest count that fits, rounded down to a hundred. */
function most(fitting: (count: number) => boolean): number {
  let [low, high] = [0, 400]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fitting(middle * 100)) low = middle
    else high = middle
  }
  return low * 100
}
