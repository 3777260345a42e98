/** How long the browser may take to give the popup the size of its content, in milliseconds. Firefox goes there in steps. */
const growthTimeoutMs = 300
/** Of a popup that is not shown yet Firefox says a few pixels; 500 % zoom leaves 160 by 120. */
const minListHeight = 100
/** A size that is rounded is no shortage. */
const tolerance = 1

/**
 * Keeps the menu to the room that the browser gives it: at most 800 by 600 pixels, which at 200 % zoom are 400 by 300 of
 * the page's. Style sheets can't ask for it, as `100vh` is the height that the popup has while it still grows. What is
 * short once the size has come to rest is: popup.css keeps to `--room-width` and `--room-height`.
 */
export function keepToRoom(): void {
  let timer = 0
  const measureAtRest = () => {
    clearTimeout(timer)
    timer = setTimeout(measure, growthTimeoutMs)
  }
  addEventListener('resize', measureAtRest)
  new ResizeObserver(measureAtRest).observe(document.body)
}

function measure(): void {
  const { scrollWidth, scrollHeight } = document.documentElement
  keepWithin('--room-width', innerWidth, scrollWidth)
  keepWithin('--room-height', innerHeight, scrollHeight)
}

function keepWithin(property: string, given: number, wanted: number): void {
  const { style } = document.documentElement
  // There is more room than it seemed: the browser had not come to rest.
  if (given > Number.parseFloat(style.getPropertyValue(property)) + tolerance) style.removeProperty(property)
  else if (given >= minListHeight && wanted > given + tolerance) style.setProperty(property, `${given}px`)
}
