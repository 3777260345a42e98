import type { Reading } from '../src/browser/stored-item'
import type { RoleForm } from '../src/config/edit/role-form'
import type { UnusableList } from '../src/config/exchange/accounts/read-accounts'
import type { AccountsOptions } from '../src/config/exchange/organization-accounts'
import type { AwsConfig } from '../src/config/exchange/to-aws-config'
import type { Diagnostic } from '../src/config/parse/diagnostic'
import type { Profile } from '../src/config/parse/profile'
import type { TargetRoles } from '../src/config/resolve/target-roles'
import type { Habits } from '../src/roles/order'
import type { Settings } from '../src/settings/settings'
import type { Draft } from '../src/storage/drafts'
import type { Version } from '../src/storage/list-version'
import type { SyncState } from '../src/sync-codec/sync-state'
import type { TeamSender } from '../src/team/allowed-senders'
import type { SenderApproval, TeamInForce } from '../src/team/team-in-force'
import type { TeamStatus } from '../src/team/team-status'
import type { CheckedPolicy } from './check-policy'
import type { ImportContent, ImportMode } from './import-result'

/** Why what is stored can't be worked on. Each is a sentence in `sentences.ts`, with what to do. */
export type Obstacle =
  | { readonly kind: 'loading' }
  | { readonly kind: 'newer' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'failed'; readonly message: string }

/** Something that was asked for and was not done. */
export type Failure =
  | { readonly kind: 'not-saved'; readonly message: string }
  | { readonly kind: 'settings-not-saved'; readonly message: string }
  | { readonly kind: 'not-restored' }
  /** By the browser. */
  | { readonly kind: 'not-done'; readonly message: string }
  /** What the user decided about had changed since it was shown. */
  | { readonly kind: 'changed-meanwhile' }
  /** The unsaved text, against a reload or an end of the browser. */
  | { readonly kind: 'draft-not-kept'; readonly message: string }
  | { readonly kind: 'not-imported'; readonly file: string; readonly reason: NotImported }

export type NotImported =
  | { readonly kind: 'encoding' }
  | { readonly kind: 'too-large' }
  /** It is a list of accounts, or else for a program, and nothing can be made of it. */
  | { readonly kind: 'list'; readonly list: UnusableList }
  | { readonly kind: 'accounts-among-others' }
  | { readonly kind: 'failed'; readonly message: string }

/** The roles are saved as profiles for the AWS CLI, but for those that are left out. */
interface Exported extends Omit<AwsConfig, 'text'> {
  readonly kind: 'exported-for-aws'
}

/** What was done last. `secrets` are the lines that access keys were taken out of, as in `3–5, 9`; '' if there were none. */
export type Outcome =
  /** `forgotten` are the texts that the history had to forget since the browser's storage is full. */
  | {
      readonly kind: 'saved'
      readonly roles: number
      readonly secrets: string
      readonly forgotten: number
    }
  /** What was not saved when the page was left has been brought back. */
  | { readonly kind: 'draft'; readonly time: number }
  | { readonly kind: 'imported'; readonly secrets: string }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'restored' }
  | { readonly kind: 'merged' }
  | { readonly kind: 'other-used' }
  | Exported

/** What the user allows beyond the tab that the button was pressed on. */
export interface ConsoleAccess {
  /** The hosts of the console. */
  readonly hosts: boolean
  readonly tabGroups: boolean
}

/** What the parser makes of a text. */
export interface Findings {
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
  readonly profiles: readonly Profile[]
  readonly targets: TargetRoles
}

/** A text that is put into the editor in place of what is there. */
export interface Document {
  /** Goes up with each. */
  readonly revision: number
  readonly text: string
  /** Whether the user can go back to what was there before. */
  readonly undoable: boolean
  /** Where the cursor goes to. */
  readonly line?: number
}

