import { ChangedMeanwhileError } from '../../src/lib/digest'
import { errorText } from '../../src/lib/error-text'

/** Something that the user asked for failed. */
export type AttemptAction =
  /** The browser's own reason. */
  | { readonly kind: 'not-done'; readonly message: string }
  /** The subject of the user's decision had changed since it was shown. */
  | { readonly kind: 'changed-meanwhile' }

/** Runs a command, and reports its failure. Its result is read from storage. Never rejects. */
export async function attempt(
  dispatch: (action: AttemptAction) => void,
  asked: () => Promise<void>,
): Promise<void> {
  try {
    await asked()
  } catch (error) {
    if (error instanceof ChangedMeanwhileError) dispatch({ kind: 'changed-meanwhile' })
    else dispatch({ kind: 'not-done', message: errorText(error) })
  }
}
