import { countMessage, message } from '../../src/browser/i18n'
import type { Diagnostic } from '../../src/config/parse/diagnostic'
import { SeverityIcon } from '../../styles/icons/settings-icons'
import { countsSentence, diagnosticSentence, severityWord } from '../parts/diagnostic-sentences'
import type { List } from './use-list'

/** Maximum number of messages rendered; the rest are counted. */
const maxShownMessages = 100

const severities = ['error', 'warning', 'info'] as const

/** The diagnostics of the text: errors first, each with a link to its place. */
export function Messages({ list }: { readonly list: List }) {
  const diagnostics = list.state.findings?.diagnostics ?? []
  if (diagnostics.length === 0) return null
  const shown = severities
    .flatMap(severity => diagnostics.filter(one => one.severity === severity))
    .slice(0, maxShownMessages)
  const rest = diagnostics.length - shown.length
  return (
    <section class="messages" aria-labelledby="messages">
      <header>
        <h2 id="messages">{message('options_messages')}</h2>
        <p>{countsSentence(diagnostics)}</p>
      </header>
      <ul aria-labelledby="messages">
        {shown.map((diagnostic, index) => (
          <Message key={index} id={`message-${index}`} diagnostic={diagnostic} list={list} />
        ))}
        {rest > 0 && <li class="messages-rest">{countMessage('options_moreMessages', rest)}</li>}
      </ul>
    </section>
  )
}

interface MessageProps {
  readonly list: List
  readonly id: string
  readonly diagnostic: Diagnostic
}

function Message({ list, id, diagnostic }: MessageProps) {
  const { severity, line, fix } = diagnostic
  return (
    <li>
      <button type="button" class="message" id={id} onClick={() => list.select(diagnostic)}>
        <SeverityIcon severity={severity} />
        <span class="message-place">{message('options_place', severityWord(severity), String(line))}</span>
        <span class="message-text">{diagnosticSentence(diagnostic)}</span>
      </button>
      {fix && (
        <button
          type="button"
          class="button small"
          aria-describedby={id}
          title={message('options_fixWith', fix.text)}
          onClick={() => list.fix(diagnostic)}
        >
          {message('options_fix')}
        </button>
      )}
    </li>
  )
}
