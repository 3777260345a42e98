import { message } from '../../src/browser/i18n'
import { PortalIcon } from '../../styles/icons/menu-icons'
import { ExportIcon, ImportIcon, PlusIcon } from '../../styles/icons/settings-icons'
import { FileButton } from '../parts/file-button'
import { MenuButton } from '../parts/menu-button'
import type { List } from './use-list'

/** Which of the two is shown where there is no room for both. */
export type Pane = 'text' | 'preview'

interface ToolbarProps {
  readonly list: List
  readonly pane: Pane
  onPane(pane: Pane): void
}

const paneNames = { text: 'options_paneText', preview: 'options_preview' } as const

/** What can be done with the list as a whole. */
export function Toolbar({ list, pane, onPane }: ToolbarProps) {
  const { readFailure, findings } = list.state
  const canEdit = readFailure === undefined
  return (
    <div class="toolbar">
      <div class="segments panes" role="radiogroup" aria-label={message('options_paneLabel')}>
        {(['text', 'preview'] as const).map(one => (
          <label key={one}>
            <input type="radio" name="pane" checked={one === pane} onChange={() => onPane(one)} />
            {message(paneNames[one])}
          </label>
        ))}
      </div>
      <div class="toolbar-buttons">
        <FileButton
          text={message('options_import')}
          icon={<ImportIcon />}
          // While the list loads, what is chosen waits for it.
          disabled={readFailure !== undefined && readFailure.kind !== 'loading'}
          onFiles={list.imports.open}
        />
        <a class="button" href="#roles/portal">
          <PortalIcon />
          {message('options_portalFill')}
        </a>
        <MenuButton
          id="export"
          label={message('options_export')}
          icon={<ExportIcon />}
          disabled={readFailure?.kind === 'loading'}
          items={[
            {
              label: message('options_exportList'),
              hint: message('options_exportListHint'),
              onChoose: list.downloads.list,
            },
            {
              label: message('options_awsExport'),
              hint: message('options_exportAwsHint'),
              disabled: !findings?.targets.roles.length,
              onChoose: list.downloads.forAws,
            },
            {
              label: message('options_colorsExport'),
              hint: message('options_colorsExportHint'),
              disabled: !findings?.targets.roles.length,
              onChoose: list.downloads.colors,
            },
            {
              label: message('options_bookmarks'),
              hint: message('options_bookmarksHint'),
              disabled: !findings?.targets.roles.some(({ portal }) => portal !== undefined),
              onChoose: list.downloads.bookmarks,
            },
          ]}
        />
        <button type="button" class="button add-role" disabled={!canEdit} onClick={list.role.add}>
          <PlusIcon />
          {message('options_addRole')}
        </button>
      </div>
    </div>
  )
}
