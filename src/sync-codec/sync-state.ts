import { checksum } from '../lib/checksum'

/** How the text in use relates to the one in sync. A save changes nothing else. */
export interface SyncStatus {
  /** The generations that the text in use was made from, latest first: the first is the one it was last in step with. */
  readonly lineage: readonly string[]
  /** When the text in use was saved, here or elsewhere, in milliseconds since 1970. */
  readonly time: number
  /** Whether the text in use was saved here and isn't in sync yet. */
  readonly edited: boolean
  /** The generation on its way into sync. It is kept if the browser closes meanwhile. */
  readonly writing: string | undefined
  /** When sync was last written to, in milliseconds since 1970. */
  readonly written: number
  /** The texts that the user hasn't decided about yet, oldest first. */
  readonly conflicts: readonly Conflict[]
  readonly trouble: SyncFailure | undefined
}

/** All that this browser remembers about sync. */
export interface SyncState extends SyncStatus {
  /** The texts of the last generations, latest first: a merge starts from one of them. */
  readonly texts: readonly GenerationText[]
}

export interface GenerationText {
  readonly generation: string
  /** The text, deflated. */
  readonly data: string
}

/** A text that was saved in another browser at the same time as the one in use, and had to give way to it. */
export interface Conflict {
  /** Its generation; undefined if it never reached sync. */
  readonly generation: string | undefined
  /** When it was saved, in milliseconds since 1970. */
  readonly time: number
  /** Whether this browser saved it. */
  readonly own: boolean
  /** The text, deflated. */
  readonly data: string
  /** The text that both were made from, deflated; undefined if it isn't known anymore. */
  readonly base: string | undefined
}

/** Returns a conflict's id, which depends on its text: a decision about it counts for no other. */
export function conflictId({ data }: Conflict): string {
  return checksum(data)
}

/** What keeps the text in use and sync apart. */
export type SyncFailure =
  /** Parts of the text have arrived. `overdue` once the rest has taken long enough to tell the user. */
  | { readonly kind: 'incomplete' | 'damaged'; readonly since: number; readonly overdue: boolean }
  /**
   * Sync is empty, though it had the text in use. The browser may be signed in to another account, so nothing is written
   * there until the user wants it.
   */
  | { readonly kind: 'emptied' }
  /** A later version of the extension wrote the data in sync. */
  | { readonly kind: 'newer' }
  /** The size of the text in use, in bytes, is more than sync has room for. */
  | { readonly kind: 'too-large'; readonly bytes: number }
  /** The browser refused this many times in a row; the next attempt is due at this time. */
  | {
      readonly kind: 'refused'
      readonly message: string
      readonly attempts: number
      readonly until: number
    }

export const initialSyncStatus: SyncStatus = {
  lineage: [],
  time: 0,
  edited: false,
  writing: undefined,
  written: 0,
  conflicts: [],
  trouble: undefined,
}

export const initialSyncState: SyncState = { ...initialSyncStatus, texts: [] }

/** How many saves elsewhere a browser may miss before its return is taken for a conflict. */
export const maxLineage = 12
const maxGenerationTexts = 3
/**
 * Maximum number of conflicts; the history has the texts of the others. However many come, they don't push out an undecided
 * one.
 */
const maxConflicts = 20

/**
 * Returns the state once the text in use is the one in sync. `lineage` are its generations, latest first, and `data` is the
 * text, deflated.
 */
export function inStep(state: SyncState, lineage: readonly string[], data: string): SyncState {
  const unique = [...new Set(lineage)].slice(0, maxLineage)
  const [generation = ''] = unique
  const texts = [{ generation, data }, ...state.texts.filter(text => text.generation !== generation)]
  return {
    ...state,
    lineage: unique,
    texts: texts.slice(0, maxGenerationTexts),
    writing: undefined,
    trouble: undefined,
  }
}

/** Returns the state after a text was saved here. */
export function edited<State extends SyncStatus>(state: State, time: number): State {
  const trouble = state.trouble?.kind === 'too-large' ? undefined : state.trouble
  return { ...state, time, edited: true, trouble }
}

/** Returns the state with one more text to decide about. Undecided ones stay, and each text is asked about once. */
export function withConflict<State extends SyncStatus>(state: State, conflict: Conflict): State {
  const { conflicts } = state
  const isKnown = conflicts.some(({ data }) => data === conflict.data)
  return isKnown || conflicts.length >= maxConflicts
    ? state
    : { ...state, conflicts: [...conflicts, conflict] }
}

/**
 * Returns the state once the user has decided about the conflict with this id: from now on the text in use contains both
 * texts. Returns the same state if there is no such conflict anymore.
 */
export function settled<State extends SyncStatus>(state: State, id: string): State {
  const conflict = state.conflicts.find(one => conflictId(one) === id)
  if (!conflict) return state
  const [latest, ...older] = state.lineage
  const other = conflict.generation === undefined ? [] : [conflict.generation]
  const lineage = latest === undefined ? other : [latest, ...other, ...older]
  return {
    ...state,
    lineage: [...new Set(lineage)].slice(0, maxLineage),
    conflicts: state.conflicts.filter(one => one !== conflict),
  }
}
