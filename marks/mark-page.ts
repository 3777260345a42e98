import type { MarkMessage } from '../src/marks/answer-pages'
import type { Label } from '../src/marks/label'
import { findSpot, isControlAt, isFreeSpot, isNearTop } from './find-spot'
import { sizes, styles } from './frame-styles'
import { keeper } from './keeper'
import { untilNextMinute, writeLabel } from './label-words'
import { addPart, extension, isOver } from './life'
import { claim, isTakenOver } from './ours'

/** How long the page must be idle before the label is placed, in milliseconds. */
const measurePauseMs = 200

interface Parts {
  readonly host: HTMLElement
  readonly root: HTMLElement
  readonly label: HTMLElement
  readonly bar: HTMLElement
  readonly corners: readonly HTMLElement[]
  /** Aborts the frame's event listeners. */
  readonly leaving: AbortController
}

/** The label's box. Reading it at each move of the pointer would make the page redo its layout each time. */
let labelBox: DOMRect | undefined
let parts: Parts | undefined
let placing: ReturnType<typeof setTimeout> | undefined
let counting: ReturnType<typeof setTimeout> | undefined
let shown: string | undefined

const presence = keeper(
  () => isOver() || !parts || parts.host.isConnected,
  () => parts && document.documentElement.append(parts.host),
)
const observer = new MutationObserver(() => presence.look())
// A page that loads more, or shows less, may have controls elsewhere.
const resized = new ResizeObserver(placeSoon)

/**
 * Draws a frame around the page in the mark's color, and a label where it covers no control. Both let clicks through, move
 * nothing in the page, and are in a closed shadow root, out of reach of its styles. Without a frame in the mark, removes
 * both.
 */
export function markPage(mark: MarkMessage | undefined): void {
  if (!mark?.frame) {
    leave()
    parts?.host.remove()
    parts = undefined
    shown = undefined
    return
  }
  if (!parts) {
    parts = build()
    document.documentElement.append(parts.host)
    presence.start()
    observer.observe(document.documentElement, { childList: true })
    resized.observe(document.documentElement)
    const { signal } = parts.leaving
    for (const event of ['resize', 'load', 'pointerup', 'keyup'])
      addEventListener(event, placeSoon, { signal })
    addEventListener('scroll', placeSoon, { passive: true, capture: true, signal })
    addEventListener('pointermove', yieldToPointer, { passive: true, signal })
    addEventListener('focusin', yieldToFocus, { signal })
    addEventListener('focusout', yieldToFocus, { signal })
  }
  const looks = JSON.stringify(mark)
  // The script asks each time the tab comes to the front, and mostly gets the same answer.
  if (looks !== shown) {
    shown = looks
    const { root } = parts
    const { color, ink, frame } = mark
    root.className = frame.look
    root.style.setProperty('--color', `#${color}`)
    root.style.setProperty('--ink', `#${ink}`)
    write(frame.label)
  }
  place()
}

/** Writes the label, and again whenever it has another number of minutes to say. */
function write(label: Label): void {
  clearTimeout(counting)
  if (!parts || isOver()) return
  writeLabel(parts.label, label)
  const pause = untilNextMinute(label)
  if (pause !== undefined) counting = setTimeout(() => write(label), pause)
}

function leave(): void {
  observer.disconnect()
  resized.disconnect()
  presence.stop()
  clearTimeout(placing)
  clearTimeout(counting)
  parts?.leaving.abort()
}

addPart({ isTaken: () => isTakenOver(parts?.host), remove: () => markPage(undefined), leave })

function build(): Parts {
  const host = document.createElement('div')
  const shadow = host.attachShadow({ mode: 'closed' })
  // Not a `style` element, which the page's policy may forbid.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  shadow.adoptedStyleSheets = [sheet]
  const root = document.createElement('div')
  const part = (kind: string, tag = 'div') => {
    const element = document.createElement(tag)
    element.className = kind
    root.append(element)
    return element
  }
  part('frame')
  const bar = part('bar')
  // Of a tag of their own, so that the styles can count them.
  const corners = ['', '', '', ''].map(() => part('corner', 'b'))
  const label = part('label')
  // It repeats what the page says, and screen readers would read it on every page.
  host.setAttribute('aria-hidden', 'true')
  shadow.append(root)
  claim(host, extension)
  return { host, root, label, bar, corners, leaving: new AbortController() }
}

