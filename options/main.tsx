import { render } from 'preact'
import { useEffect, useReducer } from 'preact/hooks'
import { language, message } from '../src/browser/i18n'
import { readList, useList } from './list/use-list'
import { useLog } from './log/use-log'
import { Page } from './page'
import { useUndo } from './parts/use-undo'
import { readSettings, useSettings } from './settings/use-settings'
import { initialState, reduce } from './state'
import { readSync, useSync } from './sync/use-sync'
import { readTeam, useTeam } from './team/use-team'

/**
 * Maximum time that the page waits for everything it reads as it opens, so as to show it at once, in milliseconds. Right
 * after it starts, Chromium takes some seconds to say what an administrator has set.
 */
const openingTimeoutMs = 5_000

document.documentElement.lang = language()
document.title = message('options_title')
render(<App />, document.body)

function App() {
  const [state, dispatch] = useReducer(reduce, initialState)
  const undo = useUndo()
  const team = useTeam(state.team, dispatch, undo.offer)
  const sync = useSync(state.sync, dispatch, undo.offer)
  const list = useList(state.list, dispatch, {
    teamTexts: state.team.texts,
    measure: sync.measure,
    offerUndo: undo.offer,
  })
  const settings = useSettings(state.settings, dispatch, undo.offer)
  const log = useLog(dispatch, undo.offer)

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    // Without most of these, the rest of the page works.
    const all = Promise.allSettled([
      ...readList(dispatch, list.draft, signal),
      ...readSettings(dispatch, signal),
      ...readSync(dispatch, signal),
      ...readTeam(dispatch, signal),
    ])
    Promise.race([all, new Promise(resolve => setTimeout(resolve, openingTimeoutMs))]).then(() =>
      dispatch({ kind: 'settled' }),
    )
    return () => leaving.abort()
  }, [])

  return (
    <Page
      list={list}
      team={team}
      sync={sync}
      settings={settings}
      log={log}
      state={state}
      undo={undo}
      failure={state.failure}
      onDismiss={() => dispatch({ kind: 'failure-dismissed' })}
    />
  )
}
