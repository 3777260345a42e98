/** Where to press, in CSS pixels of the viewport, or why the element can't be pressed now. */
export type PressPoint = { readonly x: number; readonly y: number } | { readonly obstacle: string }

/**
 * Scrolls the element into view and finds where a press would reach it. Self-contained, because it runs in the page.
 */
export async function findPressPoint(element: Element): Promise<PressPoint> {
  const view = element.ownerDocument.defaultView
  if (!view || !element.isConnected) return { obstacle: 'it no longer exists' }
  if (element.matches(':disabled')) return { obstacle: 'it is disabled' }
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  const before = element.getBoundingClientRect()
  await new Promise(resolve => view.requestAnimationFrame(resolve))
  const box = element.getBoundingClientRect()
  if (box.width === 0 || box.height === 0) return { obstacle: 'it has no size' }
  if (before.x !== box.x || before.y !== box.y) return { obstacle: 'it moves' }
  // The middle of the visible part. If a link wraps, the middle of its first line.
  const line = element.getClientRects()[0] ?? box
  const x = (Math.max(line.left, 0) + Math.min(line.right, view.innerWidth)) / 2
  const y = (Math.max(line.top, 0) + Math.min(line.bottom, view.innerHeight)) / 2
  const hit = element.ownerDocument.elementFromPoint(x, y)
  if (!hit) return { obstacle: 'it is out of view' }
  const label = hit.closest('label')
  if (element.contains(hit) || label?.control === element) return { x, y }
  return { obstacle: `<${hit.localName} class="${hit.className}"> covers it` }
}
