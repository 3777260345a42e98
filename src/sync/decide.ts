import { timeSince, timeUntil } from '../lib/moment'
import type { Gathered, Header } from '../sync-codec/chunks'
import { type Conflict, inStep, type SyncState, withConflict } from '../sync-codec/sync-state'

/** The text in use. */
export interface Local {
  readonly text: string
  /** The text, deflated. */
  readonly data: string
  readonly state: SyncState
}

export type Remote =
  /** The generation that the text in use was last in step with. */
  | { readonly kind: 'known' }
  | { readonly kind: 'whole'; readonly header: Header; readonly text: string; readonly data: string }
  | Exclude<Gathered, { readonly kind: 'whole' }>

export interface Decision {
  readonly state: SyncState
  /** The text to put in use in place of this browser's. */
  readonly take?: { readonly text: string; readonly data: string }
  /** A text from elsewhere, deflated, that only goes into the history. */
  readonly aside?: { readonly time: number; readonly data: string }
  readonly next:
    | { readonly kind: 'rest' }
    /** Look again after so many milliseconds. */
    | { readonly kind: 'wait'; readonly milliseconds: number }
    /** Write the text in use to sync. */
    | { readonly kind: 'write' }
}

/** Pause between two writes, in milliseconds. Chromium allows 1,800 an hour, and a text may take two. */
export const writePauseMs = 5_000
/** Maximum wait after the browser refused, in milliseconds. */
export const maxRefusedWaitMs = 3_600_000
/** How long the rest of a text may take to arrive before the user hears of it, in milliseconds. */
export const arrivalTimeoutMs = 60_000
/** How long parts of a later text may wait for its header before this text overwrites them, in milliseconds. */
const headerTimeoutMs = 600_000

/**
 * Decides what to do about the text in use and the one in sync. The text that gives way is kept in the history, and as a
 * `Conflict` for the user to look at if the other one was not made from it.
 */
export function decide(local: Local, remote: Remote, now: number): Decision {
  switch (remote.kind) {
    case 'newer':
      return rest({ ...local.state, trouble: { kind: 'newer' } })
    case 'none':
      return none(local, now)
    case 'known':
      return local.state.edited ? write(calm(local.state), now) : rest(calm(local.state))
    case 'partial':
    case 'damaged':
      return unfinished(local.state, remote, now)
    case 'whole':
      return whole(local, remote, now)
  }
}

function none({ text, state }: Local, now: number): Decision {
  if (state.lineage.length === 0) return text !== '' || state.edited ? write(state, now) : rest(calm(state))
  // Sync had the text once. Now that it has none, it may be another account's, which only the user can tell.
  if (text !== '') return rest({ ...state, trouble: { kind: 'emptied' } })
  return rest({ ...calm(state), edited: false })
}

function whole(local: Local, remote: Remote & { kind: 'whole' }, now: number): Decision {
  const { header } = remote
  const state = calm(local.state)
  const [ours] = state.lineage
  const lineage = [header.generation, ...state.lineage, ...header.ancestors]
  if (remote.text === local.text) return rest({ ...inStep(state, lineage, remote.data), edited: false })
  // It was on its way when the browser or the background script ended, and has been edited since.
  if (header.generation === state.writing) return write(inStep(state, lineage, remote.data), now)
  // The store went back to a text that ours was made from.
  if (state.lineage.includes(header.generation)) return write({ ...state, edited: true }, now)

  if (ours === undefined && local.text === '') return take(state, remote)
  const madeFromOurs = ours !== undefined && header.ancestors.includes(ours)
  return madeFromOurs && !state.edited ? take(state, remote) : divided({ ...local, state }, remote, now)
}

/**
 * Both were edited from an earlier text, neither from the other. The later one is used, unless the one in sync has nothing
 * in common with ours. Then the one in sync is used: it may be another account's, and ours isn't written there without
 * asking.
 */
