import type { Ref } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Opens a dialog as modal for as long as it is rendered: nothing behind it gets keys. On close, calls the browser's own
 * close, so that the focus goes back to the element that had it before. `onClose` is called when the user leaves it without
 * one of its buttons.
 */
export function useModal(onClose: () => void): Ref<HTMLDialogElement> {
  const element = useRef<HTMLDialogElement>(null)
  const latest = useRef(onClose)
  latest.current = onClose
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // Synchronously: the browser's own event for it comes later, and would close a dialog opened meanwhile.
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