function placeSoon(): void {
  clearTimeout(placing)
  placing = setTimeout(place, measurePauseMs)
}

/** Puts the label where there are no controls: shorter if it doesn't fit, away if there is no such spot. */
function place(): void {
  if (!parts) return
  const { root, label } = parts
  const isProduction = root.classList.contains('production')
  placeCorners(parts, isProduction)
  const top = isProduction ? sizes.bar : 0
  const size = () => ({ width: label.offsetWidth, height: label.offsetHeight })
  root.classList.remove('short')
  const now = size()
  if (labelBox && canStay(labelBox, now)) return
  let spot = findSpot(now, top)
  if (!spot) {
    root.classList.add('short')
    spot = findSpot(size(), top)
  }
  label.classList.toggle('away', !spot)
  root.classList.toggle('hanging', spot?.y === top)
  const { width, height } = size()
  labelBox = spot && new DOMRect(spot.x, spot.y, width, height)
  if (!spot) return
  label.style.left = `${spot.x}px`
  label.style.top = `${spot.y}px`
}

/** Whether the label stays where it is for now, because one that moves about can't be read. At the bottom it doesn't. */
function canStay(box: DOMRect, size: { readonly width: number; readonly height: number }): boolean {
  const isSame = box.width === size.width && box.height === size.height
  return isSame && box.right <= innerWidth && isNearTop(box) && isFreeSpot(box, size)
}

/** Shows each of production's corners, unless a control is there. */
function placeCorners({ corners }: Parts, isProduction: boolean): void {
  if (!isProduction) return
  const { corner } = sizes
  const [near, far] = [corner * 0.2, corner * 0.7]
  const [right, bottom] = [(x: number) => innerWidth - x, (y: number) => innerHeight - y]
  const same = (x: number) => x
  const sides = [
    [same, same] as const,
    [right, same] as const,
    [right, bottom] as const,
    [same, bottom] as const,
  ]
  sides.forEach(([across, down], index) => {
    const points = [[near, near] as const, [far, near] as const, [near, far] as const]
    const isTaken = points.some(([x, y]) => isControlAt(across(x), down(y)))
    corners[index]?.classList.toggle('away', isTaken)
  })
}

/** Moves the label and the bar out of the way of the pointer. */
function yieldToPointer({ clientX, clientY }: PointerEvent): void {
  yieldTo(new DOMRect(clientX, clientY, 0, 0), 'pointer')
}

/** Moves them out of the way of the control that has the keyboard's focus. */
function yieldToFocus({ type, target }: FocusEvent): void {
  // What takes up most of the page is no control.
  const box = type === 'focusin' && target instanceof Element ? target.getBoundingClientRect() : undefined
  yieldTo(box && box.height < innerHeight / 2 ? box : undefined, 'focus')
}

const inWay = { pointer: undefined, focus: undefined } as Record<'pointer' | 'focus', DOMRect | undefined>

function yieldTo(box: DOMRect | undefined, who: 'pointer' | 'focus'): void {
  inWay[who] = box
  if (!parts) return
  const boxes = [inWay.pointer, inWay.focus]
  const isOn = (part: DOMRect | undefined) =>
    part !== undefined &&
    boxes.some(
      box =>
        box !== undefined &&
        box.left <= part.right &&
        box.right >= part.left &&
        box.top <= part.bottom &&
        box.bottom >= part.top,
    )
  parts.label.classList.toggle('aside', isOn(labelBox))
  parts.bar.classList.toggle('aside', isOn(new DOMRect(0, 0, innerWidth, sizes.bar)))
}
