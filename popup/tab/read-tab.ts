import type { ConsolePlace } from '../../src/aws/console-place'
import { isPastWaiting, isSettled, type PageFacts } from '../../src/aws/page-facts'
import { readSession } from '../../src/aws/read-session'
import type { Session, SessionFailure } from '../../src/aws/session'
import type { Tab } from '../../src/browser/tabs'
import { readConsolePage } from '../../src/switching/read-console-page'

/** Why a console page can't be posted from; Enter then opens AWS's own form. */
export type PageFailure =
  /** The page hasn't said yet who is signed in. */
  | { readonly kind: 'waiting' }
  /** The browser doesn't let the extension into the page. */
  | { readonly kind: 'no-access'; readonly message: string }
  /** The page forbids the request by its own policy. */
  | { readonly kind: 'blocked'; readonly directive: string }
  /** The page doesn't describe its session; `facts` is what it says. */
  | (SessionFailure & { readonly facts: PageFacts })

export type PageReading = { readonly session: Session } | { readonly pageFailure: PageFailure }

/**
 * Returns what a console page says now, which is `asked` if given: `isFinal` if looking again later can't tell more. Never
 * throws.
 */
export async function readTab(
  tab: Pick<Tab, 'id'>,
  place: ConsolePlace,
  asked?: Promise<PageFacts | undefined>,
): Promise<{ readonly reading: PageReading; readonly isFinal: boolean }> {
  const page = await readConsolePage(tab, asked)
  if ('noAccess' in page) {
    return { reading: { pageFailure: { kind: 'no-access', message: page.noAccess } }, isFinal: true }
  }
  const { facts } = page
  const read = readSession(facts, place)
  if ('session' in read) return { reading: read, isFinal: isSettled(facts) }
  const { failure } = read
  return {
    reading: { pageFailure: { ...failure, facts } },
    isFinal: isWrong(failure) || isPastWaiting(facts),
  }
}

/** Whether the page says something wrong, rather than too little so far. */
function isWrong(failure: SessionFailure): boolean {
  return (
    failure.kind === 'foreign-sign-in-host' ||
    (failure.kind === 'missing-fact' && failure.fact === 'awsc-session-data')
  )
}
