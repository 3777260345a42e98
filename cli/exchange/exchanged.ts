/** What couldn’t be carried over, and the names that it’s about. */
type Note = readonly [why: string, names: readonly string[]]

/** A list for another tool. */
export interface Exported {
  readonly text: string
  /** How many profiles it has. */
  readonly count: number
  readonly notes: readonly Note[]
}

/** A list from another tool. */
export interface Imported {
  readonly text: string
  readonly notes: readonly Note[]
}
