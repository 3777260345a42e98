import { mostRoles, type Row } from './row'

const [width, height, left, bottom, top, right] = [880, 380, 76, 44, 16, 290]
const hues = ['#3949c6', '#b3261e', '#1c6638', '#7d4e00', '#8e24aa', '#00838f']

/**
 * Returns the rows as a plot, SVG: time against number of roles, both by powers of ten. A line as steep as the dashed
 * one grows in proportion.
 */
export function growthPlot(rows: readonly Row[]): string {
  const points = rows.flatMap(({ values }) => [...values])
  const times = points.map(([, value]) => Math.max(value, 0.001))
  const [low, high] = [Math.floor(Math.log10(Math.min(...times))), Math.ceil(Math.log10(Math.max(...times)))]
  const x = (count: number) =>
    left + ((Math.log10(count) - 1) / (Math.log10(mostRoles) - 1)) * (width - left - right)
  const y = (value: number) =>
    height - bottom - ((Math.log10(Math.max(value, 0.001)) - low) / (high - low)) * (height - bottom - top)

  const grid = [10, 100, 1_000, 10_000, mostRoles].map(
    count =>
      `<line x1="${x(count)}" x2="${x(count)}" y1="${top}" y2="${height - bottom}"/><text x="${x(count)}" y="${height - bottom + 18}" text-anchor="middle">${count.toLocaleString('en')}</text>`,
  )
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index)).map(
    value =>
      `<line x1="${left}" x2="${width - right}" y1="${y(value)}" y2="${y(value)}"/><text x="${left - 8}" y="${y(value) + 4}" text-anchor="end">${value} ms</text>`,
  )
  const labels = spread(rows.map(({ values }) => y([...values.values()].at(-1) ?? 1)))
  const lines = rows.map(({ what, where, values }, index) => {
    const path = [...values]
      .map(([count, value]) => `${x(count).toFixed(1)},${y(value).toFixed(1)}`)
      .join(' ')
    const hue = hues[index % hues.length]
    return `<polyline points="${path}" fill="none" stroke="${hue}" stroke-width="2"/><text x="${width - right + 8}" y="${(labels[index] ?? 0) + 4}" fill="${hue}">${what} (${where})</text>`
  })
  const start = low + 0.2
  const rise = Math.min(high, start + Math.log10(mostRoles / 10)) - start
  const end = 10 * 10 ** rise
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<title>Time against number of roles, both by powers of ten</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<g stroke="#d9dde4" fill="#585f6d"><g stroke-width="1">${[...grid, ...ticks].join('').replaceAll('<text', '<text stroke="none"')}</g></g>
<line x1="${x(10)}" y1="${y(10 ** start)}" x2="${x(end)}" y2="${y(10 ** (start + rise))}" stroke="#868d9b" stroke-dasharray="4 4"/>
<text x="${x(end)}" y="${y(10 ** (start + rise)) - 6}" text-anchor="end" fill="#585f6d">in proportion</text>
${lines.join('\n')}
<text x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle" fill="#585f6d">roles</text>
</svg>
`
}

/** Returns the heights, moved so that neighbors are at least a line apart. */
function spread(heights: readonly number[]): readonly number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height)
  let last = Number.NEGATIVE_INFINITY
  const placed = new Array<number>(heights.length)
  for (const { height, index } of order) {
    last = Math.max(height, last + 15)
    placed[index] = last
  }
  return placed
}
