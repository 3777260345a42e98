import { maxImportBytes } from '../../../src/config/parse/list-size'
import type { ImportFailure } from './import-failure'

/**
 * Returns the text of a file, including its byte order mark and line ends: UTF-8, or UTF-16 if a byte order mark says so, as
 * Windows PowerShell writes it.
 */
export function decodeFile(bytes: Uint8Array): { readonly text: string } | ImportFailure {
  if (bytes.length > maxImportBytes) return { kind: 'too-large' }
  try {
    return { text: new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { kind: 'encoding' }
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}
