import { render } from 'preact'
import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import { consolePatterns } from '../src/aws/partitions'
import { openShortcutSettings, readShortcut } from '../src/browser/action'
import { holdUpdate } from '../src/browser/background-events'
import { language, message } from '../src/browser/i18n'
import { claimPageId } from '../src/browser/locks'
import { onManagedChange, readManaged } from '../src/browser/managed'
import { ask } from '../src/browser/messaging'
import {
  hasOrigins,
  hasTabGroups,
  onPermissionChange,
  removeOrigins,
  removeTabGroups,
  requestOrigins,
  requestTabGroups,
} from '../src/browser/permissions'
import { type Reading, valueIn } from '../src/browser/stored-item'
import { addProfile, editProfile } from '../src/config/edit/edit-profile'
import { emptyForm, formOf, meantForm } from '../src/config/edit/role-form'
import { organizationRole } from '../src/config/exchange/organization-accounts'
import { toAwsConfig } from '../src/config/exchange/to-aws-config'
import type { Diagnostic } from '../src/config/parse/diagnostic'
import { checkTeamUrl, patternOf } from '../src/config/parse/team-url'
import { parseConfig } from '../src/config/resolve/parse-config'
import { targetRoles } from '../src/config/resolve/target-roles'
import { withoutSecrets } from '../src/config/secrets/without-secrets'
import { inflate } from '../src/lib/deflate'
import { ChangedMeanwhile } from '../src/lib/digest'
import { errorText } from '../src/lib/error-text'
import { inTurn } from '../src/lib/in-turn'
import { lineRanges } from '../src/lib/line-ranges'
import { shortcutOf } from '../src/lib/shortcut-of'
import { saveConfiguration } from '../src/list/save-list'
import { habitsOf } from '../src/roles/use'
import { chooseSettings, followSettings } from '../src/settings/choose-settings'
import type { Settings } from '../src/settings/settings'
import { type Draft, dropDraft, keepDraft, takeDraft } from '../src/storage/drafts'
import { historyItem } from '../src/storage/history'
import { configurationItem } from '../src/storage/list-items'
import type { Version } from '../src/storage/list-version'
import { readMenuLayout } from '../src/storage/menu-layout'
import { readUsedRoles } from '../src/storage/used-roles'
import { syncItem } from '../src/sync/sync-item'
import { keepTextInForce, writeToSync } from '../src/sync/user-decisions'
import { conflictId } from '../src/sync-codec/sync-state'
import { changeTeam, followTeam, useTeamUrl } from '../src/team/choose-team'
import { approveTeam, forgetTeamChange, removeTeam } from '../src/team/refresh-team'
import { checkSenderId } from '../src/team/sender-id'
import {
  allowSender,
  approveSender,
  changeSender,
  forgetSenderChange,
  removeSender,
} from '../src/team/senders'
import { followSenders } from '../src/team/senders-in-force'
import { sentTextsItem } from '../src/team/stored-sent-texts'
import { readTeamFiles, readTeamTexts, teamFilesItem } from '../src/team/team-files'
import { teamStatusItem } from '../src/team/team-status'
import { startThread, type Thread } from '../src/thread/thread'
import { checkPolicy } from './check-policy'
import { download } from './download'
import type { EditorHandle } from './editor'
import { gatherImport, type NamedText } from './gather-import'
import { importResult } from './import-result'
import { Page } from './page'
import { readFile } from './read-file'
import { namesText } from './sentences'
import {
  type Action,
  type ConsoleAccess,
  currentProfile,
  hasUnsavedChanges,
  initialState,
  reduce,
  type State,
} from './state'
import { teamUrlSentence } from './team-sentences'
import { useDroppedAndPasted } from './use-dropped-and-pasted'

/** How long the keyboard must rest before the text is checked, in milliseconds. */
const pauseBeforeCheck = 400
/**
 * How long the page waits for all that it reads as it opens, so as to show it at once, in milliseconds. Chromium tells what
 * an administrator has set some seconds after its start only.
 */
