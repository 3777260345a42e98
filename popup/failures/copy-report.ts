import type { Facts } from '../menu-data'
import type { State } from '../state'

/**
 * Copies a report about a page that Rolecall couldn't understand, or what an administrator needs to know about a refusal.
 * Returns whether the browser let it; undefined if there is nothing to copy anymore.
 */
export async function copyReport(
  kind: 'copy-report' | 'copy-refusal',
  state: State,
  facts: Facts | undefined,
): Promise<boolean | undefined> {
  const text = kind === 'copy-report' ? await report(facts) : await refusal(state, facts)
  if (text === undefined) return undefined
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}

async function report(facts: Facts | undefined): Promise<string | undefined> {
  if (!facts?.blockedTab) return undefined
  const { gatherReport } = await import('./gather-report')
  return gatherReport(facts.blockedTab)
}

async function refusal(state: State, facts: Facts | undefined): Promise<string | undefined> {
  if (state.kind !== 'menu' || state.switch.kind !== 'failed') return undefined
  const { refusalText } = await import('./refusal-text')
  return refusalText(state.switch, facts?.consoleTab?.session)
}
