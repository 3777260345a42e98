/** A text that was saved once. */
export interface Version {
  /** When, in milliseconds since 1970. */
  readonly time: number
  /** How many target roles it has. */
  readonly roles: number
  /** The text, deflated. */
  readonly data: string
  /** Whether it was saved in this browser. */
  readonly here: boolean
}

const most = 20
/** In characters: storage takes 10 MB in all, and the text in force comes first. */
const mostData = 3_000_000

/** The versions, latest first, with one more. The oldest go where there are too many; one that is the latest already counts once. */
export function withVersion(versions: readonly Version[], version: Version): readonly Version[] {
  if (versions[0]?.data === version.data) return versions
  const kept: Version[] = []
  let data = 0
  for (const one of [version, ...versions].slice(0, most)) {
    data += one.data.length
    if (data > mostData && kept.length > 0) break
    kept.push(one)
  }
  return kept
}