const patience = 5_000
/** In which texts are parsed. */
const parser = startThread()
/** In which the last text is measured, which takes far longer: each has a thread of its own, so that nothing waits for it. */
let measurer: Thread | undefined

document.documentElement.lang = language()
document.title = message('options_title')
render(<App />, document.body)

function App() {
  const [state, dispatch] = useReducer(reduce, initialState)
  const editor = useRef<EditorHandle>(null)
  const unsaved = hasUnsavedChanges(state)
  const theme = state.settings.kind === 'value' ? state.settings.value.theme : 'system'
  const isLoading = state.obstacle?.kind === 'loading'
  const edits = useRef(0)
  const draft = useDraft(state, dispatch, () => editor.current?.text())
  const check = useCheck(async () => {
    const text = editor.current?.text()
    if (text === undefined) return
    const asOf = edits.current
    const { profiles, personal: diagnostics } = await parser.parse(text, state.team.texts)
    // An edit made meanwhile is followed by a check of its own.
    if (asOf !== edits.current) return
    const targets = targetRoles(profiles)
    dispatch({ kind: 'checked', findings: { text, diagnostics, profiles, targets } })
    const bytes = await measure(text)
    if (asOf === edits.current) dispatch({ kind: 'sync-measured', bytes })
  })

  const save = async () => {
    const written = editor.current?.text()
    if (written === undefined || state.obstacle || state.saving !== undefined) return
    const { text, lines } = withoutSecrets(written)
    const config = parseConfig(text)
    dispatch({ kind: 'save-began', text, changed: text !== written })
    try {
      const forgotten = await saveConfiguration(text, { settles: state.settles, page: draft.page })
      const roles = targetRoles(config.profiles).roles.length
      dispatch({ kind: 'save-ended', roles, secrets: lineRanges(lines), forgotten })
    } catch (error) {
      dispatch({ kind: 'save-failed', message: errorText(error) })
    }
  }

  const importTexts = (texts: readonly NamedText[]) => {
    const before = editor.current?.text()
    if (before === undefined || state.obstacle) return
    const gathered = gatherImport(texts)
    if ('reason' in gathered) dispatch({ kind: 'import-failed', ...gathered })
    else {
      const file = namesText(texts.map(({ name }) => name))
      const options = { roleName: organizationRole, sourceProfile: '', colors: 'by-name' } as const
      // What would go isn't likely to be meant to.
      const { removed } = importResult(before, gathered.content, 'replace', options)
      const mode = removed.length === 0 ? 'replace' : 'add'
      dispatch({ kind: 'import-opened', importing: { file, ...gathered, before, mode, options } })
    }
  }

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
    // What was found in another text than this may stand elsewhere by now.
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

  const exportForAws = () => {
    if (!state.findings) return
    const { targets, profiles } = state.findings
    const { text, ...exported } = toAwsConfig(targets, profiles)
    // A file with nothing in it is none: what is said tells why.
    if (exported.count > 0) download('config', text)
    dispatch({ kind: 'exported-for-aws', ...exported })
  }

  const compare = async ({ time, data }: Version) => {
    try {
      const comparing = { time, text: await inflate(data), current: editor.current?.text() ?? '' }
      dispatch({ kind: 'comparing', comparing })
    } catch {
      dispatch({ kind: 'version-unreadable' })
    }
  }

  const openConflict = async () => {
    const [conflict] = (state.sync && valueIn(state.sync)?.conflicts) ?? []
    if (!conflict) return
    try {
      const other = await inflate(conflict.data)
      const base = conflict.base === undefined ? '' : await inflate(conflict.base)
      const id = conflictId(conflict)
      const conflicting = { id, time: conflict.time, inForce: state.saved, other, base }
      dispatch({ kind: 'conflicting', conflicting })
    } catch {
      dispatch({ kind: 'version-unreadable' })
    }
  }

  /** What comes of it is read from storage. */
  const attempt = async (asked: () => Promise<void>) => {
    try {
      await asked()
    } catch (error) {
      if (error instanceof ChangedMeanwhile) dispatch({ kind: 'changed-meanwhile' })
      else dispatch({ kind: 'not-done', message: errorText(error) })
    }
  }

  // The browser asks the user only where it is asked itself at once, in the handler of the press.
  const useTeam = async (written: string) => {
    const checked = checkTeamUrl(written)
    if (checked.kind !== 'url') return teamUrlSentence(checked)
    try {
      if (!(await requestOrigins(checked.pattern))) return message('options_teamNoPermission')
      await useTeamUrl(checked.url)
      return undefined
    } catch (error) {
      return message('options_notDone', errorText(error))
    }
  }

  const refreshTeam = async () => {
    const { source, status } = state.team
    if (!source) return
    dispatch({ kind: 'team-read', team: { refreshing: true } })
    const isMissing = status?.failure?.reason.kind === 'no-permission'
    if (!isMissing || (await requestOrigins(patternOf(new URL(source.url))))) await ask('refresh-team')
    dispatch({ kind: 'team-read', team: { refreshing: false } })
  }

  /** The checkboxes show what the browser says. Where the user says no to it, the settings stay as they were. */
  const changeAccess = async (wanted: ConsoleAccess, settings: Settings) => {
    if (state.settings.kind !== 'value') return
    const before = state.settings.value
    const { hosts, tabGroups } = state.access
    dispatch({ kind: 'access-read', access: wanted })
    dispatch({ kind: 'settings-changed', settings })
    try {
      // The browser asks in the very handler of the press only: at most one of these waits for another.
      if (wanted.tabGroups && !tabGroups) await requestTabGroups(...consolePatterns)
      else if (wanted.hosts && !hosts) await requestOrigins(...consolePatterns)
      if (tabGroups && !wanted.tabGroups) await removeTabGroups()
      if (hosts && !wanted.hosts) await removeOrigins(...consolePatterns)
    } finally {
      const access = await readAccess()
      dispatch({ kind: 'access-read', access })
      const isRefused = (wanted.hosts && !access.hosts) || (wanted.tabGroups && !access.tabGroups)
      if (isRefused) dispatch({ kind: 'settings-changed', settings: before })
      else await changeSettings(settings)
    }
  }

  const allow = async (written: string) => {
    const checked = checkSenderId(written)
    if (checked.kind !== 'id') return message('options_senderNoId')
    try {
      await allowSender(checked.id)
      return undefined
    } catch (error) {
      return message('options_notDone', errorText(error))
    }
  }

  const changeSettings = async (settings: Settings) => {
    if (state.settings.kind !== 'value') return
    const before = state.settings.value
    dispatch({ kind: 'settings-changed', settings })
    try {
      const changed = Object.entries(settings).filter(
        ([name, value]) => value !== before[name as keyof Settings],
      )
      await chooseSettings(Object.fromEntries(changed))
    } catch (error) {
      dispatch({ kind: 'settings-not-saved', settings: before, message: errorText(error) })
    }
  }

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const inOrder = inTurn()
    let isFirst = true
    // Both at once: what is written in between would push one of them out.
    const tellConfiguration = async (reading: Reading<string>) => {
      const left = isFirst && reading.kind === 'value' ? await draft.takeLeft(reading.value) : undefined
      isFirst &&= reading.kind !== 'value'
      dispatch({ kind: 'configuration-read', reading })
      if (left) dispatch({ kind: 'draft-taken', draft: left })
    }
    const needed = [
      configurationItem
        .follow(reading => void inOrder(() => tellConfiguration(reading)), signal)
        .catch(error => dispatch({ kind: 'configuration-unread', message: errorText(error) })),
      followSettings(reading => dispatch({ kind: 'settings-read', reading }), signal).catch(error =>
        dispatch({ kind: 'settings-unread', message: errorText(error) }),
      ),
    ]
    const readFiles = async () => {
      const [{ files, waiting }, texts] = await Promise.all([readTeamFiles(), readTeamTexts()])
      const foundAt = (waiting ?? files)[0]?.finalUrl
      dispatch({ kind: 'team-read', team: { texts, foundAt, waits: waiting !== undefined } })
    }
    const readPolicy = async () => dispatch({ kind: 'policy-read', policy: checkPolicy(await readManaged()) })
    const showAccess = async () => dispatch({ kind: 'access-read', access: await readAccess() })
    onPermissionChange(() => void showAccess().catch(() => {}), signal)
    onManagedChange(() => void readPolicy().catch(() => {}), signal)
    // Without any of these the page does all else.
    const others = [
      historyItem.follow(reading => dispatch({ kind: 'history-read', reading }), signal),
      syncItem.follow(reading => dispatch({ kind: 'sync-read', reading }), signal),
      followTeam(team => dispatch({ kind: 'team-read', team: { ...team, loading: false } }), signal),
      readPolicy(),
      showAccess(),
      teamStatusItem.follow(
        reading => dispatch({ kind: 'team-read', team: { status: valueIn(reading) } }),
        signal,
      ),
      teamFilesItem.follow(() => void readFiles().catch(() => {}), signal),
      sentTextsItem.follow(() => void readFiles().catch(() => {}), signal),
      followSenders(senders => dispatch({ kind: 'team-read', team: { senders } }), signal),
      // Where the browser has no shortcut, as on Android, none is shown.
      readShortcut().then(shortcut => dispatch({ kind: 'shortcut-read', shortcut })),
      Promise.all([readUsedRoles(), readMenuLayout()]).then(([uses, { pinned }]) =>
        dispatch({ kind: 'habits-read', habits: habitsOf(uses, pinned) }),
      ),
    ]
    const all = Promise.allSettled([...needed, ...others])
    Promise.race([all, new Promise(resolve => setTimeout(resolve, patience))]).then(() =>
      dispatch({ kind: 'settled' }),
    )
    return () => leaving.abort()
  }, [])

  // What the team's files say changes what the text comes to; and one that can't be read is an empty one.
  useEffect(() => check(0), [state.team.texts, isLoading])

  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])

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

  return (
    <Page
      state={state}
      editor={editor}
      onReady={() => {
        edits.current++
        check(0)
      }}
      onEdit={() => {
        edits.current++
        dispatch({ kind: 'edited' })
        check(pauseBeforeCheck)
      }}
      onCursor={line => dispatch({ kind: 'cursor-moved', line })}
      onPreview={preview => dispatch({ kind: 'preview-changed', preview })}
      onReveal={({ line }, focus) => {
        if (focus) editor.current?.select({ line, column: 1, endColumn: 1 })
        else editor.current?.reveal(line)
      }}
      onAddRole={() => openRole(true)}
      onEditRole={() => openRole(false)}
      onRoleForm={form => dispatch({ kind: 'role-changed', form })}
      onRoleSubmit={submitRole}
      onRoleClose={() => dispatch({ kind: 'role-closed' })}
      onSave={save}
      onImport={importFiles}
      onImportChange={importing => dispatch({ kind: 'import-opened', importing })}
      onImportText={text => dispatch({ kind: 'imported', text, secrets: state.importing?.secrets ?? '' })}
      onImportClose={() => dispatch({ kind: 'import-closed' })}
      onExport={() => download('rolecall.ini', withoutSecrets(editor.current?.text() ?? '').text)}
      onExample={async () => {
        const { default: text } = await import('../examples/rolecall.ini?raw')
        dispatch({ kind: 'written', text, line: 1 })
      }}
      onShortcut={openShortcutSettings}
      onExportForAws={exportForAws}
      onCompare={compare}
      onCompareClose={() => dispatch({ kind: 'comparing', comparing: undefined })}
      onRestore={text => dispatch({ kind: 'restored', text })}
      onSelect={diagnostic => editor.current?.select(diagnostic)}
      onFix={fix}
      onBeginAnew={() => dispatch({ kind: 'began-anew' })}
      onTakeOther={() => dispatch({ kind: 'other-taken' })}
      onConflict={openConflict}
      onConflictKeep={() => {
        const { id, inForce } = state.conflicting ?? {}
        dispatch({ kind: 'conflicting', conflicting: undefined })
        if (id !== undefined && inForce !== undefined) attempt(() => keepTextInForce(id, inForce))
      }}
      onConflictUse={(text, merged) => dispatch({ kind: 'conflict-used', text, merged })}
      onConflictClose={() => dispatch({ kind: 'conflicting', conflicting: undefined })}
      onTeamUse={useTeam}
      onTeamChange={(shown, source) => attempt(() => changeTeam(shown, source))}
      onTeamRefresh={() => attempt(refreshTeam)}
      onTeamApprove={about => attempt(() => approveTeam(about))}
      onTeamSeen={about => attempt(() => forgetTeamChange(about))}
      onTeamRemove={url => attempt(() => removeTeam(url))}
      onAllowSender={allow}
      onSenderApprove={(id, about) => attempt(() => approveSender(id, about))}
      onSenderApproval={(id, approve) => attempt(() => changeSender(id, approve))}
      onSenderSeen={(id, about) => attempt(() => forgetSenderChange(id, about))}
      onRemoveSender={id => attempt(() => removeSender(id))}
      onAccess={(wanted, settings) => attempt(() => changeAccess(wanted, settings))}
      onWriteToSync={() => attempt(writeToSync)}
      onDismiss={() => dispatch({ kind: 'failure-dismissed' })}
      onSettings={changeSettings}
    />
  )
}

