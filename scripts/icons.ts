import { mkdirSync, readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findExecutable } from '../e2e/browsers/executables.mjs'

/** Renders the extension's icons from `icons/*.svg`: the small ones have a drawing of their own. */
const drawings = { 16: 'icon-small', 32: 'icon-small', 48: 'icon', 128: 'icon' }

mkdirSync('public/icons', { recursive: true })
const browser = await chromium.launch({
  executablePath: findExecutable('chromium'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  for (const [size, drawing] of Object.entries(drawings)) {
    const svg = readFileSync(`icons/${drawing}.svg`, 'utf8')
    const page = await browser.newPage({ viewport: { width: Number(size), height: Number(size) } })
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
    await page.screenshot({ path: `public/icons/${size}.png`, omitBackground: true })
  }
} finally {
  await browser.close()
}
