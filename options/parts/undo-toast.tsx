import { useEffect, useRef, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { CloseIcon } from '../../styles/icons/settings-icons'
import type { UndoUnit } from './use-undo'

/** How long an offer stays while the page is shown and nobody points at it or has the focus in it, in milliseconds. */
const offerMs = 8_000

/** What was just done, at the bottom of the window, with a button to undo it. */
export function UndoToast({ undo }: { readonly undo: UndoUnit }) {
  const { offered, close } = undo
  const [isHeld, setHeld] = useState(false)
  const [isHidden, setHidden] = useState(document.hidden)
  const left = useRef(offerMs)
  useEffect(() => {
    const look = () => setHidden(document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  useEffect(() => {
    left.current = offerMs
    setHeld(false)
  }, [offered?.number])
  useEffect(() => {
    if (!offered || isHeld || isHidden) return
    const since = Date.now()
    const timer = setTimeout(close, left.current)
    return () => {
      clearTimeout(timer)
      left.current = Math.max(0, left.current - (Date.now() - since))
    }
  }, [offered?.number, isHeld, isHidden])
  return (
    // It is there before its content, so that screen readers announce that.
    <div class="toast-place" role="status">
      {offered && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it there.
        <div
          class="toast"
          key={offered.number}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocusIn={() => setHeld(true)}
          onFocusOut={() => setHeld(false)}
        >
          <p>{offered.sentence}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              close()
              offered.undo()
            }}
          >
            {message('options_undo')}
          </button>
          <button type="button" class="icon-button" aria-label={message('options_dismiss')} onClick={close}>
            <CloseIcon />
          </button>
        </div>
      )}
    </div>
  )
}
