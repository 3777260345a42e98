import type { Reading } from '../../src/browser/stored-item'
import type { RoleForm } from '../../src/config/edit/role-form'
import type { AccountsOptions } from '../../src/config/exchange/organization-accounts'
import type { AwsColors } from '../../src/config/exchange/to-aws-colors'
import type { AwsConfig } from '../../src/config/exchange/to-aws-config'
import type { Bookmarks } from '../../src/config/exchange/to-bookmarks'
import type { Profile } from '../../src/config/parse/profile'
import type { Habits } from '../../src/roles/order'
import type { Draft } from '../../src/storage/drafts'
import type { SavedVersion } from '../../src/storage/history'
import type { Document, Findings } from '../editor/document'
import type { ReadFailure } from '../parts/read-failure'
import type { StartOptions } from './first-run/starting-list'
import type { ImportFailure } from './import/import-failure'
import type { ImportContent, ImportMode } from './import/import-result'

/** The roles are saved as profiles for the AWS CLI, except for those left out. */
interface Exported extends Omit<AwsConfig, 'text'> {
  readonly kind: 'exported-for-aws'
}

/** The accounts' colors are saved as commands, except for those left out. */
interface ExportedColors extends Omit<AwsColors, 'text'> {
  readonly kind: 'exported-colors'
}

/** The portal roles are saved as bookmarks, except for those left out. */
interface BookmarksExported extends Omit<Bookmarks, 'html'> {
  readonly kind: 'exported-bookmarks'
}

/** The last action. `secrets` are the lines that access keys were removed from, as in `3–5, 9`; '' if there were none. */
export type ListOutcome =
  /** `forgotten` is the number of texts that the history had to drop because the browser's storage is full. */
  | {
      readonly kind: 'saved'
      readonly roles: number
      readonly secrets: string
      readonly forgotten: number
    }
  /** The unsaved text from when the page was left has been restored. */
  | { readonly kind: 'draft'; readonly time: number }
  | { readonly kind: 'imported'; readonly secrets: string }
  | { readonly kind: 'loaded' }
  | Exported
  | ExportedColors
  | BookmarksExported

/** The text in use, the editor's text, and the actions on them. */
export interface ListState {
  readonly readFailure: ReadFailure | undefined
  /** The text in use. */
  readonly saved: string
  /** The text that is being saved. */
  readonly saving: string | undefined
  readonly document: Document
  /** The id of this page, which its unsaved text is stored by; undefined until it is known. */
  readonly page: string | undefined
  /** Whether the page began with an unsaved text that was left. */
  readonly hadDraft: boolean
  /** Whether the editor's text differs from the one that is saved or being saved; an edit counts until it is checked. */
  readonly edited: boolean
  /** Results for the editor's text as of the last check. */
  readonly findings: Findings | undefined
  /** Whether another window saved a text while there were unsaved changes here. */
  readonly changedElsewhere: boolean
  readonly outcome: ListOutcome | undefined
  /** 1-based line of the cursor. */
  readonly cursorLine: number
  readonly preview: PreviewState
  /** How the preview's roles are sorted. */
  readonly habits: Habits
  readonly roleDialog: RoleDialogState | undefined
  readonly importing: ImportState | undefined
  /** What a newcomer has pasted or chosen, not yet saved. */
  readonly starting: StartingState | undefined
  /** Whether the newcomer's first list was just saved, so that the page says how to go on. */
  readonly hasStarted: boolean
  /** Latest first. */
  readonly history: Reading<readonly SavedVersion[]>
  readonly comparing: ComparingState | undefined
  /** Id of the conflict whose two texts the editor's was made from: saving it settles the conflict. */
  readonly settles: string | undefined
  /** Whether an empty text takes the place of one that can't be read, which is still stored. */
  readonly isAnew: boolean
}

/** The form for a role, new or, if `editing`, one in the text. */
export interface RoleDialogState {
  readonly form: RoleForm
  readonly editing: RoleForm | undefined
}

/** A pending import, previewed before it is applied. */
export interface ImportState {
  readonly file: string
  /** As in `Outcome`. */
  readonly secrets: string
  /** The editor's text. */
  readonly before: string
  readonly content: ImportContent
  readonly mode: ImportMode
  readonly options: AccountsOptions
}

/** The newcomer's first list. */
export interface StartingState extends StartOptions {
  readonly file: string
  /** As in `Outcome`. */
  readonly secrets: string
  readonly content: ImportContent
}

/** The editor's text, and what belongs to it, before another one took its place. */
interface EditorBefore extends Pick<ListState, 'settles' | 'changedElsewhere'> {
  readonly text: string
}

/** A saved text compared with the editor's. */
export interface ComparingState {
  readonly time: number
  readonly text: string
  readonly current: string
}

export interface PreviewState {
  /** The profile of the base account; '' for an account that no profile names, undefined for the first. */
  readonly base: string | undefined
  readonly query: string
}

