import { errorText } from '../../../src/lib/error-text'
import { decodeFile } from './decode-file'
import type { ImportFailure } from './import-failure'

/** Returns the text of a file that was chosen or dropped, or why it can't be read. */
export async function readFile(file: File): Promise<{ readonly text: string } | ImportFailure> {
  try {
    return decodeFile(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    return { kind: 'failed', message: errorText(error) }
  }
}
