import { useEffect, useRef } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { organizationRole } from '../../src/config/exchange/organization-accounts'
import { namesText } from '../parts/short-texts'
import { startingList } from './first-run/starting-list'
import { importResult } from './import/import-result'
import { kindOfImport, type NamedText } from './import/kind-of-import'
import { readFile } from './import/read-file'
import { useDroppedAndPasted } from './import/use-dropped-and-pasted'
import type { ListUnit } from './list-unit'
import type { ReplaceText } from './replace-text'
import { type ImportState, isEmptyList, type ListAction, type ListState } from './state'

/** Imports of files, and of texts that are dropped or pasted. */
export interface ImportCommands {
  /** Previews what an import of the files would change. */
  open(files: readonly File[]): void
  change(importing: ImportState): void
  accept(text: string): void
  /**
   * Puts a text that was made from `before` in place of the list, saves it and offers *Undo*. Unsaved changes aren't saved
   * along with it: then it waits in the editor. Does nothing if the editor has another text by now or is being saved.
   */
  writeAndSave(before: string, text: string, sentence: string): void
  close(): void
}

export function useImports(
  { state, dispatch, editor }: ListUnit,
  { putInAndSave }: ReplaceText,
): ImportCommands {
  /** What was chosen while the page was loading is imported once it has loaded. */
  const waiting = useRef<readonly NamedText[] | undefined>(undefined)
  const isLoading = state.readFailure?.kind === 'loading'

  const importTexts = (texts: readonly NamedText[]) => {
    const before = editor.current?.text()
    if (before === undefined || isLoading) waiting.current = texts
    else dispatch(previewOf(state, texts, before))
  }
  useEffect(() => {
    if (isLoading || !waiting.current || editor.current?.text() === undefined) return
    const texts = waiting.current
    waiting.current = undefined
    importTexts(texts)
  })

  const open = async (files: readonly File[]) => {
    const texts: NamedText[] = []
    for (const file of files) {
      const read = await readFile(file)
      if ('kind' in read) return dispatch({ kind: 'import-failed', file: file.name, reason: read })
      texts.push({ name: file.name, text: read.text })
    }
    importTexts(texts)
  }
  useDroppedAndPasted(open, text => importTexts([{ name: message('options_clipboard'), text }]))

  return {
    open,
    change: importing => dispatch({ kind: 'import-opened', importing }),
    accept(text) {
      const secrets = state.importing?.secrets ?? ''
      const sentences = { saved: message('options_importedSaved'), unsaved: message('options_imported') }
      putInAndSave(text, sentences, { kind: 'imported', text, secrets }, secrets)
    },
    writeAndSave(before, text, sentence) {
      if (state.readFailure || state.saving !== undefined || editor.current?.text() !== before) return
      const sentences = { saved: sentence, unsaved: message('options_imported') }
      putInAndSave(text, sentences, { kind: 'imported', text, secrets: '' })
    },
    close: () => dispatch({ kind: 'import-closed' }),
  }
}

/** Returns the action that previews an import into the list `before`: its first roles, what changes, or why it fails. */
function previewOf(state: ListState, texts: readonly NamedText[], before: string): ListAction {
  if (state.readFailure) {
    return { kind: 'import-failed', file: texts[0]?.name ?? '', reason: { kind: 'unread' } }
  }
  const gathered = kindOfImport(texts)
  if ('reason' in gathered) return { kind: 'import-failed', ...gathered }
  const file = namesText(texts.map(({ name }) => name))
  if (isEmptyList(state)) {
    const choices = { roleName: organizationRole, colorsByName: true, asksForProduction: true }
    return startingList(gathered.content, choices).roles.length === 0
      ? { kind: 'import-failed', file, reason: { kind: 'no-roles' } }
      : { kind: 'starting', starting: { file, ...gathered, ...choices } }
  }
  const options = { roleName: organizationRole, sourceProfile: '', colors: 'by-name' } as const
  // The user probably doesn't mean to discard what would be lost.
  const { removed } = importResult(before, gathered.content, 'replace', options)
  const mode = removed.length === 0 ? 'replace' : 'add'
  return { kind: 'import-opened', importing: { file, ...gathered, before, mode, options } }
}