export type ListAction =
  /** The list was read, or written in some window. */
  | { readonly kind: 'configuration-read'; readonly reading: Reading<string> }
  | { readonly kind: 'configuration-unread'; readonly message: string }
  | { readonly kind: 'edited' }
  | { readonly kind: 'checked'; readonly findings: Findings }
  /** `text` is the stored text; `changed` says whether it differs from the editor's. */
  | { readonly kind: 'save-began'; readonly text: string; readonly changed: boolean }
  | {
      readonly kind: 'save-ended'
      readonly roles: number
      readonly secrets: string
      readonly forgotten: number
    }
  | { readonly kind: 'page-claimed'; readonly page: string }
  | { readonly kind: 'draft-taken'; readonly draft: Draft }
  | { readonly kind: 'draft-not-kept'; readonly message: string }
  | { readonly kind: 'save-failed'; readonly message: string }
  | { readonly kind: 'import-opened'; readonly importing: ImportState }
  | { readonly kind: 'import-closed' }
  | { readonly kind: 'starting'; readonly starting: StartingState | undefined }
  /** The newcomer saves the first list. */
  | { readonly kind: 'started'; readonly text: string }
  | { readonly kind: 'steps-closed' }
  | {
      readonly kind: 'imported'
      readonly text: string
      readonly secrets: string
    }
  | { readonly kind: 'import-failed'; readonly file: string; readonly reason: ImportFailure }
  /** The user discards the unsaved changes for the text that another window saved. */
  | { readonly kind: 'other-taken' }
  /** The user starts with an empty text in place of one that can't be read. */
  | { readonly kind: 'began-anew' }
  | { readonly kind: 'role-opened'; readonly form: RoleForm; readonly editing: RoleForm | undefined }
  | { readonly kind: 'role-changed'; readonly form: RoleForm }
  | { readonly kind: 'role-closed' }
  /** The page edited the text for the user, at the line. */
  | { readonly kind: 'written'; readonly text: string; readonly line: number }
  | { readonly kind: 'history-read'; readonly reading: Reading<readonly SavedVersion[]> }
  | { readonly kind: 'comparing'; readonly comparing: ComparingState | undefined }
  | { readonly kind: 'version-unreadable' }
  /** The user has chosen the other text of a conflict, or both, as the editor's. */
  | {
      readonly kind: 'conflict-used'
      /** The conflict's id, and the text in use when it was shown. */
      readonly conflict: { readonly id: string; readonly inForce: string }
      readonly text: string
      readonly merged: boolean
    }
  | { readonly kind: 'restored'; readonly text: string }
  /** The user undoes what put another text into the editor. */
  | { readonly kind: 'put-back'; readonly before: EditorBefore }
  | Exported
  | ExportedColors
  | BookmarksExported
  | { readonly kind: 'cursor-moved'; readonly line: number }
  | { readonly kind: 'preview-changed'; readonly preview: PreviewState }
  | { readonly kind: 'habits-read'; readonly habits: Habits }

export const initialList: ListState = {
  readFailure: { kind: 'loading' },
  saved: '',
  saving: undefined,
  document: { revision: 0, text: '', undoable: false },
  edited: false,
  findings: undefined,
  changedElsewhere: false,
  outcome: undefined,
  cursorLine: 1,
  preview: { base: undefined, query: '' },
  habits: { recent: [], frequent: [], pinned: [] },
  roleDialog: undefined,
  importing: undefined,
  starting: undefined,
  hasStarted: false,
  page: undefined,
  hadDraft: false,
  history: { kind: 'value', value: [] },
  comparing: undefined,
  settles: undefined,
  isAnew: false,
}

/** Whether anything would be lost if the user left the page. */
export function hasUnsavedChanges({ edited, saving }: ListState): boolean {
  return edited || saving !== undefined
}

/** Whether there is no text at all, so that the page says how to begin. */
export function isEmptyList({ readFailure, edited, saving, saved }: ListState): boolean {
  return readFailure === undefined && !edited && (saving ?? saved).trim() === ''
}

/** Whether a save would change anything: the text, the conflict that it settles, or what can't be read. */
export function canSave({ readFailure, edited, saving, settles, isAnew }: ListState): boolean {
  return readFailure === undefined && saving === undefined && (edited || settles !== undefined || isAnew)
}

/** Returns the profile at the cursor, as of the last check. */
export function currentProfile({ findings, cursorLine }: ListState): Profile | undefined {
  return findings?.profiles.findLast(({ line, origin }) => origin !== 'team' && line <= cursorLine)
}

/**
 * Returns the list's state after an event. A new text never replaces one with unsaved edits: the user is only told that
 * there is another.
 */
