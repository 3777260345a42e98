/** Targets that can be found without the accessibility tree. */
export type DocumentQuery = { readonly css: string } | { readonly labels: true }

/**
 * Returns the elements that a selector matches, or all that have a label. Self-contained, because it runs in the page.
 */
export function findElements(root: Document, query: DocumentQuery): readonly Element[] {
  if ('css' in query) return [...root.querySelectorAll(query.css)]
  const fields = root.querySelectorAll(
    'input, textarea, select, button, meter, output, progress, [aria-label]',
  )
  return [...fields].filter(field => field.ariaLabel || (field as HTMLInputElement).labels?.length)
}
