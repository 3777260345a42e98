import { cost, split } from './chunks'
import { encode } from './codec'
import { maxLineage } from './sync-state'

/** Returns the size of a text in sync, in bytes, with the longest header it can have. */
export function syncBytes(text: string): number {
  const ancestors = new Array<string>(maxLineage).fill('12345678')
  return cost(split(encode(text), { generation: '12345678', ancestors, time: Date.now() }))
}
