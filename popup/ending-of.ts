import { errorText } from '../src/lib/error-text'
import type { Ending } from './switch'

/** Returns how a command ends. Reports anything it throws as a failure, so that the menu never stays “switching”. */
export async function endingOf(act: () => Promise<Ending>): Promise<Ending> {
  try {
    return await act()
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}