export interface State {
  readonly obstacle: Obstacle | undefined
  /** Whether all that the page reads as it opens has come, or was waited for long enough. */
  readonly settled: boolean
  /** The text in force. */
  readonly saved: string
  /** The text on its way into the store. */
  readonly saving: string | undefined
  readonly document: Document
  /** Whether the editor's text is another than the one that is saved or being saved; an edit counts until it is checked. */
  readonly edited: boolean
  /** Of the editor's text as it was at the last check. */
  readonly findings: Findings | undefined
  /** Whether the text in force was saved in another window while there were unsaved changes here. */
  readonly changedElsewhere: boolean
  readonly outcome: Outcome | undefined
  readonly failure: Failure | undefined
  /** 1-based line of the cursor. */
  readonly cursorLine: number
  readonly preview: PreviewState
  /** By what the preview's roles are put in order. */
  readonly habits: Habits
  /** Whether the user lets Rolecall see the console's tabs. */
  readonly access: ConsoleAccess
  readonly roleDialog: RoleDialogState | undefined
  readonly importing: ImportState | undefined
  /** Latest first. */
  readonly history: Reading<readonly Version[]>
  readonly comparing: ComparingState | undefined
  /** Undefined until it is known. */
  readonly sync: Reading<SyncState> | undefined
  /** What the text of the last measurement takes in sync, in bytes. */
  readonly syncBytes: number | undefined
  readonly conflicting: ConflictingState | undefined
  readonly team: TeamState
  /** The id of the conflict whose two texts the editor's was made from: saving it settles the matter. */
  readonly settles: string | undefined
  /** The menu's key, as the browser writes it; '' for none, undefined until it is known. */
  readonly shortcut: string | undefined
  readonly settings: { readonly kind: 'value'; readonly value: Settings } | Obstacle
  /** What an administrator has set. */
  readonly policy: CheckedPolicy
}

/** The form of a role, new or `editing` one that is in the text. */
export interface RoleDialogState {
  readonly form: RoleForm
  readonly editing: RoleForm | undefined
}

/** An import of which the user is told first what it changes. */
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

/** A saved text beside the editor's. */
export interface ComparingState {
  readonly time: number
  readonly text: string
  readonly current: string
}

/** The team's configuration, as it is stored. */
interface TeamState {
  /** The one that counts, without headers that an administrator has set. */
  readonly source: TeamInForce | undefined
  /** Whether it isn't known yet which counts. */
  readonly loading: boolean
  /** The URL that an administrator offers. */
  readonly offered: string | undefined
  /** Whether what extensions send is to be approved. */
  readonly senderApproval: SenderApproval
  readonly status: TeamStatus | undefined
  /** The extensions that may send a configuration. */
  readonly senders: readonly TeamSender[]
  /** All that are in force, of the URL's files and of senders, which are read together with the user's own text. */
  readonly texts: readonly string[]
  /** Where the URL led to, after redirects; undefined where nothing was fetched yet. */
  readonly foundAt: string | undefined
  /** Whether later files wait for the user. */
  readonly waits: boolean
  /** Whether it is being fetched because the user asked. */
  readonly refreshing: boolean
}

/** The text in force and the one that gave way to it. */
export interface ConflictingState {
  /** Of the conflict. */
  readonly id: string
  /** When the other text was saved. */
  readonly time: number
  readonly inForce: string
  readonly other: string
  /** What both were made from; '' where it isn't known. */
  readonly base: string
}

export interface PreviewState {
  /** The profile of the base account; '' for an account that no profile names, undefined for the first. */
  readonly base: string | undefined
  readonly query: string
}

