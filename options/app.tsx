import { render } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import { useList } from './list/use-list'
import { useLog } from './log/use-log'
import { Page } from './page'
import type { PageStore } from './page-store'
import { useUndo } from './parts/use-undo'
import { useSettings } from './settings/use-settings'
import { useSync } from './sync/use-sync'
import { useTeam } from './team/use-team'

/** Draws the page, and again whenever its state changes. */
export function draw(store: PageStore): void {
  render(<App store={store} />, document.body)
}

function App({ store }: { readonly store: PageStore }) {
  const { dispatch } = store
  const [state, setState] = useState(store.state)
  useLayoutEffect(() => store.follow(setState), [store])
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
