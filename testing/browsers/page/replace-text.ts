/**
 * Focuses a field and replaces its text at once, with the events of a user's paste. Returns the obstacle if it can't.
 * Self-contained, because it runs in the page.
 */
export function replaceText(element: Element, text: string): { readonly obstacle?: string } {
  const view = element.ownerDocument.defaultView
  if (!view || !element.isConnected) return { obstacle: 'it no longer exists' }
  const field = element as HTMLTextAreaElement
  if (element.matches(':disabled, :read-only')) return { obstacle: 'it is disabled or read-only' }
  field.focus()
  if (element.localName === 'input' || element.localName === 'textarea') {
    field.value = text
    const how = { bubbles: true, composed: true }
    field.dispatchEvent(new view.InputEvent('input', { ...how, inputType: 'insertFromPaste' }))
    field.dispatchEvent(new view.Event('change', { bubbles: true }))
    return {}
  }
  if (!field.isContentEditable) return { obstacle: 'it doesn’t accept text' }
  view.getSelection()?.selectAllChildren(field)
  // An editor that handles pasting itself takes a large text much faster this way. It ignores an empty paste.
  if (text !== '') {
    const clipboardData = new view.DataTransfer()
    clipboardData.setData('text/plain', text)
    // Firefox 153 has no `clipboardData` here, but takes a type and a text.
    const carried = { clipboardData, dataType: 'text/plain', data: text }
    const paste = new view.ClipboardEvent('paste', { ...carried, bubbles: true, cancelable: true })
    if (!field.dispatchEvent(paste)) return {}
  }
  element.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text)
  return {}
}