export function reduceList(state: ListState, action: ListAction): ListState {
  switch (action.kind) {
    case 'configuration-read':
      return listRead(state, action.reading)
    case 'configuration-unread':
      return { ...state, readFailure: { kind: 'failed', message: action.message } }
    case 'edited':
      return state.edited && !state.outcome ? state : { ...state, edited: true, outcome: undefined }
    case 'checked':
      return checked(state, action.findings)
    case 'save-began':
      return {
        ...(action.changed ? withText(state, action.text) : state),
        saving: action.text,
        edited: false,
        outcome: undefined,
      }
    case 'save-ended':
      return {
        ...state,
        saved: state.saving ?? state.saved,
        saving: undefined,
        settles: undefined,
        isAnew: false,
        changedElsewhere: false,
        outcome: {
          kind: 'saved',
          roles: action.roles,
          secrets: action.secrets,
          forgotten: action.forgotten,
        },
      }
    case 'save-failed':
      return { ...state, saving: undefined, edited: true }
    case 'import-opened':
      return { ...state, importing: action.importing }
    case 'import-closed':
      return { ...state, importing: undefined }
    case 'starting':
      return { ...state, starting: action.starting }
    case 'started':
      return { ...withText(state, action.text), edited: true, starting: undefined, hasStarted: true }
    case 'steps-closed':
      return { ...state, hasStarted: false }
    case 'imported':
      return {
        ...withText(state, action.text, { undoable: true }),
        edited: action.text !== state.saved,
        settles: state.importing?.mode === 'replace' ? undefined : state.settles,
        outcome: { kind: 'imported', secrets: action.secrets },
        importing: undefined,
      }
    case 'other-taken':
      return {
        ...withText(state, state.saved),
        edited: false,
        settles: undefined,
        changedElsewhere: false,
        outcome: undefined,
      }
    case 'began-anew':
      return { ...withText(state, ''), readFailure: undefined, saved: '', isAnew: true }
    case 'role-opened':
      return { ...state, roleDialog: { form: action.form, editing: action.editing } }
    case 'role-changed':
      return state.roleDialog ? { ...state, roleDialog: { ...state.roleDialog, form: action.form } } : state
    case 'role-closed':
      return { ...state, roleDialog: undefined }
    case 'written':
      return {
        ...withText(state, action.text, { undoable: true, line: action.line }),
        edited: action.text !== state.saved,
        outcome: undefined,
        roleDialog: undefined,
      }
    case 'history-read':
      return { ...state, history: action.reading }
    case 'comparing':
      return { ...state, comparing: action.comparing }
    case 'restored':
      return {
        ...withText(state, action.text, { undoable: true }),
        edited: action.text !== state.saved,
        settles: undefined,
        comparing: undefined,
        outcome: undefined,
      }
    case 'put-back': {
      const { text, settles, changedElsewhere } = action.before
      return {
        ...withText(state, text, { undoable: true }),
        edited: text !== state.saved,
        settles,
        changedElsewhere,
        outcome: undefined,
      }
    }
    case 'page-claimed':
      return { ...state, page: action.page }
    case 'draft-taken':
      return draftTaken({ ...state, hadDraft: true }, action.draft)
    case 'conflict-used':
      return {
        ...withText(state, action.text, { undoable: true }),
        edited: true,
        settles: action.conflict.id,
        // The text that it was made from may not be in use anymore.
        changedElsewhere: state.changedElsewhere || action.conflict.inForce !== state.saved,
        outcome: undefined,
      }
    case 'exported-for-aws':
    case 'exported-colors':
    case 'exported-bookmarks':
      return { ...state, outcome: action }
    case 'cursor-moved':
      return action.line === state.cursorLine ? state : { ...state, cursorLine: action.line }
    case 'preview-changed':
      return { ...state, preview: action.preview }
    case 'habits-read':
      return { ...state, habits: action.habits }
    default:
      return state
  }
}

function listRead(state: ListState, reading: Reading<string>): ListState {
  if (reading.kind !== 'value') return { ...state, readFailure: { kind: reading.kind } }
  const text = reading.value
  const first = state.readFailure !== undefined
  if (!first && (text === state.saving || text === state.saved)) return state
  if (state.edited) return { ...state, readFailure: undefined, saved: text, changedElsewhere: true }
  return {
    ...withText(state, text),
    readFailure: undefined,
    saved: text,
    ...(!first && { outcome: { kind: 'loaded' } }),
  }
}

/** Puts the unsaved text back into the editor, unless the user has begun to write meanwhile. */
function draftTaken(state: ListState, { text, time, isCurrent, settles }: Draft): ListState {
  if (state.readFailure || state.edited || text === state.saved) return state
  return {
    ...withText(state, text, { undoable: true }),
    edited: true,
    settles,
    changedElsewhere: !isCurrent,
    outcome: { kind: 'draft', time },
  }
}

function checked(state: ListState, findings: Findings): ListState {
  // There are no messages for the empty text that represents one that isn't read yet.
  if (state.readFailure?.kind === 'loading') return state
  const { text } = findings
  // A user who went back to the saved text gave up the merged one, unless that is the saved text.
  const isDone = text === state.saved && text !== state.document.text
  const settles = isDone ? undefined : state.settles
  const edited = text !== (state.saving ?? state.saved)
  // A text that was checked before causes no redraw.
  if (findings === state.findings && edited === state.edited && settles === state.settles) return state
  return { ...state, edited, findings, settles }
}

function withText(
  state: ListState,
  text: string,
  how: Pick<Document, 'undoable' | 'line'> = { undoable: false },
): ListState {
  return { ...state, document: { revision: state.document.revision + 1, text, ...how } }
}
