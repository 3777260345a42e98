import { countMessage, language, message } from '../../src/browser/i18n'
import type { SavedVersion } from '../../src/storage/history'
import type { List } from './use-list'

/** The saved texts, each with a button that compares it with the editor's text to restore it. */
export function HistoryPanel({ list }: { readonly list: List }) {
  const { history } = list.state
  return (
    <section class="card" aria-labelledby="history">
      <h2 id="history">{message('options_history')}</h2>
      {history.kind === 'value' ? (
        <Versions versions={history.value} onCompare={list.history.compare} />
      ) : (
        <p class="sync-state troubled" role="status">
          {message(history.kind === 'newer' ? 'options_historyNewer' : 'options_historyUnreadable')}
        </p>
      )}
    </section>
  )
}

interface VersionsProps {
  readonly versions: readonly SavedVersion[]
  onCompare(version: SavedVersion): void
}

function Versions({ versions, onCompare }: VersionsProps) {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' })
  if (versions.length === 0) return <p class="explanation">{message('options_historyNone')}</p>
  return (
    <>
      <p class="explanation">{message('options_historyExplained')}</p>
      <ol class="versions">
        {versions.map((version, index) => (
          // If the clock was set back, two of them may have the same time.
          <li key={`${version.time} ${index}`}>
            <button type="button" class="version-button" onClick={() => onCompare(version)}>
              <time dateTime={new Date(version.time).toISOString()}>{format.format(version.time)}</time>{' '}
              <span>
                {!version.here && `${message('options_fromElsewhere')} · `}
                {countMessage('options_roles', version.roles)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}
