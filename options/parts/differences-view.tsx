import { countMessage, message } from '../../src/browser/i18n'
import type { Difference, DifferentLine } from '../../src/config/compare/differences'

/** Maximum number of sections shown; the rest are counted. */
const maxShownSections = 100

const signs = { same: ' ', added: '+', removed: '−' } as const

interface DifferencesProps {
  readonly found: readonly Difference[]
  /** Id of the element that names them. */
  readonly labelledBy: string
}

/** The differences between two texts, section by section. */
export function Differences({ found, labelledBy }: DifferencesProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard, from the start.
    <section class="differences" tabIndex={0} autofocus aria-labelledby={labelledBy}>
      {found.slice(0, maxShownSections).map(({ name, lines }, index) => (
        <div key={index}>
          <h3>{name ?? message('options_topOfText')}</h3>
          <pre>
            {lines.map((line, number) => (
              <Line key={number} line={line} />
            ))}
          </pre>
        </div>
      ))}
      {found.length > maxShownSections && (
        <p>{countMessage('options_moreDifferences', found.length - maxShownSections)}</p>
      )}
    </section>
  )
}

function Line({ line: { kind, text } }: { readonly line: DifferentLine }) {
  const sign = `${signs[kind]} ${text}\n`
  if (kind === 'added') return <ins>{sign}</ins>
  return kind === 'removed' ? <del>{sign}</del> : <span>{sign}</span>
}
