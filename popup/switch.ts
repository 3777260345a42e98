import { openBeside, postSwitch } from '../src/browser/console-tab'
import { errorText } from '../src/browser/error-text'
import { switchBackRequest, switchRequest } from '../src/console/switch-request'
import type { Role } from '../src/roles/role'
import type { How } from './keys'
import type { ConsoleTab } from './load'
import type { Failure } from './state'

/** Has the page switch to the role; gives how it failed, where it did. */
export async function switchTo(
  role: Role,
  _how: How,
  { tab, url, session }: ConsoleTab,
): Promise<Failure | undefined> {
  const outcome = await postSwitch(tab, switchRequest(role, session, url), session.partition)
  if (outcome.kind === 'leaving') return undefined
  if (outcome.kind !== 'open') return outcome
  try {
    await openBeside(tab, outcome.url)
    return undefined
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}

/** Has the page go back to the base account. */
export async function switchBack({ tab, url, session }: ConsoleTab): Promise<Failure | undefined> {
  const outcome = await postSwitch(tab, switchBackRequest(session, url), session.partition)
  return outcome.kind === 'leaving' || outcome.kind === 'open' ? undefined : outcome
}
