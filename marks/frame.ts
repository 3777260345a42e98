import type { MarkMessage } from '../src/marks/answer-pages'
import { keeper } from './keeper'
import { addPart, extension, isOver } from './life'
import { claim, isTakenOver } from './ours'

const styles = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
  contain: strict !important;
}
.frame {
  position: absolute;
  inset: 0;
  border: 3px solid var(--color);
}
.label {
  position: absolute;
  max-width: 60vw;
  padding: 2px 10px;
  overflow: hidden;
  border-radius: 6px;
  background: var(--color);
  color: var(--ink);
  font: 600 12px/18px system-ui, sans-serif;
  text-overflow: ellipsis;
  white-space: nowrap;
  unicode-bidi: isolate;
}
.label.away { visibility: hidden; }
@media print { :host { display: none !important; } }
`

/** How long the page must be idle before the label is placed, in milliseconds. */
const measurePauseMs = 200
/** Controls and text fields, which the label never covers. */
const controls =
  'a,button,input,select,textarea,summary,label,iframe,video,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=switch],[tabindex],[contenteditable]'

interface Parts {
  readonly host: HTMLElement
  readonly frame: HTMLElement
  readonly label: HTMLElement
  /** Aborts the frame's event listeners. */
  readonly leaving: AbortController
}

/** The label's box. Reading it at each move of the pointer would make the page redo its layout each time. */
let labelBox: DOMRect | undefined
let parts: Parts | undefined
let timer: ReturnType<typeof setTimeout> | undefined

const presence = keeper(
  () => isOver() || !parts || parts.host.isConnected,
  () => parts && document.documentElement.append(parts.host),
)
const observer = new MutationObserver(() => presence.look())

/**
 * Draws a frame around the page in the profile's color, and a label with name and account in a spot free of controls. Both
 * let clicks through, move nothing in the page, and are in a closed shadow root, out of reach of its styles. Without a mark,
 * removes both.
 */
export function showFrame(mark: MarkMessage | undefined): void {
  if (!mark) {
    leave()
    parts?.host.remove()
    parts = undefined
    return
  }
  if (!parts) {
    parts = build()
    document.documentElement.append(parts.host)
    presence.start()
    observer.observe(document.documentElement, { childList: true })
    const { signal } = parts.leaving
    addEventListener('resize', placeSoon, { signal })
    addEventListener('scroll', placeSoon, { passive: true, capture: true, signal })
    addEventListener('pointermove', yieldTo, { passive: true, signal })
  }
  const { name, account, color, ink } = mark
  const { frame, label } = parts
  frame.style.setProperty('--color', `#${color}`)
  label.style.setProperty('--color', `#${color}`)
  label.style.setProperty('--ink', `#${ink}`)
  label.textContent = `${name} · ${account}`
  place()
}

function leave(): void {
  observer.disconnect()
  presence.stop()
  clearTimeout(timer)
  parts?.leaving.abort()
}

addPart({ isTaken: () => isTakenOver(parts?.host), remove: () => showFrame(undefined), leave })

function build(): Parts {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'closed' })
  // Not a `style` element, which the page's policy may forbid.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  const frame = document.createElement('div')
  frame.className = 'frame'
  const label = document.createElement('div')
  label.className = 'label'
  // It repeats what the page says, and screen readers would read it on every page.
  host.setAttribute('aria-hidden', 'true')
  root.append(frame, label)
  claim(host, extension)
  return { host, frame, label, leaving: new AbortController() }
}

function placeSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(place, measurePauseMs)
}

/** Puts the label where there are no controls; if there is no free spot, only the frame is shown. */
function place(): void {
  if (!parts) return
  const { label } = parts
  const { offsetWidth: width, offsetHeight: height } = label
  const [right, bottom, middle] = [innerWidth - width - 8, innerHeight - height, (innerWidth - width) / 2]
  const places = [
    [middle, bottom],
    [8, bottom],
    [right, bottom],
    [middle, 0],
    [right, 0],
    [8, 0],
    [right, bottom / 2],
    [8, bottom / 2],
  ] as const
  const free = places.find(([x, y]) => isFree(x, y, width, height))
  label.classList.toggle('away', !free)
  if (!free) return
  label.style.left = `${free[0]}px`
  label.style.top = `${free[1]}px`
  labelBox = new DOMRect(...free, width, height)
}

/** Whether there are no controls under the rectangle, judging by nine points of it. */
function isFree(x: number, y: number, width: number, height: number): boolean {
  return [0.02, 0.5, 0.98].every(across =>
    [0.1, 0.5, 0.9].every(down => {
      const under = document.elementFromPoint(x + width * across, y + height * down)
      return under === null || under.closest(controls) === null
    }),
  )
}

/** Moves the label out of the way of the pointer. */
function yieldTo({ clientX, clientY }: PointerEvent): void {
  if (!parts || !labelBox) return
  const { left, right, top, bottom } = labelBox
  const isOver = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom
  parts.label.style.opacity = isOver ? '0' : '1'
}
