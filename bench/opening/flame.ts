/** A stretch of one opening, in milliseconds after the press on the toolbar button. */
export interface Stretch {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** One opening: what is loaded, what the page's main thread does, by depth, and moments. */
export interface Opening {
  readonly loads: readonly Stretch[]
  readonly work: readonly (readonly Stretch[])[]
  readonly moments: readonly Stretch[]
}

const [width, left, top, lane, gap] = [960, 130, 40, 18, 14]
const colors: Readonly<Record<string, string>> = {
  'read the page': '#c7d2f0',
  scripts: '#f2d58a',
  style: '#cdb4ea',
  layout: '#b79be0',
  paint: '#a8d8a8',
}

/** Returns the opening as a flame chart, SVG: time from left to right, callers above what they call. */
export function flameChart({ loads, work, moments }: Opening): string {
  const end = Math.max(...moments.map(({ end }) => end)) + 10
  const x = (time: number) => left + (Math.max(0, time) / end) * (width - left - 10)
  const bars: string[] = []
  let y = top
  const bar = ({ label, start, end }: Stretch, color: string) => {
    const [from, to] = [x(start), x(end)]
    const text = to - from > 6.2 * label.length ? label : ''
    bars.push(
      `<rect x="${from.toFixed(1)}" y="${y}" width="${Math.max(1, to - from).toFixed(1)}" height="${lane - 2}" rx="2" fill="${color}"><title>${label}: ${(end - start).toFixed(1)} ms</title></rect>` +
        (text && `<text x="${(from + 4).toFixed(1)}" y="${y + 12}">${text}</text>`),
    )
  }
  const heading = (text: string) =>
    bars.push(`<text x="${left - 8}" y="${y + 12}" text-anchor="end" font-weight="600">${text}</text>`)
  for (const [index, load] of loads.entries()) {
    if (index === 0) heading('Loaded')
    bar({ ...load, label: '' }, '#9db7ee')
    bars.push(`<text x="${(x(load.end) + 4).toFixed(1)}" y="${y + 12}">${load.label}</text>`)
    y += lane
  }
  y += gap
  for (const [depth, stretches] of work.entries()) {
    if (depth === 0) heading('Main thread')
    for (const stretch of stretches) bar(stretch, colors[stretch.label] ?? '#dfe2e8')
    y += lane
  }
  y += gap
  heading('Moments')
  const lines: string[] = []
  for (const { label, end } of moments) {
    const at = x(end)
    // The first ones have no room on their left.
    const [textX, anchor] = at < 2 * left ? [at + 4, 'start'] : [at - 4, 'end']
    lines.push(
      `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${top - 6}" y2="${y + lane}" stroke="#b3261e" stroke-dasharray="2 3"/>`,
    )
    bars.push(
      `<text x="${textX.toFixed(1)}" y="${y + 12}" text-anchor="${anchor}" fill="#b3261e">${label}, ${Math.round(end)} ms</text>`,
    )
    y += lane
  }
  const legend = Object.entries(colors).map(
    ([label, color], index) =>
      `<rect x="${left + index * 110}" y="${y + gap}" width="12" height="12" rx="2" fill="${color}"/><text x="${left + index * 110 + 18}" y="${y + gap + 10}">${label}</text>`,
  )
  const step = end > 400 ? 100 : end > 150 ? 50 : 20
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step).map(
    time =>
      `<line x1="${x(time).toFixed(1)}" x2="${x(time).toFixed(1)}" y1="${top - 6}" y2="${y}" stroke="#e6e8ec"/><text x="${x(time).toFixed(1)}" y="${top - 12}" text-anchor="middle" fill="#585f6d">${time} ms</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y + 44}" font-family="sans-serif" font-size="11">
<title>One opening of the menu as a flame chart</title>
<rect width="${width}" height="${y + 44}" fill="#ffffff"/>
${[...ticks, ...lines, ...bars, ...legend].join('\n')}
</svg>
`
}