function divided({ text: _, data, state }: Local, remote: Remote & { kind: 'whole' }, now: number): Decision {
  const { header } = remote
  const ours = state.edited ? undefined : state.lineage[0]
  const shared = state.texts.find(
    text => text.generation !== ours && header.ancestors.includes(text.generation),
  )
  const base = shared?.data
  const isOfOurs = state.lineage.length === 0 || isRelated(state, [header.generation, ...header.ancestors])
  // A text that has no room in sync stays in use here, whatever the others do.
  if ((state.time > header.time && isOfOurs) || state.trouble?.kind === 'too-large') {
    const again = write({ ...state, edited: true }, now)
    if (state.conflicts.some(({ generation }) => generation === header.generation)) return again
    const { generation, time } = header
    const conflict: Conflict = { generation, time, own: false, data: remote.data, base }
    return { ...again, state: withConflict(again.state, conflict), aside: { time, data: remote.data } }
  }
  const taken = take(state, remote)
  const conflict: Conflict = { generation: ours, time: state.time, own: true, data, base }
  return { ...taken, state: withConflict(taken.state, conflict) }
}

/** Whether the text in use was made from one of the generations, or one of them was on its way from here. */
function isRelated({ lineage, writing }: SyncState, generations: readonly string[]): boolean {
  return generations.some(generation => generation === writing || lineage.includes(generation))
}

function take(state: SyncState, { header, text, data }: Remote & { kind: 'whole' }): Decision {
  const lineage = [header.generation, ...header.ancestors]
  // The writer has decided about the conflicts that it was made from.
  const conflicts = state.conflicts.filter(
    ({ generation }) => generation === undefined || !header.ancestors.includes(generation),
  )
  const taken = { ...inStep(state, lineage, data), time: header.time, edited: false, conflicts }
  return { ...rest(taken), take: { text, data } }
}

/** Decides what to do while only parts have arrived, or parts that don't fit together. The rest may be on its way. */
function unfinished(
  state: SyncState,
  remote: Remote & { kind: 'partial' | 'damaged' },
  now: number,
): Decision {
  const before = state.trouble
  const known = before?.kind === 'incomplete' || before?.kind === 'damaged' ? before.since : now
  // A start in the future can't be waited for: the wait begins now.
  const waited = timeSince(known, now) ?? 0
  const since = now - waited
  const kind = remote.kind === 'partial' ? 'incomplete' : 'damaged'
  const overdue = waited >= arrivalTimeoutMs
  const troubled = { ...state, trouble: { kind, since, overdue } as const }
  if (!overdue) return wait(troubled, arrivalTimeoutMs - waited)
  // Data that may be another account's is left to its writer, or to the user.
  if (!isRelated(state, remote.generations)) return rest(troubled)
  // If the rest doesn't come, the next text replaces it, or a browser that has the text completes it.
  if (state.edited) return write(troubled, now)
  const { header } = remote
  const mine = header === undefined || [state.lineage[0], state.writing].includes(header.generation)
  if (!mine) return rest(troubled)
  const pause = remote.kind === 'partial' && remote.mixed ? headerTimeoutMs : arrivalTimeoutMs
  return waited < pause ? wait(troubled, pause - waited) : write(troubled, now)
}

function wait(state: SyncState, milliseconds: number): Decision {
  return { state, next: { kind: 'wait', milliseconds } }
}

function write(state: SyncState, now: number): Decision {
  const edited = { ...state, edited: true }
  // Another attempt would need just as much room.
  if (state.trouble?.kind === 'too-large') return rest(edited)
  const { trouble, written } = state
  const again = trouble?.kind === 'refused' ? timeUntil(trouble.until, now, maxRefusedWaitMs) : 0
  const pause = timeUntil(written + writePauseMs, now, writePauseMs)
  const milliseconds = Math.max(again, pause)
  return milliseconds > 0 ? wait(edited, milliseconds) : { state: edited, next: { kind: 'write' } }
}

function rest(state: SyncState): Decision {
  return { state, next: { kind: 'rest' } }
}

/** Returns the state without the troubles that are over now that sync could be read whole. */
function calm(state: SyncState): SyncState {
  const lasts = state.edited && (state.trouble?.kind === 'too-large' || state.trouble?.kind === 'refused')
  return lasts || !state.trouble ? state : { ...state, trouble: undefined }
}
