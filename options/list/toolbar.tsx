import { message } from '../../src/browser/i18n'
import { FileButton } from '../parts/file-button'
import { DoneIcon } from '../parts/icons'
import { outcomeSentences } from './list-sentences'
import { hasUnsavedChanges } from './state'
import type { List } from './use-list'

/** The header of the editor's card: the actions on the text, and whether it is saved. */
export function Toolbar({ list }: { readonly list: List }) {
  const { readFailure, outcome } = list.state
  const canSave = readFailure === undefined
  const canExport = readFailure?.kind !== 'loading'
  const unsaved = hasUnsavedChanges(list.state)
  return (
    <header class="toolbar">
      <h2>{message('options_configuration')}</h2>
      <div class="toolbar-state">
        {unsaved && <p class="unsaved">{message('options_unsaved')}</p>}
        <div role="status">
          {outcome && (
            <>
              <DoneIcon />
              {outcomeSentences(outcome).map(sentence => (
                <p class="status-text" key={sentence}>
                  {sentence}
                </p>
              ))}
            </>
          )}
        </div>
      </div>
      <div class="toolbar-buttons">
        <FileButton text={message('options_import')} disabled={!canSave} onFiles={list.imports.open} />
        <button type="button" class="button" disabled={!canExport} onClick={list.download}>
          {message('options_export')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={!canSave}
          aria-keyshortcuts="Control+S"
          onClick={list.save}
        >
          {message('options_save')}
        </button>
      </div>
    </header>
  )
}
