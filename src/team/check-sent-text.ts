import { maxListBytes } from '../config/parse/list-size'
import type { Config } from '../config/resolve/parse-config'
import { checkTeamText, type TeamTextFailure } from './check-team-text'
import { decodeText, type TextFailure } from './decode-text'

export type CheckedSentText =
  | {
      readonly kind: 'config'
      /** The text without access keys, as it may be stored. */
      readonly text: string
      readonly config: Config
    }
  | { readonly kind: 'refused'; readonly reason: SentTextFailure }

/** Why a text from an extension is not put in use. */
export type SentTextFailure =
  | { readonly kind: 'too-large'; readonly most: number }
  | Exclude<TextFailure, { readonly kind: 'encoding' }>
  | TeamTextFailure

/**
 * Returns the list in a message from another extension; undefined for any other message. The message is that
 * of AWS Extend Switch Roles' config senders: `{ action: 'updateConfig', dataType: 'ini', data: '…' }`. Source:
 * github.com/tilfinltd/aws-extend-switch-roles, `src/js/background.js`, `src/js/handlers/external.js`.
 */
export function readSentText(message: unknown): string | undefined {
  if (typeof message !== 'object' || message === null) return undefined
  const { action, dataType, data } = message as Partial<Record<'action' | 'dataType' | 'data', unknown>>
  const isConfig = action === 'updateConfig' && dataType === 'ini'
  return isConfig && typeof data === 'string' ? data : undefined
}

/** Checks a sent text like a team's file. It includes no files, so it must be a whole list. */
export function checkSentText(sent: string): CheckedSentText {
  const most = maxListBytes
  // No character is less than a byte.
  if (sent.length > most) return refused({ kind: 'too-large', most })
  const bytes = new TextEncoder().encode(sent)
  if (bytes.length > most) return refused({ kind: 'too-large', most })
  const decoded = decodeText(bytes)
  if (!('text' in decoded)) return refused(decoded.kind === 'encoding' ? { kind: 'binary' } : decoded)
  return checkTeamText(decoded.text, 'alone')
}

function refused(reason: SentTextFailure): CheckedSentText {
  return { kind: 'refused', reason }
}
