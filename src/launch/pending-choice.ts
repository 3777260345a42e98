import { type ItemsRead, storedItem, valueIn } from '../browser/stored-item'

/** What the user has chosen outside of the menu: a text in the address bar, or a pin, counted from 0. */
export type Chosen =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'pin'; readonly index: number }

/** A choice that the menu carries out when it opens. */
export interface PendingChoice {
  readonly chosen: Chosen
  /** As the menu's `OpenMode` of these names. */
  readonly how: 'here' | 'tab'
  /** The tab in which the menu has to be opened; absent if it is being opened. */
  readonly tab?: number
  /** When it was made, in milliseconds since 1970. */
  readonly at: number
}

/** How long the menu may take to open by itself, in milliseconds. */
const openingMs = 10_000
/** How long the user may take to press the button, in milliseconds. Later, a press means nothing but the menu. */
export const pressMs = 120_000

export const pendingChoiceItem = storedItem<PendingChoice | 'none'>({
  key: 'pendingChoice',
  area: 'session',
  version: 1,
  default: 'none',
  check: stored => (stored === 'none' || isChoice(stored) ? stored : undefined),
})

export async function leaveChoice(choice: Omit<PendingChoice, 'at'>): Promise<void> {
  await pendingChoiceItem.set({ ...choice, at: Date.now() })
}

/** Whether there is a choice in what has been read, for whichever tab. */
export async function hasChoice(read: ItemsRead): Promise<boolean> {
  const choice = valueIn(await pendingChoiceItem.get(read))
  return choice !== undefined && choice !== 'none'
}

/** Returns the choice to carry out in the tab, which is then no longer pending; undefined if there is none. */
export async function takeChoice(tab: number | undefined): Promise<PendingChoice | undefined> {
  const choice = valueIn(await pendingChoiceItem.get())
  if (choice === undefined || choice === 'none' || !isFor(choice, tab, Date.now())) return undefined
  await pendingChoiceItem.set('none')
  return choice
}

function isFor(choice: PendingChoice, tab: number | undefined, now: number): boolean {
  const limit = choice.tab === undefined ? openingMs : pressMs
  return Math.abs(now - choice.at) < limit && (choice.tab === undefined || choice.tab === tab)
}

function isChoice(stored: unknown): stored is PendingChoice {
  if (typeof stored !== 'object' || stored === null) return false
  const { chosen, how, tab, at } = stored as Partial<Record<keyof PendingChoice, unknown>>
  return (
    isChosen(chosen) &&
    (how === 'here' || how === 'tab') &&
    (tab === undefined || typeof tab === 'number') &&
    typeof at === 'number'
  )
}

function isChosen(stored: unknown): stored is Chosen {
  if (typeof stored !== 'object' || stored === null) return false
  const { kind, text, index } = stored as Partial<Record<'kind' | 'text' | 'index', unknown>>
  return (kind === 'typed' && typeof text === 'string') || (kind === 'pin' && typeof index === 'number')
}
