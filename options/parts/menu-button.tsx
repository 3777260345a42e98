import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { ChevronIcon } from '../../styles/icons/menu-icons'

interface MenuButtonProps {
  readonly id: string
  readonly label: string
  readonly icon: ComponentChildren
  readonly disabled?: boolean
  readonly items: readonly MenuItem[]
}

interface MenuItem {
  readonly label: string
  readonly hint: string
  readonly disabled?: boolean
  onChoose(): void
}

/** A button that shows a few others below it. They close once one is pressed, at Escape and when the focus leaves. */
export function MenuButton({ id, label, icon, disabled = false, items }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false)
  const all = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  useEffect(() => {
    if (!isOpen) return
    const closeOutside = (event: Event) => {
      if (!(event.target instanceof Node && all.current?.contains(event.target))) setOpen(false)
    }
    addEventListener('pointerdown', closeOutside)
    return () => removeEventListener('pointerdown', closeOutside)
  }, [isOpen])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of its buttons.
    <div
      class="menu-button"
      ref={all}
      onKeyDown={event => {
        if (shortcutOf(event) !== 'Escape' || !isOpen) return
        event.preventDefault()
        close()
      }}
      onFocusOut={event => {
        const to = event.relatedTarget
        if (to instanceof Node && !all.current?.contains(to)) setOpen(false)
      }}
    >
      <button
        type="button"
        class="button"
        ref={opener}
        disabled={disabled}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {icon}
        {label}
        <ChevronIcon />
      </button>
      <div class="menu-items" id={id} hidden={!isOpen}>
        {items.map(({ label, hint, disabled = false, onChoose }) => (
          <button
            key={label}
            type="button"
            disabled={disabled}
            onClick={() => {
              close()
              onChoose()
            }}
          >
            <span>{label}</span> <small>{hint}</small>
          </button>
        ))}
      </div>
    </div>
  )
}
