import { isAccountId } from '../aws/account-id'
import { countMessage, language, message } from '../browser/i18n'
import { textColorOn } from '../lib/color'
import { dashedAccount } from '../lib/dashed-account'
import { type Clock, clockWarningMinutes } from '../sessions/session-clock'
import type { Mark } from './mark'
import { regionColor } from './region-color'

/** The words on a console page, in their order. */
export interface Label {
  /** Says that the role is for production. */
  readonly alert?: string
  /** The profile's name, or that the account isn't in the list. */
  readonly name: string
  /** The role, the account and the page's region, as far as they are known and shown. */
  readonly details: readonly string[]
  /** The page's region, if it has a color of its own. Otherwise it is one of the details. */
  readonly region?: ColoredRegion
  /** Says that the page's region isn't one of the role's, in place of the region. */
  readonly wrongRegion?: string
  /** Says what a press of the button does, if something waits for one. */
  readonly asks?: string
  /** What is left of the role's session: a time to count down to, or in the last minutes words. */
  readonly left?: SessionEnd | string
}

interface ColoredRegion {
  readonly name: string
  /** Six hex digits. */
  readonly color: string
  /** Text color on it, six hex digits. */
  readonly ink: string
}

interface SessionEnd {
  /** In milliseconds since 1970. */
  readonly at: number
  /** The language in which to say it, as a BCP 47 tag. */
  readonly language: string
}

interface Where {
  readonly region?: string | undefined
  readonly clock?: Clock | undefined
  readonly hideAccountIds: boolean
  readonly colorRegions?: boolean
  /** What the page says about a press of the button, if something waits for one. */
  readonly asks: string | undefined
}

/** Returns the words for a page of a session that is in the list. `now` is in milliseconds since 1970. */
export function labelOf(
  mark: Mark,
  { region, clock, hideAccountIds, colorRegions, asks }: Where,
  now: number,
): Label {
  const { name, role = '', account, isProduction, wrongRegion, isRenewable } = mark
  const shownRegion = wrongRegion ? '' : (region ?? '')
  const isColored = colorRegions && shownRegion !== ''
  const left = leftOf(clock, now)
  const renews = isRenewable && clock?.left !== undefined ? message('mark_renew') : undefined
  const wanted = asks ?? renews
  return {
    ...(isProduction && { alert: message('mark_production') }),
    name,
    details: [
      role === name ? '' : role,
      shownAccount(account, hideAccountIds),
      isColored ? '' : shownRegion,
    ].filter(Boolean),
    ...(isColored && { region: colored(shownRegion) }),
    ...(wrongRegion && { wrongRegion: message('mark_wrongRegion', wrongRegion.here, wrongRegion.wanted) }),
    ...(left !== undefined && { left }),
    ...(wanted !== undefined && { asks: wanted }),
  }
}

function colored(name: string): ColoredRegion {
  const color = regionColor(name)
  return { name, color, ink: textColorOn(color) }
}

/** Returns the words for a page of an account that isn't in the list; `account` is its alias or its 12 digits. */
export function unknownLabel(
  account: string,
  { hideAccountIds, asks }: Pick<Where, 'hideAccountIds' | 'asks'>,
): Label {
  return {
    name: message('mark_unknown'),
    details: [shownAccount(account, hideAccountIds)].filter(Boolean),
    ...(asks !== undefined && { asks }),
  }
}

/** Returns an account as the console writes it, `1111-2222-3333`; '' for an id that the user hides. */
export function shownAccount(account: string, hideAccountIds: boolean): string {
  if (!isAccountId(account)) return account
  return hideAccountIds ? '' : dashedAccount(account)
}

/** Returns how long a session goes on, in its last minutes: undefined before that. */
export function endingText({ left }: Clock): string | undefined {
  if (left === undefined) return undefined
  return left === 0 ? message('popup_clockOver') : countMessage('popup_clockLeft', left)
}

function leftOf(clock: Clock | undefined, now: number): Label['left'] {
  if (!clock) return undefined
  const ending = endingText(clock)
  // A session that was first seen later than it began ends sooner.
  if (ending !== undefined || !(clock.isExact || clock.isTold) || clock.next === undefined) return ending
  return { at: now + clock.next + clockWarningMinutes * 60_000, language: language() }
}
