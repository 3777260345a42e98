import { openBeside, openInWindow, postSwitch, type Tab } from '../src/browser/console-tab'
import { errorText } from '../src/browser/error-text'
import { redirectUrl } from '../src/console/redirect'
import { switchBackRequest, switchRequest } from '../src/console/switch-request'
import type { Role } from '../src/roles/role'
import type { How } from './keys'
import type { ConsoleTab } from './load'
import type { Failure } from './state'

/** Has the page switch to the role, and opens what is to be opened; gives how it failed, where it did. */
export async function switchTo(
  role: Role,
  how: How,
  { tab, url, session }: ConsoleTab,
): Promise<Failure | undefined> {
  const outcome = await postSwitch(tab, switchRequest(role, session, url), session.partition)
  if (outcome.kind === 'open') return open(tab, outcome.url, how)
  if (outcome.kind !== 'leaving') return outcome
  // In classic mode all tabs have one session, so it is this tab that switches; another one then has the role too.
  return how === 'here' ? undefined : open(tab, redirectUrl(url, session.partition, role.region), how)
}

/** Has the page go back to the base account. */
export async function switchBack({ tab, url, session }: ConsoleTab): Promise<Failure | undefined> {
  const outcome = await postSwitch(tab, switchBackRequest(session, url), session.partition)
  return outcome.kind === 'leaving' || outcome.kind === 'open' ? undefined : outcome
}

async function open(tab: Tab, url: string, how: How): Promise<Failure | undefined> {
  try {
    await (how === 'window' ? openInWindow(url) : openBeside(tab, url))
    return undefined
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}
