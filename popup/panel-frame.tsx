import type { ComponentChildren } from 'preact'
import { message } from '../src/browser/i18n'
import { shortcutOf } from '../src/lib/shortcut-of'
import { BackIcon } from './panel-icons'

interface PanelFrameProps {
  readonly title: string
  readonly children: ComponentChildren
  onBack(): void
}

/** A panel's title with a back button, and its content. */
export function PanelFrame({ title, children, onBack }: PanelFrameProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape comes from whatever in it has the focus.
    <section
      class="panel"
      onKeyDown={event => {
        if (shortcutOf(event) !== 'Escape') return
        event.preventDefault()
        onBack()
      }}
    >
      <header>
        <button
          type="button"
          class="icon-button"
          aria-label={message('popup_back')}
          title={message('popup_back')}
          onClick={onBack}
        >
          <BackIcon />
        </button>
        <h2 id="panel-title">{title}</h2>
      </header>
      {children}
    </section>
  )
}
