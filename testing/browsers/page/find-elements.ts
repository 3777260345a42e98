/** What is found without the accessibility tree. */
export type DocumentQuery =
  | { readonly css: string }
  | { readonly visible: string }
  | { readonly labels: true }

/**
 * Returns the elements that a selector matches, all of them or those that are shown, or all that have a label.
 * Self-contained, because it runs in the page.
 */
export function findElements(root: Document, query: DocumentQuery): readonly Element[] {
  if ('css' in query) return [...root.querySelectorAll(query.css)]
  if ('visible' in query) {
    const all = [...root.querySelectorAll(query.visible)]
    return all.filter(element => element.checkVisibility({ visibilityProperty: true }))
  }
  const fields = root.querySelectorAll(
    'input, textarea, select, button, meter, output, progress, [aria-label]',
  )
  return [...fields].filter(field => field.ariaLabel || (field as HTMLInputElement).labels?.length)
}
