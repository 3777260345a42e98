import { useState } from 'preact/hooks'
import { message } from '../src/browser/i18n'
import { Editor } from './editor/editor'
import { NextSteps } from './list/first-run/next-steps'
import { Welcome } from './list/first-run/welcome'
import { Messages } from './list/messages-panel'
import { Preview } from './list/preview'
import { isEmptyList } from './list/state'
import { type Pane, Toolbar } from './list/toolbar'
import type { List } from './list/use-list'
import type { SettingsUnit } from './settings/use-settings'
import { StatusLine } from './status-line'
import type { Sync } from './sync/use-sync'

interface RolesTabProps {
  readonly list: List
  readonly sync: Sync
  readonly settings: SettingsUnit
  readonly settled: boolean
  readonly isShown: boolean
}

/** The list as text, and the menu that it makes. In a narrow window there is one of them at a time. */
export function RolesTab({ list, sync, settings, settled, isShown }: RolesTabProps) {
  const { readFailure, findings, hasStarted } = list.state
  const [pane, setPane] = useState<Pane>('text')
  const ready = readFailure === undefined
  return (
    <div class={`roles ${pane}-pane`}>
      <section
        class="card configuration"
        aria-label={message('options_configuration')}
        aria-busy={readFailure?.kind === 'loading'}
      >
        <Toolbar list={list} pane={pane} onPane={setPane} />
        <div class="text-part">
          {isEmptyList(list.state) && <Welcome list={list} />}
          {hasStarted && <NextSteps list={list} settings={settings} />}
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
        </div>
        <StatusLine list={list} sync={sync} settings={settings} />
      </section>
      <div class="preview-part">
        {settled && findings && (
          <Preview list={list} findings={findings} settings={settings} view={`${isShown} ${pane}`} />
        )}
      </div>
    </div>
  )
}
