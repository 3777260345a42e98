import { message } from '../src/browser/i18n'
import { FileButton } from './file-button'
import { DoneIcon } from './icons'
import { outcomeSentences } from './sentences'
import type { Outcome } from './state'

interface ToolbarProps {
  readonly canSave: boolean
  readonly canExport: boolean
  readonly unsaved: boolean
  readonly outcome: Outcome | undefined
  onImport(files: readonly File[]): void
  onExport(): void
  onSave(): void
}

/** The head of the editor's card: what can be done with the text, and whether it is saved. */
export function Toolbar({ canSave, canExport, unsaved, outcome, onImport, onExport, onSave }: ToolbarProps) {
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
        <FileButton text={message('options_import')} disabled={!canSave} onFiles={onImport} />
        <button type="button" class="button" disabled={!canExport} onClick={onExport}>
          {message('options_export')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={!canSave}
          aria-keyshortcuts="Control+S"
          onClick={onSave}
        >
          {message('options_save')}
        </button>
      </div>
    </header>
  )
}
