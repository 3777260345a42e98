import { mkdirSync, readFileSync } from 'node:fs'
import { drawHtml } from './draw-html'

/** The drawing for each size of icon. Small icons have their own, simpler one. */
const drawings = { 16: 'icon-small', 32: 'icon-small', 48: 'icon', 128: 'icon' }

mkdirSync('public/icons', { recursive: true })
await drawHtml(
  Object.entries(drawings).map(([size, drawing]) => ({
    html: `<style>body { margin: 0 } svg { display: block }</style>${readFileSync(`icons/${drawing}.svg`, 'utf8')}`,
    size: { width: Number(size), height: Number(size) },
    path: `public/icons/${size}.png`,
  })),
)
