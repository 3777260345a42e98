import { parseTogether, type Together } from '../src/config/parse-together'
import { syncBytes } from '../src/storage/sync/sync-bytes'

/** What the parser makes of a text beside the team's, or what the text takes in sync. */
export type CheckRequest =
  | { readonly kind: 'parse'; readonly text: string; readonly team: readonly string[] }
  | { readonly kind: 'measure'; readonly text: string }

/** For `parse` what the texts say, for `measure` bytes. It holds its thread up: options/checker.ts has it run in another. */
export function answerCheck(request: CheckRequest): Together | number {
  return request.kind === 'parse' ? parseTogether(request.text, request.team) : syncBytes(request.text)
}
