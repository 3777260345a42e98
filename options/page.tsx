import { message } from '../src/browser/i18n'
import type { Findings } from './editor/document'
import { Editor } from './editor/editor'
import { AwsPanel } from './list/aws-panel'
import { CompareDialog } from './list/compare-dialog'
import { HistoryPanel } from './list/history-panel'
import { ImportDialog } from './list/import/import-dialog'
import { Messages } from './list/messages-panel'
import { Preview } from './list/preview'
import { RoleDialog } from './list/role-dialog'
import { Toolbar } from './list/toolbar'
import type { List } from './list/use-list'
import { Welcome } from './list/welcome'
import { Notices } from './notices'
import { ConsolePanel } from './settings/console-panel'
import { KeyboardPanel } from './settings/keyboard-panel'
import { SettingsPanel } from './settings/settings-panel'
import type { SettingsUnit } from './settings/use-settings'
import type { CommandFailure } from './state'
import { ConflictDialog } from './sync/conflict-dialog'
import { SyncPanel } from './sync/sync-panel'
import type { Sync } from './sync/use-sync'
import { TeamPanel } from './team/team-panel'
import type { Team } from './team/use-team'

/** The page's four units, each with its state and its commands. */
interface Units {
  readonly list: List
  readonly team: Team
  readonly sync: Sync
  readonly settings: SettingsUnit
}

interface PageProps extends Units {
  /** Whether everything that the page reads as it opens has come, or the wait for it is over. */
  readonly settled: boolean
  readonly failure: CommandFailure | undefined
  onDismiss(): void
}

/** The units' part of the options page: its cards, and the open dialog. */
export function Page({ settled, failure, onDismiss, ...units }: PageProps) {
  const { list, sync } = units
  const { readFailure, edited, saving, saved, findings, comparing, importing, roleDialog } = list.state
  const { conflicting } = sync.state
  const ready = readFailure === undefined
  // For a moment, the results are those of the previous text.
  const isEmpty = ready && !edited && (saving ?? saved).trim() === ''
  return (
    <>
      <header class="masthead">
        <img src="/icons/48.png" width="32" height="32" alt="" />
        <h1>{message('extension_name')}</h1>
      </header>
      <main data-drop={message('options_dropHere')}>
        <Notices list={list} sync={sync} failure={failure} onDismiss={onDismiss} />
        <div class="columns">
          <section class="card configuration" aria-busy={readFailure?.kind === 'loading'}>
            <Toolbar list={list} />
            {isEmpty && <Welcome list={list} onTeam={goToTeam} />}
            <Editor
              handle={list.editor}
              label={message('options_configuration')}
              document={list.state.document}
              findings={findings}
              readOnly={!ready}
              onReady={list.edit.ready}
              onEdit={list.edit.changed}
              onCursor={list.edit.cursorMoved}
            />
            <Messages list={list} />
          </section>
          {/* All at once: a later arrival would move the content below it. */}
          {settled && findings && <Side {...units} findings={findings} />}
        </div>
      </main>
      {comparing && <CompareDialog history={list.history} comparing={comparing} />}
      {conflicting && (
        <ConflictDialog
          sync={sync}
          conflicting={conflicting}
          onUse={(text, merged) => list.takeConflict(conflicting, text, merged)}
        />
      )}
      {importing && (
        <ImportDialog imports={list.imports} importing={importing} bases={findings?.targets.bases ?? []} />
      )}
      {roleDialog && findings && (
        <RoleDialog role={list.role} dialog={roleDialog} profiles={findings.profiles} />
      )}
    </>
  )
}

/** The cards next to the list. */
function Side({ list, team, sync, settings, findings }: Units & { readonly findings: Findings }) {
  return (
    <div class="side">
      <Preview list={list} findings={findings} settings={settings} />
      {!team.state.loading && <TeamPanel team={team} settings={settings} />}
      <SyncPanel sync={sync} settings={settings} />
      <SettingsPanel settings={settings} />
      <ConsolePanel settings={settings} />
      <HistoryPanel list={list} />
      <KeyboardPanel settings={settings} />
      <AwsPanel list={list} />
    </div>
  )
}

function goToTeam(): void {
  // An administrator may have set it: then there is a button to go on with.
  document.querySelector<HTMLElement>('#team-url, .team button')?.focus()
}
