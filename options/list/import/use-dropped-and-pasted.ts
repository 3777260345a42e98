import { useEffect } from 'preact/hooks'
import { isAccountList } from '../../../src/config/exchange/accounts/read-accounts'

/**
 * Accepts files dropped anywhere on the page, and text pasted outside all fields. The editor handles text pasted into it,
 * except for a list of accounts, which isn't a list of roles.
 */
export function useDroppedAndPasted(
  onFiles: (files: readonly File[]) => void,
  onText: (text: string) => void,
): void {
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const setDragging = (is: boolean) => document.body.classList.toggle('dragging', is)
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

    addEventListener(
      'dragover',
      event => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setDragging(true)
      },
      { signal },
    )
    addEventListener('dragleave', event => event.relatedTarget ?? setDragging(false), { signal })
    // Before the editor, which would insert the file's text where it is dropped.
    addEventListener(
      'drop',
      event => {
        if (!hasFiles(event)) return
        event.preventDefault()
        event.stopPropagation()
        setDragging(false)
        const files = [...(event.dataTransfer?.files ?? [])]
        if (files.length > 0) onFiles(files)
      },
      { signal, capture: true },
    )
    addEventListener(
      'paste',
      event => {
        const text = event.clipboardData?.getData('text/plain') ?? ''
        const { target } = event
        if (text === '' || !(target instanceof HTMLElement) || target.closest('input, textarea, dialog'))
          return
        if (target.closest('.cm-editor') && !isAccountList(text)) return
        event.preventDefault()
        event.stopPropagation()
        onText(text)
      },
      { signal, capture: true },
    )
    return () => listening.abort()
  })
}
