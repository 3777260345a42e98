import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { holdUpdate } from '../../src/browser/background-events'
import { message } from '../../src/browser/i18n'
import { addProfile, editProfile } from '../../src/config/edit/edit-profile'
import { emptyForm, formOf, meantForm, type RoleForm } from '../../src/config/edit/role-form'
import { organizationRole } from '../../src/config/exchange/organization-accounts'
import { toAwsColors } from '../../src/config/exchange/to-aws-colors'
import { toAwsConfig } from '../../src/config/exchange/to-aws-config'
import { bookmarksOf } from '../../src/config/exchange/to-bookmarks'
import type { Diagnostic } from '../../src/config/parse/diagnostic'
import type { Profile } from '../../src/config/parse/profile'
import { withoutSecrets } from '../../src/config/secrets/without-secrets'
import { errorText } from '../../src/lib/error-text'
import { lineRanges } from '../../src/lib/line-ranges'
import { shellOf } from '../../src/lib/shell-word'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { prepareSave, saveList } from '../../src/list/save-list'
import { readSettings } from '../../src/settings/settings'
import { type SavedVersion, textOfVersion } from '../../src/storage/history'
import type { EditorHandle } from '../editor/editor'
import { download } from '../parts/download'
import { namesText } from '../parts/short-texts'
import type { OfferUndo } from '../parts/use-undo'
import { type CheckedText, checkText } from './check-text'
import { startingList } from './first-run/starting-list'
import { importResult } from './import/import-result'
import { gatherImport, type NamedText } from './import/kind-of-import'
import { readFile } from './import/read-file'
import { useDroppedAndPasted } from './import/use-dropped-and-pasted'
import {
  currentProfile,
  hasUnsavedChanges,
  type ImportState,
  isEmptyList,
  type ListAction,
  type ListState,
  type PreviewState,
  type StartingState,
} from './state'
import { useDraft } from './use-draft'

/** The ending of a script, by the shell that runs it. */
const scriptEndings = { posix: 'sh', powershell: 'ps1', cmd: 'cmd' } as const

type Dispatch = (action: ListAction) => void

/** How long the keyboard must be idle before the text is checked, in milliseconds. */
const checkPauseMs = 400

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
  download(): void
  downloadForAws(): void
  downloadColors(): void
  downloadBookmarks(): void
  loadExample(): void
  select(diagnostic: Diagnostic): void
  fix(diagnostic: Diagnostic): void
  setPreview(preview: PreviewState): void
  /** Shows the profile in the editor, and moves the focus there if `focus` says so. */
  reveal(profile: Profile, focus: boolean): void
  readonly role: RoleCommands
  readonly imports: ImportCommands
  readonly start: StartCommands
  readonly history: HistoryCommands
}

export interface RoleCommands {
  add(): void
  /** Opens it for the profile at the cursor. */
  edit(): void
  change(form: RoleForm): void
  submit(): void
  close(): void
}

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

interface StartCommands {
  change(starting: StartingState): void
  /** Goes back to the ways to begin. */
  back(): void
  /** Saves the list. */
  save(text: string): void
  closeSteps(): void
}

export interface HistoryCommands {
  compare(version: SavedVersion): void
  restore(text: string): void
  close(): void
}

/** What the list's unit needs from the others. */
export interface ListNeeds {
  /** Parsed together with the user's own text. */
  readonly teamTexts: readonly string[]
  readonly offerUndo: OfferUndo
  /** Called with each text that was checked. */
  measure(text: string, isLatest: () => boolean): Promise<void>
}

