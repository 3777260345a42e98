import type { Label } from '../src/marks/label'

const minuteMs = 60_000

/** Writes the label's words into it, each as an element of its own. */
export function writeLabel(
  label: HTMLElement,
  { alert, name, details, region, wrongRegion, left, asks }: Label,
): void {
  const word = (kind: string, text: string) => {
    const span = document.createElement('span')
    span.className = kind
    span.textContent = text
    return span
  }
  label.replaceChildren(
    ...(alert === undefined ? [] : [word('alert', alert)]),
    word('name', name),
    ...details.map(detail => word('detail', detail)),
    ...(region === undefined ? [] : [inColor(word('region', region.name), region)]),
    ...(wrongRegion === undefined ? [] : [word('ending', wrongRegion)]),
    ...(left === undefined ? [] : [word(typeof left === 'string' ? 'ending' : 'detail', leftText(left))]),
    ...(asks === undefined ? [] : [word('ending', asks)]),
  )
}

function inColor(word: HTMLElement, { color, ink }: NonNullable<Label['region']>): HTMLElement {
  word.style.setProperty('background', `#${color}`)
  word.style.setProperty('color', `#${ink}`)
  return word
}

/** Returns the milliseconds until the label says another number of minutes; undefined if it doesn't count down. */
export function untilNextMinute({ left }: Label): number | undefined {
  if (left === undefined || typeof left === 'string') return undefined
  const rest = left.at - Date.now()
  return rest > 0 ? (rest % minuteMs) + 1 : undefined
}

/** `52 min`, or the words that say that the session is about to end. */
function leftText(left: NonNullable<Label['left']>): string {
  if (typeof left === 'string') return left
  const minutes = Math.max(0, Math.ceil((left.at - Date.now()) / minuteMs))
  return new Intl.NumberFormat(left.language, { style: 'unit', unit: 'minute' }).format(minutes)
}
