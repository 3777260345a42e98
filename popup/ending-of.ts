import { errorText } from '../src/lib/error-text'
import type { Ending } from './switch'

/** What a command ends in. Whatever it throws is a failure that is told, so the menu never stays “switching”. */
export async function endingOf(act: () => Promise<Ending>): Promise<Ending> {
  try {
    return await act()
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}
