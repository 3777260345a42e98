import { checksum } from '../lib/checksum'

/** How the text in force stands to the one in sync, as this browser remembers it. */
export interface SyncState {
  /** The generations that the text in force was made from, latest first: the first is the one it was last in step with. */
  readonly lineage: readonly string[]
  /** When the text in force was saved, here or elsewhere, in milliseconds since 1970. */
  readonly time: number
  /** Whether the text in force was saved here and isn't in sync yet. */
  readonly edited: boolean
  /** The generation on its way into sync. It stays here if the browser ends meanwhile. */
  readonly writing: string | undefined
  /** When sync was last written to, in milliseconds since 1970. */
  readonly written: number
  /** The texts of the last generations, latest first: what a merge starts from. */
  readonly texts: readonly GenerationText[]
  /** The texts about which the user hasn't decided yet, the first one first. */
  readonly conflicts: readonly Conflict[]
  readonly trouble: Trouble | undefined
}

interface GenerationText {
  readonly generation: string
  /** Deflated. */
  readonly data: string
}

/** A text that was saved in another browser at the same time as the one in force, and had to give way to it. */
export interface Conflict {
  /** Its generation; undefined where it never reached sync. */
  readonly generation: string | undefined
  /** When it was saved, in milliseconds since 1970. */
  readonly time: number
  /** Whether it is this browser's own. */
  readonly own: boolean
  /** The text, deflated. */
  readonly data: string
  /** The text that both were made from, deflated; undefined where it isn't known any more. */
  readonly base: string | undefined
}

/** Names a conflict by the text that it is about: a decision about it counts for no other. */
export function conflictId({ data }: Conflict): string {
  return checksum(data)
}

/** What keeps text in force and sync apart. */
export type Trouble =
  /** Parts of the text have arrived. `overdue` once the rest has been waited for long enough to tell the user. */
  | { readonly kind: 'incomplete' | 'damaged'; readonly since: number; readonly overdue: boolean }
  /**
   * Sync is empty, though it had the text in force. The browser may be signed in to another account, so nothing is written
   * there until the user wants it.
   */
  | { readonly kind: 'emptied' }
  /** A later version of the extension wrote what is in sync. */
  | { readonly kind: 'newer' }
  /** The text in force would take so many bytes of sync, which is more than there are. */
  | { readonly kind: 'too-large'; readonly bytes: number }
  /** The browser said no, so many times on end; it is asked again when the time has come. */
  | {
      readonly kind: 'refused'
      readonly message: string
      readonly attempts: number
      readonly until: number
    }

export const initialSyncState: SyncState = {
  lineage: [],
  time: 0,
  edited: false,
  writing: undefined,
  written: 0,
  texts: [],
  conflicts: [],
  trouble: undefined,
}

/** As long as a browser may stay away without its return being taken for a conflict: so many saves elsewhere. */
export const longestLineage = 12
const mostTexts = 3
/** Of whatever is more the history has the texts. No number of them pushes out one that is undecided. */
const mostConflicts = 20

/** The state once the text in force is the one in sync: `lineage` are its generations, latest first, and `data` is the text, deflated. */
export function inStep(state: SyncState, lineage: readonly string[], data: string): SyncState {
  const unique = [...new Set(lineage)].slice(0, longestLineage)
  const [generation = ''] = unique
  const texts = [{ generation, data }, ...state.texts.filter(text => text.generation !== generation)]
  return {
    ...state,
    lineage: unique,
    texts: texts.slice(0, mostTexts),
    writing: undefined,
    trouble: undefined,
  }
}

/** The state after a text was saved here. */
export function edited(state: SyncState, time: number): SyncState {
  const trouble = state.trouble?.kind === 'too-large' ? undefined : state.trouble
  return { ...state, time, edited: true, trouble }
}

/** The state with one more text to decide about. Those that are undecided stay, and each text is asked about once. */
export function withConflict(state: SyncState, conflict: Conflict): SyncState {
  const { conflicts } = state
  const isKnown = conflicts.some(({ data }) => data === conflict.data)
  return isKnown || conflicts.length >= mostConflicts
    ? state
    : { ...state, conflicts: [...conflicts, conflict] }
}

/**
 * The state once the user has decided about the conflict with this id: what is in force from now on holds both texts. The
 * same state if there is no such conflict any more.
 */
export function settled(state: SyncState, id: string): SyncState {
  const conflict = state.conflicts.find(one => conflictId(one) === id)
  if (!conflict) return state
  const [latest, ...older] = state.lineage
  const other = conflict.generation === undefined ? [] : [conflict.generation]
  const lineage = latest === undefined ? other : [latest, ...other, ...older]
  return {
    ...state,
    lineage: [...new Set(lineage)].slice(0, longestLineage),
    conflicts: state.conflicts.filter(one => one !== conflict),
  }
}
