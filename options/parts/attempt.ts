import { ChangedMeanwhile } from '../../src/lib/digest'
import { errorText } from '../../src/lib/error-text'

/** Something that the user asked for came to nothing. */
export type AttemptAction =
  /** The browser says why. */
  | { readonly kind: 'not-done'; readonly message: string }
  /** What the user decided about had changed since it was shown. */
  | { readonly kind: 'changed-meanwhile' }

/** Does what was asked for, and tells if that fails. What comes of it is read from storage. It never rejects. */
export async function attempt(
  dispatch: (action: AttemptAction) => void,
  asked: () => Promise<void>,
): Promise<void> {
  try {
    await asked()
  } catch (error) {
    if (error instanceof ChangedMeanwhile) dispatch({ kind: 'changed-meanwhile' })
    else dispatch({ kind: 'not-done', message: errorText(error) })
  }
}