interface DraftKeeper {
  /** The id of this page. */
  readonly page: string | undefined
  /**
   * What was left unsaved when a page was left: by a reload, by an update of the extension, or by the end of the browser. It
   * never rejects.
   */
  takeLeft(inForce: string): Promise<Draft | undefined>
}

/** Keeps the editor's text while it isn't saved. */
function useDraft(
  state: State,
  dispatch: (action: Action) => void,
  currentText: () => string | undefined,
): DraftKeeper {
  const [page, setPage] = useState<string>()
  const isKept = useRef(false)
  const unsaved = hasUnsavedChanges(state)
  const { saved, saving, settles, changedElsewhere } = state
  const text = state.findings?.text

  const fail = (error: unknown) => dispatch({ kind: 'draft-not-kept', message: errorText(error) })

  useEffect(() => {
    if (page === undefined) return
    if (unsaved && text !== undefined && text !== (saving ?? saved)) {
      // The last check may be of a text from before, which would come back in place of one that is saved by then.
      if (text !== currentText()) return
      isKept.current = true
      keepDraft(page, text, changedElsewhere ? undefined : saved, settles).catch(fail)
    } else if (!unsaved && isKept.current) {
      isKept.current = false
      dropDraft(page).catch(fail)
    }
  }, [page, unsaved, text, settles, changedElsewhere])

  const takeLeft = async (inForce: string) => {
    try {
      const id = await claimPageId()
      setPage(id)
      const draft = await takeDraft(id, inForce)
      isKept.current = draft !== undefined
      return draft
    } catch (error) {
      fail(error)
      return undefined
    }
  }
  return { page, takeLeft }
}

/** What the text takes in sync, in bytes. Where another one is to be measured before that is known, it never is. */
async function measure(text: string): Promise<number> {
  measurer?.end()
  const own = startThread()
  measurer = own
  const bytes = await own.measure(text)
  own.end()
  return bytes
}

/** What the browser says that the user allows. */
async function readAccess(): Promise<ConsoleAccess> {
  const [hosts, tabGroups] = await Promise.all([hasOrigins(...consolePatterns), hasTabGroups()])
  return { hosts, tabGroups }
}

/** Gives a function that has `check` called, once, when the keyboard has rested as long as it says and the page is idle. */
function useCheck(check: () => Promise<void>): (pause: number) => void {
  const latest = useRef(check)
  latest.current = check
  const timer = useRef(0)
  return pause => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => requestIdleCallback(() => latest.current(), { timeout: 500 }), pause)
  }
}
