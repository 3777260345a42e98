/** How long the browser may take to give the popup the size of its content, in milliseconds. Firefox gets there in steps. */
const growthTimeoutMs = 300
/** Firefox reports a few pixels for a popup that is not shown yet; 500% zoom leaves 160 by 120. */
const minListHeight = 100
/** Rounding may take off a pixel: that isn't a shortage. */
const tolerance = 1

/**
 * Keeps the menu to the room that the browser gives it: at most 800 by 600 pixels, which at 200% zoom are 400 by 300 CSS
 * pixels. Style sheets can't do this, since `100vh` is the popup's height while it is still growing. Once the size is
 * stable, popup.css keeps to `--room-width` and `--room-height` in any direction that is short.
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
  // There is more room than it seemed: the size wasn't stable yet.
  if (given > Number.parseFloat(style.getPropertyValue(property)) + tolerance) style.removeProperty(property)
  else if (given >= minListHeight && wanted > given + tolerance) style.setProperty(property, `${given}px`)
}
