import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { message } from '../src/browser/i18n'
import { shortcutOf } from '../src/lib/shortcut-of'
import { BackIcon } from '../styles/icons/panel-icons'
import { useFocus } from './use-focus'

interface PanelFrameProps {
  readonly title: string
  /** Whether the back button gets the focus, because there is nothing else to press. */
  readonly focusesBack?: boolean
  readonly children: ComponentChildren
  onBack(): void
}

/** A panel's title with a back button, and its content. */
export function PanelFrame({ title, focusesBack = false, children, onBack }: PanelFrameProps) {
  const back = useRef<HTMLButtonElement>(null)
  useFocus(() => (focusesBack ? back.current : undefined))
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
          ref={back}
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
