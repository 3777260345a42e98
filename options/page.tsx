import type { Ref } from 'preact'
import { message } from '../src/browser/i18n'
import type { RoleForm } from '../src/config/edit/role-form'
import type { Diagnostic } from '../src/config/parse/diagnostic'
import type { Profile } from '../src/config/parse/profile'
import type { Settings } from '../src/settings/settings'
import type { Version } from '../src/storage/list-version'
import type { TeamSource } from '../src/team/team-source'
import { AwsPanel } from './aws-panel'
import { CompareDialog } from './compare-dialog'
import { ConflictDialog } from './conflict-dialog'
import { ConsolePanel } from './console-panel'
import { Editor, type EditorHandle } from './editor'
import { HistoryPanel } from './history-panel'
import { ImportDialog } from './import-dialog'
import { KeyboardPanel } from './keyboard-panel'
import { Messages } from './messages'
import { Notices } from './notices'
import { Preview } from './preview'
import { RoleDialog } from './role-dialog'
import { SettingsPanel } from './settings-panel'
import {
  type ConsoleAccess,
  currentProfile,
  type Findings,
  hasUnsavedChanges,
  type ImportState,
  type PreviewState,
  type State,
} from './state'
import { SyncPanel } from './sync-panel'
import { TeamPanel } from './team-panel'
import { Toolbar } from './toolbar'
import { Welcome } from './welcome'

export interface PageProps {
  readonly state: State
  readonly editor: Ref<EditorHandle | null>
  onReady(): void
  onEdit(): void
  onSave(): void
  onImport(files: readonly File[]): void
  onImportChange(importing: ImportState): void
  onImportText(text: string): void
  onImportClose(): void
  onExport(): void
  onExample(): void
  onShortcut(): void
  onExportForAws(): void
  onCompare(version: Version): void
  onCompareClose(): void
  onRestore(text: string): void
  onSelect(diagnostic: Diagnostic): void
  onFix(diagnostic: Diagnostic): void
  onBeginAnew(): void
  onTakeOther(): void
  onConflict(): void
  onConflictKeep(): void
  onConflictUse(text: string, merged: boolean): void
  onConflictClose(): void
  onAccess(wanted: ConsoleAccess, settings: Settings): void
  onWriteToSync(): void
  onTeamUse(url: string): Promise<string | undefined>
  onTeamChange(shown: TeamSource, source: TeamSource): void
  onTeamRefresh(): void
  onTeamApprove(about: string): void
  onTeamSeen(about: string): void
  onTeamRemove(url: string): void
  onAllowSender(id: string): Promise<string | undefined>
  onSenderApprove(id: string, about: string): void
  onSenderApproval(id: string, approve: boolean): void
  onSenderSeen(id: string, about: string): void
  onRemoveSender(id: string): void
  onDismiss(): void
  onCursor(line: number): void
  onPreview(preview: PreviewState): void
  onReveal(profile: Profile, focus: boolean): void
  onAddRole(): void
  onEditRole(): void
  onRoleForm(form: RoleForm): void
  onRoleSubmit(): void
  onRoleClose(): void
  onSettings(settings: Settings): void
}