export type Action =
  /** The configuration was read, or written in some window. */
  | { readonly kind: 'configuration-read'; readonly reading: Reading<string> }
  | { readonly kind: 'configuration-unread'; readonly message: string }
  | { readonly kind: 'settled' }
  | { readonly kind: 'edited' }
  | { readonly kind: 'checked'; readonly findings: Findings }
  /** `text` is what is stored; `changed` says whether that is not what stands in the editor. */
  | { readonly kind: 'save-began'; readonly text: string; readonly changed: boolean }
  | {
      readonly kind: 'save-ended'
      readonly roles: number
      readonly secrets: string
      readonly forgotten: number
    }
  | { readonly kind: 'draft-taken'; readonly draft: Draft }
  | { readonly kind: 'draft-not-kept'; readonly message: string }
  | { readonly kind: 'save-failed'; readonly message: string }
  | { readonly kind: 'import-opened'; readonly importing: ImportState }
  | { readonly kind: 'import-closed' }
  | {
      readonly kind: 'imported'
      readonly text: string
      readonly secrets: string
    }
  | { readonly kind: 'import-failed'; readonly file: string; readonly reason: NotImported }
  /** The user gives the unsaved changes up for what another window saved. */
  | { readonly kind: 'other-taken' }
  /** The user starts with an empty text in place of one that can't be read. */
  | { readonly kind: 'began-anew' }
  | { readonly kind: 'role-opened'; readonly form: RoleForm; readonly editing: RoleForm | undefined }
  | { readonly kind: 'role-changed'; readonly form: RoleForm }
  | { readonly kind: 'role-closed' }
  /** The page wrote into the text for the user, at the line. */
  | { readonly kind: 'written'; readonly text: string; readonly line: number }
  | { readonly kind: 'history-read'; readonly reading: Reading<readonly Version[]> }
  | { readonly kind: 'comparing'; readonly comparing: ComparingState | undefined }
  | { readonly kind: 'version-unreadable' }
  | { readonly kind: 'sync-read'; readonly reading: Reading<SyncState> }
  | { readonly kind: 'sync-measured'; readonly bytes: number }
  | { readonly kind: 'not-done'; readonly message: string }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'team-read'; readonly team: Partial<TeamState> }
  | { readonly kind: 'conflicting'; readonly conflicting: ConflictingState | undefined }
  /** The user has chosen the other text of a conflict, or both, as the editor's. */
  | { readonly kind: 'conflict-used'; readonly text: string; readonly merged: boolean }
  | { readonly kind: 'restored'; readonly text: string }
  | Exported
  | { readonly kind: 'shortcut-read'; readonly shortcut: string }
  | { readonly kind: 'cursor-moved'; readonly line: number }
  | { readonly kind: 'preview-changed'; readonly preview: PreviewState }
  | { readonly kind: 'habits-read'; readonly habits: Habits }
  | { readonly kind: 'access-read'; readonly access: ConsoleAccess }
  | { readonly kind: 'settings-read'; readonly reading: Reading<Settings> }
  | { readonly kind: 'policy-read'; readonly policy: CheckedPolicy }
  | { readonly kind: 'settings-unread'; readonly message: string }
  | { readonly kind: 'settings-changed'; readonly settings: Settings }
  | { readonly kind: 'settings-not-saved'; readonly settings: Settings; readonly message: string }
  | { readonly kind: 'failure-dismissed' }

export const initialState: State = {
  obstacle: { kind: 'loading' },
  settled: false,
  saved: '',
  saving: undefined,
  document: { revision: 0, text: '', undoable: false },
  edited: false,
  findings: undefined,
  changedElsewhere: false,
  outcome: undefined,
  failure: undefined,
  cursorLine: 1,
  preview: { base: undefined, query: '' },
  habits: { recent: [], frequent: [], pinned: [] },
  access: { hosts: false, tabGroups: false },
  roleDialog: undefined,
  importing: undefined,
  history: { kind: 'value', value: [] },
  comparing: undefined,
  sync: undefined,
  syncBytes: undefined,
  conflicting: undefined,
  team: {
    senders: [],
    loading: true,
    source: undefined,
    offered: undefined,
    senderApproval: { locked: undefined, otherwise: false },
    status: undefined,
    texts: [],
    foundAt: undefined,
    waits: false,
    refreshing: false,
  },
  settles: undefined,
  shortcut: undefined,
  settings: { kind: 'loading' },
  policy: { locked: [], problems: [] },
}

/** Whether something would be lost if the page were left. */
export function hasUnsavedChanges({ edited, saving }: State): boolean {
  return edited || saving !== undefined
}

/** The profile that the cursor is in, as of the last check. */
export function currentProfile({ findings, cursorLine }: State): Profile | undefined {
  return findings?.profiles.findLast(({ line, origin }) => origin !== 'team' && line <= cursorLine)
}

/**
 * The page's state after something happened. A text that arrives never takes the place of one that was edited and not
 * saved: then it is only told that there is another.
 */
