import type { Badge } from '../browser/action'
import { message } from '../browser/i18n'
import { exclusively } from '../browser/locks'
import { type ItemsRead, storedItem, valueIn } from '../browser/stored-item'
import { pressBadge } from './press-badge'

/** What a tab continues to once the console has opened in it: the rest of what one choice means. */
export interface Onward {
  readonly tab: number
  /** The profile through which the tab gets to the console. */
  readonly from: string
  /** The profiles that are still to be switched to, in this order: one, or two. */
  readonly profiles: readonly string[]
  /** The region that was chosen for the last of them, if it isn't the profile's own. */
  readonly region?: string
  /** The console page to land on. */
  readonly page?: string
  /** Whether the user has chosen the last role itself, although it has a reader. */
  readonly isItself?: true
  /** What has asked to continue: the menu, which opens by itself once, or the button, which waits for a press. */
  readonly asked?: 'menu' | 'button'
  /** Whether it continues in the tab that a switch to `from` opens, and not in this one. */
  readonly isHeld?: true
  /** When the tab was opened, in milliseconds since 1970. */
  readonly at: number
}

/** How long signing in may take, in milliseconds. Later, a press means nothing but the menu. */
const onwardMs = 15 * 60_000

/** More than anybody opens at once. */
const maxTabs = 5

export const onwardItem = storedItem<readonly Onward[]>({
  key: 'onward',
  area: 'session',
  version: 1,
  default: [],
  check: stored => (Array.isArray(stored) && stored.every(isOnward) ? stored : undefined),
})

/** Whether a tab continues to something, in what has been read. */
export async function hasOnward(read: ItemsRead): Promise<boolean> {
  return (valueIn(await onwardItem.get(read)) ?? []).length > 0
}

/** Stores what its tab continues to, in place of what it continued to before. */
export async function leaveOnward(onward: Omit<Onward, 'at'>): Promise<void> {
  await change(all =>
    [...all.filter(({ tab }) => tab !== onward.tab), { ...onward, at: Date.now() }].slice(-maxTabs),
  )
}

/** Returns what the tab continues to; undefined if that is nothing, or no longer counts. */
export async function onwardOf(tab: number): Promise<Onward | undefined> {
  const known = (valueIn(await onwardItem.get()) ?? []).find(one => one.tab === tab)
  return known && isDue(known) && !known.isHeld ? known : undefined
}

/** Forgets what the tab continues to, if anything. */
export async function forgetOnward(tab: number): Promise<void> {
  await change(all => all.filter(one => one.tab !== tab))
}

/** A switch to the profile from the tab has opened another tab: if more is to follow, it follows there. */
export async function moveOnward(tab: number, profile: string, to: number): Promise<void> {
  await change(all =>
    all.map(one => {
      if (!one.isHeld || one.tab !== tab || one.from !== profile) return one
      const { isHeld: _, asked: __, ...rest } = one
      return { ...rest, tab: to, at: Date.now() }
    }),
  )
}

/** Returns the tabs that continue to something, and those for which it is too late, which are forgotten. */
export async function currentOnward(): Promise<Record<'due' | 'late', readonly Onward[]>> {
  const all = valueIn(await onwardItem.get()) ?? []
  const late = all.filter(one => !isDue(one))
  if (late.length > 0) await change(all => all.filter(isDue))
  return { due: all.filter(isDue), late }
}

/** Stores what has asked to continue in the tab. */
export async function noteOnwardAsked(tab: number, asked: 'menu' | 'button'): Promise<void> {
  await change(all => all.map(one => (one.tab === tab && one.asked !== asked ? { ...one, asked } : one)))
}

/** Returns what the button shows until it is pressed. */
export function onwardBadge({ profiles }: Onward): Badge {
  return pressBadge(message('button_continueTo', profiles.at(-1) ?? ''))
}

function isDue({ at }: Onward): boolean {
  return Math.abs(Date.now() - at) < onwardMs
}

async function change(work: (all: readonly Onward[]) => readonly Onward[]): Promise<void> {
  await exclusively(async () => {
    const all = valueIn(await onwardItem.get()) ?? []
    const changed = work(all)
    if (changed.length !== all.length || changed.some((one, index) => one !== all[index]))
      await onwardItem.set(changed)
  })
}

function isOnward(stored: unknown): stored is Onward {
  if (typeof stored !== 'object' || stored === null) return false
  const { tab, from, profiles, at } = stored as Partial<Record<keyof Onward, unknown>>
  return (
    typeof tab === 'number' &&
    typeof from === 'string' &&
    Array.isArray(profiles) &&
    profiles.every(name => typeof name === 'string') &&
    typeof at === 'number'
  )
}
