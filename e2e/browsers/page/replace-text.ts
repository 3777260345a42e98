/**
 * Focuses a field and gives it a new text at once, with the events of a user's paste. Says why it can't.
 * Runs in the page, so it is self-contained.
 */
export function replaceText(element: Element, text: string): { readonly obstacle?: string } {
  const view = element.ownerDocument.defaultView
  if (!view || !element.isConnected) return { obstacle: 'it is gone' }
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
  if (!field.isContentEditable) return { obstacle: 'it takes no text' }
  view.getSelection()?.selectAllChildren(field)
  element.ownerDocument.execCommand(text === '' ? 'delete' : 'insertText', false, text)
  return {}
}