/** What the options page shows of a state: its cards, and the dialog that is open. What the user does is told to `props`. */
export function Page(props: PageProps) {
  const { state } = props
  const ready = state.obstacle === undefined
  const isLoading = state.obstacle?.kind === 'loading'
  // What was found is of the text before, for a moment.
  const isEmpty = ready && !state.edited && (state.saving ?? state.saved).trim() === ''
  return (
    <>
      <header class="masthead">
        <img src="/icons/48.png" width="32" height="32" alt="" />
        <h1>{message('extension_name')}</h1>
      </header>
      <main data-drop={message('options_dropHere')}>
        <Notices
          state={state}
          onBeginAnew={props.onBeginAnew}
          onTakeOther={props.onTakeOther}
          onConflict={props.onConflict}
          onDismiss={props.onDismiss}
        />
        <div class="columns">
          <section class="card configuration" aria-busy={isLoading}>
            <Toolbar
              canSave={ready}
              canExport={!isLoading}
              unsaved={hasUnsavedChanges(state)}
              outcome={state.outcome}
              onImport={props.onImport}
              onExport={props.onExport}
              onSave={props.onSave}
            />
            {isEmpty && <Welcome onImport={props.onImport} onExample={props.onExample} onTeam={goToTeam} />}
            <Editor
              handle={props.editor}
              label={message('options_configuration')}
              document={state.document}
              findings={state.findings}
              readOnly={!ready}
              onReady={props.onReady}
              onEdit={props.onEdit}
              onCursor={props.onCursor}
            />
            <Messages findings={state.findings} onSelect={props.onSelect} onFix={props.onFix} />
          </section>
          {/* All at once: what came later would move what is there. */}
          {state.settled && state.findings && <Side {...props} findings={state.findings} />}
        </div>
      </main>
      {state.comparing && (
        <CompareDialog
          comparing={state.comparing}
          onRestore={props.onRestore}
          onClose={props.onCompareClose}
        />
      )}
      {state.conflicting && (
        <ConflictDialog
          conflicting={state.conflicting}
          onKeep={props.onConflictKeep}
          onUse={props.onConflictUse}
          onClose={props.onConflictClose}
        />
      )}
      {state.importing && (
        <ImportDialog
          importing={state.importing}
          bases={state.findings?.targets.bases ?? []}
          onChange={props.onImportChange}
          onImport={props.onImportText}
          onClose={props.onImportClose}
        />
      )}
      {state.roleDialog && state.findings && (
        <RoleDialog
          dialog={state.roleDialog}
          profiles={state.findings.profiles}
          onChange={props.onRoleForm}
          onSubmit={props.onRoleSubmit}
          onClose={props.onRoleClose}
        />
      )}
    </>
  )
}

/** The cards beside the configuration. */
function Side({ state, findings, ...props }: PageProps & { readonly findings: Findings }) {
  return (
    <div class="side">
      {state.settings.kind === 'value' && (
        <Preview
          profiles={findings.profiles}
          targets={findings.targets}
          settings={state.settings.value}
          base={state.preview.base}
          query={state.preview.query}
          habits={state.habits}
          current={currentProfile(state)?.name}
          onBase={base => props.onPreview({ ...state.preview, base })}
          onQuery={query => props.onPreview({ ...state.preview, query })}
          onReveal={props.onReveal}
          onAdd={props.onAddRole}
          onEdit={props.onEditRole}
        />
      )}
      {!state.team.loading && (
        <TeamPanel
          {...state.team}
          sendersPolicy={state.policy.senders}
          onUse={props.onTeamUse}
          onChange={props.onTeamChange}
          onRefresh={props.onTeamRefresh}
          onApprove={props.onTeamApprove}
          onSeen={props.onTeamSeen}
          onRemove={props.onTeamRemove}
          onAllowSender={props.onAllowSender}
          onSenderApprove={props.onSenderApprove}
          onSenderApproval={props.onSenderApproval}
          onSenderSeen={props.onSenderSeen}
          onRemoveSender={props.onRemoveSender}
        />
      )}
      {state.settings.kind === 'value' && state.sync && (
        <SyncPanel
          settings={state.settings.value}
          locked={state.policy.locked.includes('sync')}
          sync={state.sync}
          bytes={state.syncBytes}
          onSettings={props.onSettings}
          onWrite={props.onWriteToSync}
        />
      )}
      <SettingsPanel settings={state.settings} policy={state.policy} onChange={props.onSettings} />
      {state.settings.kind === 'value' && (
        <ConsolePanel
          access={state.access}
          settings={state.settings.value}
          locked={state.policy.locked}
          onAccess={props.onAccess}
          onSettings={props.onSettings}
        />
      )}
      <HistoryPanel history={state.history} onCompare={props.onCompare} />
      <KeyboardPanel shortcut={state.shortcut} onChange={props.onShortcut} />
      <AwsPanel disabled={!findings.targets.roles.length} onExport={props.onExportForAws} />
    </div>
  )
}

function goToTeam(): void {
  // An administrator may have set it: then there is a button to go on with.
  document.querySelector<HTMLElement>('#team-url, .team button')?.focus()
}
