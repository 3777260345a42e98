import { countMessage, message } from '../src/browser/i18n'
import type { Diagnostic } from '../src/config/parse/diagnostic'
import { DoneIcon, SeverityIcon } from './icons'
import { countsSentence, diagnosticSentence, severityWord } from './sentences'
import type { Findings } from './state'

/** As many as are rendered; the rest are counted. */
const most = 100

const severities = ['error', 'warning', 'info'] as const

interface MessagesProps {
  readonly findings: Findings | undefined
  onSelect(diagnostic: Diagnostic): void
  onFix(diagnostic: Diagnostic): void
}

/** What is wrong with the text: errors first, each a way to its place. */
export function Messages({ findings, onSelect, onFix }: MessagesProps) {
  if (!findings) return null
  const { diagnostics } = findings
  if (diagnostics.length === 0) {
    return (
      <p class="messages-none">
        <DoneIcon />
        {message('options_noMessages')}
      </p>
    )
  }
  const shown = severities
    .flatMap(severity => diagnostics.filter(one => one.severity === severity))
    .slice(0, most)
  const rest = diagnostics.length - shown.length
  return (
    <section class="messages" aria-labelledby="messages">
      <header>
        <h2 id="messages">{message('options_messages')}</h2>
        <p>{countsSentence(diagnostics)}</p>
      </header>
      <ul aria-labelledby="messages">
        {shown.map((diagnostic, index) => (
          <Message
            key={index}
            id={`message-${index}`}
            diagnostic={diagnostic}
            onSelect={onSelect}
            onFix={onFix}
          />
        ))}
        {rest > 0 && <li class="messages-rest">{countMessage('options_moreMessages', rest)}</li>}
      </ul>
    </section>
  )
}

interface MessageProps extends Omit<MessagesProps, 'findings'> {
  readonly id: string
  readonly diagnostic: Diagnostic
}

function Message({ id, diagnostic, onSelect, onFix }: MessageProps) {
  const { severity, line, fix } = diagnostic
  return (
    <li>
      <button type="button" class="message" id={id} onClick={() => onSelect(diagnostic)}>
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
          onClick={() => onFix(diagnostic)}
        >
          {message('options_fix')}
        </button>
      )}
    </li>
  )
}
