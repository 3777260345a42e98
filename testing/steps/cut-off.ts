import type { Surface } from '../browsers/driver'

/** Returns what reaches beyond the page's right or lower edge, except what is scrolled or cut off by design. */
export function beyond(surface: Surface, edge: 'right' | 'bottom'): Promise<readonly string[]> {
  return surface.evaluate(edge => {
    const root = document.documentElement
    const { clientWidth, clientHeight, scrollWidth, scrollHeight } = root
    const [room, wanted] = edge === 'right' ? [clientWidth, scrollWidth] : [clientHeight, scrollHeight]
    const cut = [...document.querySelectorAll('h1, h2, p, button, input, select, label')].filter(
      element =>
        element.getBoundingClientRect()[edge] > room + 1 &&
        !element.closest('.cm-editor, .visually-hidden, .notice.alert, .panel-body'),
    )
    const scrolls = wanted > room + 1 ? [`the page is ${wanted - room} pixels larger`] : []
    return [...scrolls, ...cut.map(element => element.outerHTML.slice(0, 80))]
  }, edge)
}
