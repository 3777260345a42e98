import type { Role } from '../../src/config/resolve/role'
import type { BeforeSwitch, Question } from '../../src/roles/before-switch'
import type { Ending } from '../ending-of'

/** What became of opening the page in one role. */
export type Progress =
  /** Not yet its turn. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'opened'; readonly tab?: number | undefined }
  /** This tab shows it already. */
  | { readonly kind: 'here' }
  | { readonly kind: 'failed'; readonly failure: StepFailure }
  /** AWS keeps no more sessions. */
  | { readonly kind: 'left' }

/** Every way in which a switch can fail, the page's own policy included. */
export type StepFailure = Exclude<Ending, { readonly kind: 'done' }>

/** How the page is opened in a role. The first three take no further session. */
export type Way =
  /** In the tab's own session. */
  | 'here'
  /** In the session in which the role is open. */
  | 'open'
  /** In a container of its own. */
  | 'container'
  | 'portal'
  | 'switch'

/** The page in one role. */
export interface Step extends Pick<BeforeSwitch, 'role' | 'question' | 'asksReason'> {
  readonly way: Way
  /** The host of its portal, if the user has to confirm it. */
  readonly host?: string
  readonly progress: Progress
}

/** The page in several roles. */
export interface Several {
  readonly stage:
    | 'asking'
    /** It can't be done: see `why`. */
    | 'impossible'
    | 'running'
    | 'done'
  readonly steps: readonly Step[]
  /** `classic`: the console keeps one session. `blocked`: the page can't be posted from. */
  readonly why?: 'classic' | 'blocked'
  /** Whether it isn't known that the console keeps several sessions. */
  readonly isUnsure: boolean
  /** How many roles with a further session are opened next, and the roles that are signed out of before that. */
  readonly next: Room
  /** What couldn't be signed out of, and why. */
  readonly notSignedOut?: { readonly name: string; readonly error: string }
  /** The console page to open, if it isn't the tab's own. */
  readonly page?: string
  /** How many further tabs show the page in the other regions of the opened roles. */
  readonly otherRegions: number
}

export interface Room {
  readonly count: number
  readonly signOutOf: readonly Role[]
}

/** What the user wants, in the menu or in the panel of several roles. */
export type SeveralRequest =
  | {
      readonly kind: /** The page in the ticked roles. */
        | 'open'
        /** The page in the roles that are left from before. */
        | 'open-left'
        /** As many as there is room for. */
        | 'next'
        /** The page in the other regions of the opened roles. */
        | 'other-regions'
        /** The roles that are left are no longer wanted. */
        | 'forget'
    }
  /** The question is answered, with a reason if it asks for one. */
  | { readonly kind: 'confirm'; readonly reason?: string | undefined }
  | { readonly kind: 'go-to'; readonly tab: number }
  | { readonly kind: 'tick'; readonly role: Role }
  /** The page in all regions of one role. */
  | { readonly kind: 'regions'; readonly role: Role }

/** Whether the step takes a session that isn't open yet, of the few that AWS keeps. */
export function takesSession({ way }: Pick<Step, 'way'>): boolean {
  return way === 'portal' || way === 'switch'
}

/**
 * Returns the steps without those that lead to the role and region of an earlier one, as two roles with the same reader do.
 */
export function withoutDoubles(steps: readonly Step[]): readonly Step[] {
  const seen = new Set<string>()
  return steps.filter(({ role: { name, region = '' } }) => {
    const key = JSON.stringify([name, region])
    return !seen.has(key) && seen.add(key)
  })
}

/** Returns the steps with as many waiting as there is room for; the other ones that need a session are left. */
export function inRoom(steps: readonly Step[], room: number): readonly Step[] {
  let free = room
  return steps.map(step => {
    if (step.progress.kind !== 'waiting' && step.progress.kind !== 'left') return step
    if (!takesSession(step) || free-- > 0) return { ...step, progress: { kind: 'waiting' } }
    return { ...step, progress: { kind: 'left' } }
  })
}

/** How many tabs open without a question, at most. */
const maxTabsUnasked = 10

/** Returns how many tabs are opened now, if they are more than anybody would expect; else undefined. */
export function manyTabs(steps: readonly Step[]): number | undefined {
  const { length } = steps.filter(({ progress }) => progress.kind === 'waiting')
  return length > maxTabsUnasked ? length : undefined
}

/** Returns the steps that ask something before they are carried out. */
export function guardedSteps(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ question, host }) => question !== undefined || host !== undefined)
}

/**
 * Returns the one question for all steps: the strictest of theirs. Also asks if not all fit, or if they are many: whoever
 * ticked that many may not have meant to.
 */
export function questionForAll(steps: readonly Step[]): Question | undefined {
  const guarded = guardedSteps(steps)
  if (guarded.some(({ question }) => question === 'name')) return 'name'
  const isLong = manyTabs(steps) !== undefined || steps.some(({ progress }) => progress.kind === 'left')
  return guarded.length > 0 || isLong ? 'enter' : undefined
}

/** Returns the steps that are neither done nor shown here. */
export function unfinished(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ progress: { kind } }) => kind !== 'opened' && kind !== 'here')
}

/** Returns the roles whose page is open now. */
export function openedRoles(steps: readonly Step[]): readonly Role[] {
  return steps.flatMap(({ role, progress: { kind } }) => (kind === 'opened' || kind === 'here' ? role : []))
}

/** Returns the roles whose sessions were opened for the page, rather than by the user before. */
export function openedAnew(steps: readonly Step[]): readonly Role[] {
  return openedRoles(steps.filter(takesSession))
}

/**
 * Returns how many of the `wanted` roles can be opened next, and the roles of the earlier batch that are signed out of
 * before that: only as many as have to be.
 */
export function roomFor(wanted: number, free: number, earlier: readonly Role[]): Room {
  const missing = Math.max(0, wanted - Math.max(0, free))
  const signOutOf = earlier.slice(0, missing)
  return { count: Math.min(wanted, Math.max(0, free) + signOutOf.length), signOutOf }
}

/**
 * Returns the opened roles in those of their regions that aren't open yet. A role without a region of its own is open in the
 * `shown` one.
 */
export function inOtherRegions(opened: readonly Role[], shown: string | undefined): readonly Role[] {
  const key = (name: string, region: string | undefined) => JSON.stringify([name, region ?? shown])
  const open = new Set(opened.map(({ name, region }) => key(name, region)))
  return [...new Map(opened.map(role => [role.name, role])).values()].flatMap(role =>
    (role.regions ?? [])
      .filter(region => !open.has(key(role.name, region)))
      .map(region => ({ ...role, region })),
  )
}
