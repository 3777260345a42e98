import type { Ref } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * For a dialog that is shown for as long as it is there: nothing behind it takes keys meanwhile. Closed by the browser
 * rather than just taken away, it gives the focus back to what had it before.
 */
export function useModal(): Ref<HTMLDialogElement> {
  const element = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return element
}
