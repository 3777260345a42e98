import { Component, type ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { message } from '../src/browser/i18n'
import { hasContainers } from '../src/browser/runtime'
import { attentionIn } from './attention'
import { CompareDialog } from './list/compare-dialog'
import { HistoryPanel } from './list/history-panel'
import { ImportDialog } from './list/import/import-dialog'
import { OutcomeLine } from './list/outcome-line'
import { PortalPage } from './list/portal/portal-page'
import { RoleDialog } from './list/role-dialog'
import type { List } from './list/use-list'
import { LogPanel } from './log/log-panel'
import type { LogUnit } from './log/use-log'
import { Masthead } from './masthead'
import { Notices } from './notices'
import { UndoToast } from './parts/undo-toast'
import type { UndoUnit } from './parts/use-undo'
import { type Tab, usePlace } from './places'
import { RolesTab } from './roles-tab'
import { ConsolePanel } from './settings/console-panel'
import { KeyboardPanel } from './settings/keyboard-panel'
import { PolicyProblems } from './settings/policy-problems'
import { SettingsPanel } from './settings/settings-panel'
import type { SettingsUnit } from './settings/use-settings'
import type { CommandFailure, State } from './state'
import { ConflictDialog } from './sync/conflict-dialog'
import { SyncPanel } from './sync/sync-panel'
import type { Sync } from './sync/use-sync'
import { TeamPanel } from './team/team-panel'
import type { Team } from './team/use-team'

interface PageProps {
  readonly list: List
  readonly team: Team
  readonly sync: Sync
  readonly settings: SettingsUnit
  readonly log: LogUnit
  readonly state: State
  readonly undo: UndoUnit
  readonly failure: CommandFailure | undefined
  onDismiss(): void
}

/** The options page: its header with the tabs, what each of them shows, and the open dialog. */
export function Page({ list, team, sync, settings, log, state, undo, failure, onDismiss }: PageProps) {
  const { settled } = state
  const { findings, comparing, importing, roleDialog } = list.state
  const { conflicting } = sync.state
  const { tab, setting } = usePlace()
  // A page of its own, which belongs to the roles.
  const shown = tab === 'roles' && setting === 'portal' ? 'portal' : tab
  const isReady = settled && findings !== undefined
  useEffect(() => {
    if (isReady && setting !== undefined) goTo(setting)
  }, [isReady, tab, setting])
  return (
    <>
      <Masthead tab={tab} attention={attentionIn(state)} list={list} />
      <main class={shown} data-drop={message('options_dropHere')} aria-busy={!isReady}>
        <Notices list={list} sync={sync} failure={failure} onDismiss={onDismiss} />
        <OutcomeLine list={list} />
        {/* Hidden ones stay in the document, and so keep what is being written in them. */}
        <Panel tab="roles" shown={shown}>
          <RolesTab
            list={list}
            sync={sync}
            settings={settings}
            settled={settled}
            isShown={shown === 'roles'}
          />
        </Panel>
        {/* All at once: a later arrival would move the content below it. */}
        {isReady && (
          <>
            <Panel tab="portal" shown={shown}>
              <PortalPage
                list={list}
                findings={findings}
                teamTexts={team.state.texts}
                settings={settings}
                isShown={shown === 'portal'}
              />
            </Panel>
            <Panel tab="menu" shown={shown}>
              <PolicyProblems settings={settings} />
              <SettingsPanel title="options_appearance" panel="appearance" settings={settings} />
              <SettingsPanel
                title="options_safety"
                panel="safety"
                settings={settings}
                groups={groupsOf(findings)}
              />
              <SettingsPanel title="options_privacy" panel="privacy" settings={settings} />
              <SettingsPanel title="options_filter" panel="filter" settings={settings} />
              <KeyboardPanel settings={settings} />
              <SettingsPanel title="options_commands" panel="commands" settings={settings} />
            </Panel>
            <Panel tab="console" shown={shown}>
              <ConsolePanel settings={settings} />
              {hasContainers && (
                <SettingsPanel title="options_containersTitle" panel="containers" settings={settings} />
              )}
            </Panel>
            <Panel tab="team" shown={shown}>
              {!team.state.loading && <TeamPanel team={team} settings={settings} />}
              <SyncPanel sync={sync} settings={settings} />
            </Panel>
            <Panel tab="history" shown={shown}>
              <HistoryPanel list={list} />
            </Panel>
            <Panel tab="log" shown={shown}>
              <SettingsPanel title="options_log" panel="log" settings={settings} />
              {/* It may be long, and nothing is written in it. */}
              {shown === 'log' && settings.state.chosen.kind === 'value' && (
                <LogPanel log={log} settings={settings.state.chosen.value} roles={findings.targets.roles} />
              )}
            </Panel>
          </>
        )}
      </main>
      <UndoToast undo={undo} />
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

interface PanelProps {
  readonly tab: Tab | 'portal'
  readonly shown: Tab | 'portal'
  readonly children: ComponentChildren
}

/**
 * What a tab shows. A hidden tab is rendered, and updated, only when the page is idle, so that neither the first picture nor
 * an answer to the user waits for it.
 */
class Panel extends Component<PanelProps> {
  isMade = false
  waiting: number | undefined

  isShown() {
    return this.props.tab === this.props.shown
  }

  follow() {
    this.waiting ??= requestIdleCallback(
      () => {
        this.waiting = undefined
        this.isMade = true
        this.forceUpdate()
      },
      { timeout: 500 },
    )
  }

  override componentDidMount() {
    if (!this.isMade) this.follow()
  }

  override shouldComponentUpdate({ tab, shown }: PanelProps) {
    if (tab === shown || this.isShown()) return true
    this.follow()
    return false
  }

  override render({ tab, children }: PanelProps) {
    this.isMade ||= this.isShown()
    return (
      <div class={tab === 'roles' ? 'tab' : 'tab column'} hidden={!this.isShown()}>
        {this.isMade && children}
      </div>
    )
  }
}

function groupsOf({ targets }: NonNullable<List['state']['findings']>): readonly string[] {
  return [...new Set(targets.roles.flatMap(({ group }) => group ?? []))]
}

/** Brings a setting into view, and focuses its first control. */
function goTo(setting: string): void {
  const found = document.getElementById(`setting-${setting}`)
  found?.scrollIntoView({ block: 'center' })
  const first = ['input:checked', 'input', 'button', 'a'].flatMap(
    css => found?.querySelector<HTMLElement>(css) ?? [],
  )[0]
  first?.focus()
}
