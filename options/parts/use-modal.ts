import type { Ref } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * For a dialog that is shown for as long as it is there: nothing behind it takes keys meanwhile. Closed by the browser
 * rather than just taken away, it gives the focus back to what had it before. `onClose` is called when the user leaves it
 * without one of its buttons.
 */
export function useModal(onClose: () => void): Ref<HTMLDialogElement> {
  const element = useRef<HTMLDialogElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // At once: the browser's own event for it comes later, and would close what was opened meanwhile.
    const cancel = (event: Event) => {
      event.preventDefault()
      latest.current()
    }
    const close = () => latest.current()
    dialog?.addEventListener('cancel', cancel)
    dialog?.addEventListener('close', close)
    return () => {
      dialog?.removeEventListener('cancel', cancel)
      dialog?.removeEventListener('close', close)
      dialog?.close()
    }
  }, [])
  return element
}