export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case 'configuration-read':
      return configurationRead(state, action.reading)
    case 'configuration-unread':
      return { ...state, obstacle: { kind: 'failed', message: action.message } }
    case 'settled':
      return { ...state, settled: true }
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
        failure: undefined,
      }
    case 'save-ended':
      return {
        ...state,
        saved: state.saving ?? state.saved,
        saving: undefined,
        settles: undefined,
        changedElsewhere: false,
        outcome: {
          kind: 'saved',
          roles: action.roles,
          secrets: action.secrets,
          forgotten: action.forgotten,
        },
      }
    case 'save-failed':
      return {
        ...state,
        saving: undefined,
        edited: true,
        failure: { kind: 'not-saved', message: action.message },
      }
    case 'import-opened':
      return { ...state, importing: action.importing, failure: undefined }
    case 'import-closed':
      return { ...state, importing: undefined }
    case 'imported':
      return {
        ...withText(state, action.text, { undoable: true }),
        edited: action.text !== state.saved,
        settles: state.importing?.mode === 'replace' ? undefined : state.settles,
        outcome: { kind: 'imported', secrets: action.secrets },
        importing: undefined,
        failure: undefined,
      }
    case 'import-failed':
      return { ...state, failure: { kind: 'not-imported', file: action.file, reason: action.reason } }
    case 'other-taken':
      return {
        ...withText(state, state.saved),
        edited: false,
        settles: undefined,
        changedElsewhere: false,
        outcome: { kind: 'loaded' },
      }
    case 'began-anew':
      return { ...withText(state, ''), obstacle: undefined, saved: '' }
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
    case 'version-unreadable':
      return { ...state, failure: { kind: 'not-restored' } }
    case 'restored':
      return {
        ...withText(state, action.text, { undoable: true }),
        edited: action.text !== state.saved,
        settles: undefined,
        comparing: undefined,
        outcome: { kind: 'restored' },
      }
    case 'sync-read':
      return { ...state, sync: action.reading }
    case 'sync-measured':
      return { ...state, syncBytes: action.bytes }
    case 'draft-taken':
      return draftTaken(state, action.draft)
    case 'draft-not-kept':
      return { ...state, failure: action }
    case 'not-done':
    case 'changed-meanwhile':
      return { ...state, failure: action, team: { ...state.team, refreshing: false } }
    case 'team-read':
      return { ...state, team: { ...state.team, ...action.team } }
    case 'conflicting':
      return { ...state, conflicting: action.conflicting }
    case 'conflict-used':
      return {
        ...withText(state, action.text, { undoable: true }),
        edited: true,
        settles: state.conflicting?.id,
        // What it was made of may not be in force any more.
        changedElsewhere:
          state.changedElsewhere || (state.conflicting?.inForce ?? state.saved) !== state.saved,
        conflicting: undefined,
        outcome: { kind: action.merged ? 'merged' : 'other-used' },
      }
    case 'exported-for-aws':
      return { ...state, outcome: action }
    case 'shortcut-read':
      return { ...state, shortcut: action.shortcut }
    case 'cursor-moved':
      return action.line === state.cursorLine ? state : { ...state, cursorLine: action.line }
    case 'preview-changed':
      return { ...state, preview: action.preview }
    case 'access-read':
      return { ...state, access: action.access }
    case 'habits-read':
      return { ...state, habits: action.habits }
    case 'settings-read':
      return { ...state, settings: settingsOf(action.reading) }
    case 'policy-read':
      return { ...state, policy: action.policy }
    case 'settings-unread':
      return { ...state, settings: { kind: 'failed', message: action.message } }
    case 'settings-changed':
      return { ...state, settings: { kind: 'value', value: action.settings }, failure: undefined }
    case 'settings-not-saved':
      return {
        ...state,
        settings: { kind: 'value', value: action.settings },
        failure: { kind: 'settings-not-saved', message: action.message },
      }
    case 'failure-dismissed':
      return { ...state, failure: undefined }
  }
}

function configurationRead(state: State, reading: Reading<string>): State {
  if (reading.kind !== 'value') return { ...state, obstacle: { kind: reading.kind } }
  const text = reading.value
  const first = state.obstacle !== undefined
  if (!first && (text === state.saving || text === state.saved)) return state
  if (state.edited) return { ...state, obstacle: undefined, saved: text, changedElsewhere: true }
  return {
    ...withText(state, text),
    obstacle: undefined,
    saved: text,
    ...(!first && { outcome: { kind: 'loaded' } }),
  }
}

/** What was left unsaved is in the editor again, unless the user has begun to write meanwhile. */
function draftTaken(state: State, { text, time, isCurrent, settles }: Draft): State {
  if (state.obstacle || state.edited || text === state.saved) return state
  return {
    ...withText(state, text, { undoable: true }),
    edited: true,
    settles,
    changedElsewhere: !isCurrent,
    outcome: { kind: 'draft', time },
  }
}

function checked(state: State, findings: Findings): State {
  // Of the empty text that stands for one that isn't read yet there is nothing to say.
  if (state.obstacle?.kind === 'loading') return state
  const { text } = findings
  // Whoever went back to the saved text went back from what was made of both, unless that is the saved text.
  const isDone = text === state.saved && text !== state.document.text
  const settles = isDone ? undefined : state.settles
  return { ...state, edited: text !== (state.saving ?? state.saved), findings, settles }
}

function settingsOf(reading: Reading<Settings>): State['settings'] {
  return reading.kind === 'newer' ? { kind: 'newer' } : reading
}

function withText(
  state: State,
  text: string,
  how: Pick<Document, 'undoable' | 'line'> = { undoable: false },
): State {
  return { ...state, document: { revision: state.document.revision + 1, text, ...how } }
}
