import { consolePatterns, sessionListPatterns } from '../../src/aws/partitions'
import { readShortcuts } from '../../src/browser/action'
import { hasOrigins, hasTabGroups, onPermissionChange } from '../../src/browser/permissions'
import { onManagedChange, readManaged } from '../../src/browser/storage-areas'
import { pinCommands } from '../../src/launch/pin-commands'
import { errorText } from '../../src/lib/error-text'
import { followSettings } from '../../src/settings/choose-settings'
import { checkPolicy } from './check-policy'
import type { ConsoleAccess, SettingsAction } from './state'

/**
 * Reads the settings, the browser's permissions and an administrator's settings, and follows them until `signal` aborts.
 * Returns the first readings.
 */
export function readSettings(
  dispatch: (action: SettingsAction) => void,
  signal: AbortSignal,
): readonly Promise<unknown>[] {
  const readPolicy = async () => dispatch({ kind: 'policy-read', policy: checkPolicy(await readManaged()) })
  const showAccess = async () => dispatch({ kind: 'access-read', access: await readAccess() })
  onPermissionChange(() => void showAccess().catch(() => {}), signal)
  onManagedChange(() => void readPolicy().catch(() => {}), signal)
  return [
    followSettings(reading => dispatch({ kind: 'settings-read', reading }), signal).catch(error =>
      dispatch({ kind: 'settings-unread', message: errorText(error) }),
    ),
    readPolicy(),
    showAccess(),
    // If the browser has no shortcuts, as on Android, none is shown.
    readShortcuts().then(shortcuts =>
      dispatch({
        kind: 'shortcut-read',
        shortcut: shortcuts.get('_execute_action') ?? '',
        pins: pinCommands.map(({ name }) => shortcuts.get(name) ?? ''),
      }),
    ),
  ]
}

/** Returns what the user allows, according to the browser. */
export async function readAccess(): Promise<ConsoleAccess> {
  const [hosts, tabGroups, signIn] = await Promise.all([
    hasOrigins(...consolePatterns),
    hasTabGroups(),
    hasOrigins(...sessionListPatterns),
  ])
  return { hosts, tabGroups, signIn }
}
