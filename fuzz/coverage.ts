/** Counts of code instrumented by Istanbul: for each file, how often each statement, function and branch ran. */
export type Counters = Readonly<
  Record<
    string,
    {
      readonly s: Record<string, number>
      readonly f: Record<string, number>
      readonly b: Record<string, number[]>
    }
  >
>

/** Tells which inputs reach code that none before has reached, or reach it a different number of times. */
export interface Coverage {
  /** Whether the last input did that. Resets the counters. */
  isNew(): boolean
  /** How many statements, functions and branches have been reached, and how many there are. */
  readonly reached: number
  readonly all: number
}

/** Watches counters, and compares the code that the last input reached with all code reached before. */
export function watch(counters: Counters): Coverage {
  const groups: (Record<number, number> & { readonly length?: number })[] = []
  const sizes: number[] = []
  for (const { s, f, b } of Object.values(counters)) {
    for (const group of [s, f, ...Object.values(b)]) {
      groups.push(group)
      sizes.push(Object.keys(group).length)
    }
  }
  const starts = groups.map(group => (Array.isArray(group) ? 0 : Math.min(...Object.keys(group).map(Number))))
  const seen = sizes.map(size => new Uint8Array(size))
  return {
    isNew() {
      let found = false
      for (let index = 0; index < groups.length; index++) {
        const [group, of, start = 0] = [groups[index], seen[index], starts[index]]
        if (!group || !of) continue
        for (let place = 0; place < of.length; place++) {
          const count = group[start + place] ?? 0
          if (count === 0) continue
          group[start + place] = 0
          const before = of[place] ?? 0
          const after = before | bucket(count)
          if (after === before) continue
          of[place] = after
          found = true
        }
      }
      return found
    },
    get reached() {
      return seen.reduce((sum, of) => sum + of.filter(buckets => buckets > 0).length, 0)
    },
    all: sizes.reduce((sum, size) => sum + size, 0),
  }
}

/** Groups counts roughly: once, twice, three times, up to 7, 15, 31, 127, more. Like AFL's “hit counts”. */
function bucket(count: number): number {
  if (count < 4) return 1 << (count - 1)
  if (count < 8) return 8
  if (count < 16) return 16
  if (count < 32) return 32
  return count < 128 ? 64 : 128
}
