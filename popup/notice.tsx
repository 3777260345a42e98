import { AlertIcon, InfoIcon } from './icons'
import { type Notice as NoticeData, type Remedy, remedyLabel } from './sentences'

interface NoticeProps {
  readonly notice: NoticeData
  /** A page of its own in place of the menu, or an alert above the list. */
  readonly kind: 'page' | 'alert'
  onRemedy(remedy: Remedy): void
}

/** What happened, why and what to do. */
export function Notice({ notice: { title, text, remedy }, kind, onRemedy }: NoticeProps) {
  return (
    <div
      class={`notice ${kind}`}
      role={kind === 'alert' ? 'alert' : 'status'}
      // An alert leaves room for the list and scrolls, which the keyboard can do too.
      tabIndex={kind === 'alert' ? 0 : undefined}
    >
      {kind === 'alert' ? <AlertIcon /> : <InfoIcon />}
      <div class="notice-body">
        <h2>{title}</h2>
        <p>{text}</p>
        {remedy && (
          <button
            type="button"
            class={kind === 'page' ? 'button primary' : 'button'}
            onClick={() => onRemedy(remedy)}
          >
            {remedyLabel(remedy)}
          </button>
        )}
      </div>
    </div>
  )
}
