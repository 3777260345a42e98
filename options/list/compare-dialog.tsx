import { useMemo } from 'preact/hooks'
import { language, message } from '../../src/browser/i18n'
import { differences } from '../../src/config/compare/differences'
import { CloseIcon } from '../../styles/icons/settings-icons'
import { Differences } from '../parts/differences-view'
import { useModal } from '../parts/use-modal'
import type { HistoryCommands } from './history-commands'
import type { ComparingState } from './state'

interface CompareDialogProps {
  readonly history: HistoryCommands
  readonly comparing: ComparingState
}

/** The differences between a saved text and the editor's, shown as the effect of restoring it. */
export function CompareDialog({ history, comparing }: CompareDialogProps) {
  const element = useModal(history.close)

  const { time, text, current } = comparing
  const found = useMemo(() => differences(current, text), [current, text])
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <dialog ref={element} class="dialog" aria-labelledby="compare-title">
      <header>
        <h2 id="compare-title">{message('options_savedOn', format.format(time))}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={message('options_cancel')}
          onClick={history.close}
        >
          <CloseIcon />
        </button>
      </header>
      <p class="dialog-text">
        {found.length === 0 ? message('options_noDifference') : message('options_restoreExplained')}
      </p>
      <Differences found={found} labelledBy="compare-title" />
      <footer>
        <button type="button" class="button" onClick={history.close}>
          {message('options_cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={found.length === 0}
          onClick={() => history.restore(text)}
        >
          {message('options_restore')}
        </button>
      </footer>
    </dialog>
  )
}
