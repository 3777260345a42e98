/** Controls and text fields, which the label never covers. */
const controls =
  'a,button,input,select,textarea,summary,label,iframe,video,[role=button],[role=link],[role=tab],[role=menuitem],[role=option],[role=checkbox],[role=switch],[tabindex],[contenteditable]'

/** The distance of the points that are looked at, in pixels: smaller than any control that one can press. */
const cell = { width: 16, height: 8 }
/** How far down from the top a spot may be, in pixels. */
const topHeight = 168
/** Distance to the page's left and right edges, in pixels. */
const sideMargin = 8

interface Size {
  readonly width: number
  readonly height: number
}

export interface Spot {
  readonly x: number
  readonly y: number
}

/**
 * Returns where on the page a box of this size covers no control: as near to the top as possible, else at the bottom.
 * Undefined if there is no such spot. `top` is where the topmost one may start.
 */
export function findSpot({ width, height }: Size, top: number): Spot | undefined {
  const isFree = freeCells()
  const [right, middle] = [innerWidth - width - sideMargin, (innerWidth - width) / 2]
  if (right < sideMargin || innerHeight < height) return undefined
  const across = [middle, middle / 2, (middle + right) / 2, right, sideMargin]
  const down = [innerHeight - height]
  const rows = Math.floor(Math.min(topHeight, innerHeight / 2) / cell.height)
  down.unshift(...Array.from({ length: rows }, (_, row) => top + row * cell.height))
  for (const y of down) {
    const x = across.find(x => isFree(x, y, width, height))
    if (x !== undefined) return { x, y }
  }
  return undefined
}

/** Whether a spot is as near to the top as `findSpot` looks first. */
export function isNearTop({ y }: Spot): boolean {
  return y <= Math.min(topHeight, innerHeight / 2)
}

/** Whether a box at this place covers no control. */
export function isFreeSpot({ x, y }: Spot, { width, height }: Size): boolean {
  return freeCells()(x, y, width, height)
}

/** Whether there is a control at this point of the page. */
export function isControlAt(x: number, y: number): boolean {
  return document.elementFromPoint(x, y)?.closest(controls) != null
}

/** Returns a function that says whether a box covers no control, and looks at each point of the page once at most. */
function freeCells(): (x: number, y: number, width: number, height: number) => boolean {
  const seen = new Map<string, boolean>()
  const isTaken = (column: number, row: number) => {
    const key = `${column} ${row}`
    const known = seen.get(key)
    if (known !== undefined) return known
    // A point at the window's edge is still in the page.
    const at = (cells: number, size: number, end: number) => Math.min((cells + 0.5) * size, end - 1)
    const taken = isControlAt(at(column, cell.width, innerWidth), at(row, cell.height, innerHeight))
    seen.set(key, taken)
    return taken
  }
  return (x, y, width, height) => {
    for (let row = Math.floor(y / cell.height); row * cell.height < y + height; row++) {
      for (let column = Math.floor(x / cell.width); column * cell.width < x + width; column++) {
        if (isTaken(column, row)) return false
      }
    }
    return true
  }
}
