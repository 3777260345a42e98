import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import type { Diagnostic } from '../../src/config/parse/diagnostic'
import type { Profile } from '../../src/config/parse/profile'
import type { EditorHandle } from '../editor/editor'
import type { OfferUndo } from '../parts/use-undo'
import { type DownloadCommands, downloadCommands } from './download-commands'
import { type HistoryCommands, historyCommands } from './history-commands'
import { replaceTextIn } from './replace-text'
import { type RoleCommands, roleCommands } from './role-commands'
import {
  hasUnsavedChanges,
  type ListAction,
  type ListState,
  type PreviewState,
  type StartingState,
} from './state'
import { type CheckNeeds, useCheck } from './use-check'
import { useDraft } from './use-draft'
import { type ImportCommands, useImports } from './use-imports'
import { useSaveKey, useUnsaved } from './use-unsaved'

/** The list of roles in use and in the editor, and the user's actions on it. */
export interface List {
  readonly state: ListState
  readonly editor: RefObject<EditorHandle | null>
  /** The editor's events. */
  readonly edit: { ready(): void; changed(): void; cursorMoved(line: number): void }
  save(): void
  /** Replaces a text that can't be read with an empty one. */
  beginAnew(): void
  /** Discards unsaved changes for the text that another window saved. */
  takeOther(): void
  takeConflict(
    conflict: { readonly id: string; readonly inForce: string },
    text: string,
    merged: boolean,
  ): void
  loadExample(): void
  select(diagnostic: Diagnostic): void
  fix(diagnostic: Diagnostic): void
  setPreview(preview: PreviewState): void
  /** Shows the profile in the editor, and moves the focus there if `focus` says so. */
  reveal(profile: Profile, focus: boolean): void
  readonly downloads: DownloadCommands
  readonly role: RoleCommands
  readonly imports: ImportCommands
  readonly start: StartCommands
  readonly history: HistoryCommands
}

interface StartCommands {
  change(starting: StartingState): void
  /** Goes back to the ways to begin. */
  back(): void
  /** Saves the list. */
  save(text: string): void
  closeSteps(): void
}

/** What the list's unit needs from the others. */
export interface ListNeeds extends CheckNeeds {
  readonly offerUndo: OfferUndo
}

/** The commands and effects of the list's unit. */
export function useList(
  state: ListState,
  dispatch: (action: ListAction) => void,
  { offerUndo, ...needs }: ListNeeds,
): List {
  const editor = useRef<EditorHandle>(null)
  const unit = { state, dispatch, editor, offerUndo }
  useDraft(state, dispatch, () => editor.current?.text())
  const check = useCheck(unit, needs)
  const replaceText = replaceTextIn(unit, check.last)
  const save = () => {
    const written = editor.current?.text()
    if (written !== undefined) return replaceText.save(written)
  }
  const imports = useImports(unit, replaceText)
  useUnsaved(hasUnsavedChanges(state))
  useSaveKey(save)

  return {
    state,
    editor,
    edit: {
      ready: () => {
        check.edited()
        check.soon()
      },
      changed: () => {
        check.edited()
        dispatch({ kind: 'edited' })
        check.afterPause()
      },
      cursorMoved: line => dispatch({ kind: 'cursor-moved', line }),
    },
    save,
    beginAnew: () => dispatch({ kind: 'began-anew' }),
    takeOther: () => replaceText.putIn(message('options_discarded'), { kind: 'other-taken' }),
    takeConflict: (conflict, text, merged) =>
      replaceText.putIn(message(merged ? 'options_merged' : 'options_otherUsed'), {
        kind: 'conflict-used',
        conflict,
        text,
        merged,
      }),
    loadExample: async () => {
      const { default: text } = await import('../../examples/rolecall.ini?raw')
      dispatch({ kind: 'written', text, line: 1 })
    },
    select: diagnostic => editor.current?.select(diagnostic),
    fix(diagnostic) {
      // If it was found in another text, it may be somewhere else by now.
      if (state.findings?.text !== editor.current?.text()) check.soon()
      else if (diagnostic.fix) editor.current?.write(diagnostic, diagnostic.fix.text)
    },
    setPreview: preview => dispatch({ kind: 'preview-changed', preview }),
    reveal({ line }, focus) {
      if (focus) editor.current?.select({ line, column: 1, endColumn: 1 })
      else editor.current?.reveal(line)
    },
    downloads: downloadCommands(unit),
    role: roleCommands(unit),
    imports,
    start: {
      change: starting => dispatch({ kind: 'starting', starting }),
      back: () => dispatch({ kind: 'starting', starting: undefined }),
      save: text => {
        dispatch({ kind: 'started', text })
        void replaceText.save(text)
      },
      closeSteps: () => dispatch({ kind: 'steps-closed' }),
    },
    history: historyCommands(unit, replaceText),
  }
}
