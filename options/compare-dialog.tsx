import { useMemo } from 'preact/hooks'
import { countMessage, language, message } from '../src/browser/message'
import { type DifferentLine, differences } from '../src/config/differences'
import { CloseIcon } from './icons'
import type { ComparingState } from './state'
import { useModal } from './use-modal'

/** As many sections as a person reads; the rest are counted. */
const most = 100

const signs = { same: ' ', added: '+', removed: '−' } as const

interface CompareDialogProps {
  readonly comparing: ComparingState
  onRestore(text: string): void
  onClose(): void
}

/** What differs between a saved text and the editor's, seen as what restoring would do. */
export function CompareDialog({ comparing, onRestore, onClose }: CompareDialogProps) {
  const element = useModal()

  const { time, text, current } = comparing
  const found = useMemo(() => differences(current, text), [current, text])
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeStyle: 'short' })
  return (
    <dialog ref={element} class="dialog" aria-labelledby="compare-title" onClose={onClose}>
      <header>
        <h2 id="compare-title">{message('options_savedOn', format.format(time))}</h2>
        <button type="button" class="icon-button" aria-label={message('options_cancel')} onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <p class="dialog-text">
        {found.length === 0 ? message('options_noDifference') : message('options_restoreExplained')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard, from the start. */}
      <section class="differences" tabIndex={0} autofocus aria-labelledby="compare-title">
        {found.slice(0, most).map(({ name, lines }, index) => (
          <div key={index}>
            <h3>{name ?? message('options_topOfText')}</h3>
            <pre>
              {lines.map((line, number) => (
                <Line key={number} line={line} />
              ))}
            </pre>
          </div>
        ))}
        {found.length > most && <p>{countMessage('options_moreDifferences', found.length - most)}</p>}
      </section>
      <footer>
        <button type="button" class="button" onClick={onClose}>
          {message('options_cancel')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={found.length === 0}
          onClick={() => onRestore(text)}
        >
          {message('options_restore')}
        </button>
      </footer>
    </dialog>
  )
}

function Line({ line: { kind, text } }: { readonly line: DifferentLine }) {
  const sign = `${signs[kind]} ${text}\n`
  if (kind === 'added') return <ins>{sign}</ins>
  return kind === 'removed' ? <del>{sign}</del> : <span>{sign}</span>
}