/** The commands and effects of the list's unit. */
export function useList(
  state: ListState,
  dispatch: Dispatch,
  { teamTexts, measure, offerUndo }: ListNeeds,
): List {
  const editor = useRef<EditorHandle>(null)
  const unsaved = hasUnsavedChanges(state)
  const isLoading = state.readFailure?.kind === 'loading'
  const edits = useRef(0)
  /** What is being saved was just checked, unless it was edited since. */
  const lastCheck = useRef<CheckedText | undefined>(undefined)
  useDraft(state, dispatch, () => editor.current?.text())
  const check = useCheck(async () => {
    const text = editor.current?.text()
    if (text === undefined) return
    const asOf = edits.current
    const checked = await checkText(text, teamTexts)
    // An edit made meanwhile is followed by a check of its own.
    if (asOf !== edits.current) return
    lastCheck.current = checked
    dispatch({ kind: 'checked', findings: checked.findings })
    await idle()
    if (unsaved) await prepareSave(checked)
    await measure(text, () => asOf === edits.current)
  })

  const save = () => {
    const written = editor.current?.text()
    if (written !== undefined) return saveText(written)
  }

  /** `removed` are lines of an imported file that access keys were removed from, as in `Outcome`. */
  const saveText = async (written: string, removed = '') => {
    if (state.readFailure || state.saving !== undefined) return
    const { text, lines } = withoutSecrets(written)
    // The storage is asked before the page is drawn again.
    const saving = saveList(text, { settles: state.settles, page: state.page, checked: lastCheck.current })
    dispatch({ kind: 'save-began', text, changed: text !== written })
    try {
      const { roles, forgotten } = await saving
      dispatch({ kind: 'save-ended', roles, secrets: lineRanges(lines) || removed, forgotten })
    } catch (error) {
      dispatch({ kind: 'save-failed', message: errorText(error) })
    }
  }

  const importTexts = (texts: readonly NamedText[]) => {
    const before = editor.current?.text()
    if (before === undefined || isLoading) {
      waiting.current = texts
      return
    }
    if (state.readFailure)
      return dispatch({ kind: 'import-failed', file: texts[0]?.name ?? '', reason: { kind: 'unread' } })
    const gathered = gatherImport(texts)
    if ('reason' in gathered) dispatch({ kind: 'import-failed', ...gathered })
    else {
      const file = namesText(texts.map(({ name }) => name))
      if (isEmptyList(state)) {
        const choices = { roleName: organizationRole, colorsByName: true, asksForProduction: true }
        if (startingList(gathered.content, choices).roles.length === 0) {
          return dispatch({ kind: 'import-failed', file, reason: { kind: 'no-roles' } })
        }
        return dispatch({ kind: 'starting', starting: { file, ...gathered, ...choices } })
      }
      const options = { roleName: organizationRole, sourceProfile: '', colors: 'by-name' } as const
      // The user probably doesn't mean to discard what would be lost.
      const { removed } = importResult(before, gathered.content, 'replace', options)
      const mode = removed.length === 0 ? 'replace' : 'add'
      dispatch({ kind: 'import-opened', importing: { file, ...gathered, before, mode, options } })
    }
  }

  // Files that were chosen while the page was loading are imported once it has loaded.
  const waiting = useRef<readonly NamedText[] | undefined>(undefined)
  useEffect(() => {
    if (isLoading || !waiting.current || editor.current?.text() === undefined) return
    const texts = waiting.current
    waiting.current = undefined
    importTexts(texts)
  })

  const importFiles = async (files: readonly File[]) => {
    const texts: NamedText[] = []
    for (const file of files) {
      const read = await readFile(file)
      if ('kind' in read) return dispatch({ kind: 'import-failed', file: file.name, reason: read })
      texts.push({ name: file.name, text: read.text })
    }
    importTexts(texts)
  }
  useDroppedAndPasted(importFiles, text => importTexts([{ name: message('options_clipboard'), text }]))

  const fix = (diagnostic: Diagnostic) => {
    // If it was found in another text, it may be somewhere else by now.
    if (state.findings?.text !== editor.current?.text()) check(0)
    else if (diagnostic.fix) editor.current?.write(diagnostic, diagnostic.fix.text)
  }

  const openRole = (isNew: boolean) => {
    const profile = isNew ? undefined : currentProfile(state)
    const base = state.preview.base ?? state.findings?.targets.bases[0]?.name ?? ''
    const form = profile ? formOf(profile) : { ...emptyForm, sourceProfile: base }
    dispatch({ kind: 'role-opened', form, editing: profile && form })
  }

  const submitRole = () => {
    if (!state.roleDialog) return
    const { editing } = state.roleDialog
    const form = meantForm(state.roleDialog.form)
    const text = editor.current?.text() ?? ''
    const written = (editing && editProfile(text, editing, form)) ?? addProfile(text, form)
    dispatch({ kind: 'written', ...written })
  }

  const downloadForAws = () => {
    if (!state.findings) return
    const { targets, profiles } = state.findings
    const { text, ...exported } = toAwsConfig(targets, profiles)
    // An empty file can't be imported: the message says why.
    if (exported.count > 0) download('config', text)
    dispatch({ kind: 'exported-for-aws', ...exported })
  }

  const downloadColors = async () => {
    if (!state.findings) return
    const { shell } = await readSettings()
    const kind = shellOf(shell, navigator.platform)
    const { text, ...exported } = toAwsColors(state.findings.targets, kind)
    if (exported.count > 0) download(`account-colors.${scriptEndings[kind]}`, text)
    dispatch({ kind: 'exported-colors', ...exported })
  }

  const downloadBookmarks = () => {
    if (!state.findings) return
    const { html, ...exported } = bookmarksOf(state.findings.targets.roles, message('options_bookmarksTitle'))
    if (exported.count > 0) download('rolecall-bookmarks.html', html)
    dispatch({ kind: 'exported-bookmarks', ...exported })
  }

  const compare = async (version: SavedVersion) => {
    try {
      const { time } = version
      const comparing = { time, text: await textOfVersion(version), current: editor.current?.text() ?? '' }
      dispatch({ kind: 'comparing', comparing })
    } catch {
      dispatch({ kind: 'version-unreadable' })
    }
  }

  /** Puts another text into the editor, says so, and offers to put the previous one back. */
  const putIn = (sentence: string, action: ListAction) => {
    const { settles, changedElsewhere } = state
    const before = { text: editor.current?.text() ?? '', settles, changedElsewhere }
    dispatch(action)
    offerUndo(sentence, () => dispatch({ kind: 'put-back', before }))
  }

  /**
   * Puts another text in place of the list and saves it. Unsaved changes aren't saved along with it: then it is only put
   * into the editor.
   */
  const replaceWith = (
    text: string,
    sentences: { readonly saved: string; readonly unsaved: string },
    action: ListAction,
    removed?: string,
  ) => {
    if (unsaved || state.settles !== undefined) return putIn(sentences.unsaved, action)
    const { changedElsewhere } = state
    const before = { text: editor.current?.text() ?? '', settles: undefined, changedElsewhere }
    dispatch(action)
    void saveText(text, removed)
    offerUndo(sentences.saved, () => {
      dispatch({ kind: 'put-back', before })
      void saveText(before.text)
    })
  }

  const writeAndSave = (before: string, text: string, sentence: string) => {
    if (state.readFailure || state.saving !== undefined || editor.current?.text() !== before) return
    const sentences = { saved: sentence, unsaved: message('options_imported') }
    replaceWith(text, sentences, { kind: 'imported', text, secrets: '' })
  }

  // The team's files change the meaning of the text; an unreadable text counts as empty.
  useEffect(() => check(0), [teamTexts, isLoading])

  useEffect(() => {
    document.title = unsaved ? `• ${message('options_title')}` : message('options_title')
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    const saved = new AbortController()
    holdUpdate(saved.signal)
    return () => {
      removeEventListener('beforeunload', ask)
      saved.abort()
    }
  }, [unsaved])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (shortcutOf(event) !== 'Mod+s') return
      event.preventDefault()
      save()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })

  return {
    state,
    editor,
    edit: {
      ready: () => {
        edits.current++
        check(0)
      },
      changed: () => {
        edits.current++
        dispatch({ kind: 'edited' })
        check(checkPauseMs)
      },
      cursorMoved: line => dispatch({ kind: 'cursor-moved', line }),
    },
    save,
    beginAnew: () => dispatch({ kind: 'began-anew' }),
    takeOther: () => putIn(message('options_discarded'), { kind: 'other-taken' }),
    takeConflict: (conflict, text, merged) =>
      putIn(message(merged ? 'options_merged' : 'options_otherUsed'), {
        kind: 'conflict-used',
        conflict,
        text,
        merged,
      }),
    download: () => download('rolecall.ini', withoutSecrets(editor.current?.text() ?? '').text),
    downloadForAws,
    downloadColors,
    downloadBookmarks,
    loadExample: async () => {
      const { default: text } = await import('../../examples/rolecall.ini?raw')
      dispatch({ kind: 'written', text, line: 1 })
    },
    select: diagnostic => editor.current?.select(diagnostic),
    fix,
    setPreview: preview => dispatch({ kind: 'preview-changed', preview }),
    reveal: ({ line }, focus) => {
      if (focus) editor.current?.select({ line, column: 1, endColumn: 1 })
      else editor.current?.reveal(line)
    },
    role: {
      add: () => openRole(true),
      edit: () => openRole(false),
      change: form => dispatch({ kind: 'role-changed', form }),
      submit: submitRole,
      close: () => dispatch({ kind: 'role-closed' }),
    },
    imports: {
      open: importFiles,
      change: importing => dispatch({ kind: 'import-opened', importing }),
      accept: text => {
        const secrets = state.importing?.secrets ?? ''
        const sentences = { saved: message('options_importedSaved'), unsaved: message('options_imported') }
        replaceWith(text, sentences, { kind: 'imported', text, secrets }, secrets)
      },
      writeAndSave,
      close: () => dispatch({ kind: 'import-closed' }),
    },
    start: {
      change: starting => dispatch({ kind: 'starting', starting }),
      back: () => dispatch({ kind: 'starting', starting: undefined }),
      save: text => {
        dispatch({ kind: 'started', text })
        void saveText(text)
      },
      closeSteps: () => dispatch({ kind: 'steps-closed' }),
    },
    history: {
      compare,
      restore: text => {
        const sentences = { saved: message('options_restoredSaved'), unsaved: message('options_restored') }
        replaceWith(text, sentences, { kind: 'restored', text })
      },
      close: () => dispatch({ kind: 'comparing', comparing: undefined }),
    },
  }
}

/** Returns a function that calls `check` once the keyboard has been idle for as long as it says and the page is idle. */
function useCheck(check: () => Promise<void>): (pause: number) => void {
  const latest = useRef(check)
  latest.current = check
  const timer = useRef(0)
  return pause => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => idle().then(() => latest.current()), pause)
  }
}

/** Resolves once the page has nothing else to do, or after half a second. */
function idle(): Promise<unknown> {
  return new Promise(resolve => requestIdleCallback(resolve, { timeout: 500 }))
}
