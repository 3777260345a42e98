import type { ElementFacts } from '../driver'

/**
 * Returns the document's facts about the element: text, value, place, focus and attributes. Self-contained, because it
 * runs in the page.
 */
export function readFacts(element: Element): ElementFacts {
  const { x, y, width, height } = element.getBoundingClientRect()
  const field = element as Partial<HTMLInputElement>
  const { activeElement } = element.getRootNode() as Document
  // Leaves out fields inside a label, because their text is a value.
  const labels = Array.from(field.labels ?? [], label =>
    Array.from(label.childNodes)
      .filter(child => child !== element)
      .map(child => child.textContent)
      .join(''),
  )
  return {
    label: (element.ariaLabel || labels.join(' ')).replace(/\s+/g, ' ').trim(),
    // biome-ignore lint/performance/useDomNodeTextContent: this needs the text as rendered.
    text: field.innerText ?? element.textContent ?? '',
    value: typeof field.value === 'string' ? field.value : '',
    checked: field.checked === true,
    focused: activeElement === element && element.ownerDocument.hasFocus(),
    visible: width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true }),
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    box: { x, y, width, height },
  }
}
