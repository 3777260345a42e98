import { errorText } from '../src/lib/error-text'
import type { SwitchFailure } from './failures/switch-failure'
import type { PageFailure } from './tab/read-tab'

/**
 * How a command ended: successfully, with the tab to go to, if that is another one; with a page that it can't post
 * from; or with another failure.
 */
export type Ending =
  | { readonly kind: 'done'; readonly tab?: number | undefined }
  | Extract<PageFailure, { readonly kind: 'blocked' }>
  | SwitchFailure

/** Returns how a command ends. Reports anything it throws as a failure, so that the menu never stays “switching”. */
export async function endingOf(act: () => Promise<Ending>): Promise<Ending> {
  try {
    return await act()
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}
