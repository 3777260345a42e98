import { join } from 'node:path'
import { chromium } from '@playwright/test'
import preact from '@preact/preset-vite'
import { createServer } from 'vite'
import { findExecutable } from '../../testing/browsers/executables.mjs'

/** Draws the sheet in light and dark into the folder: `design-system.png` and `design-system-dark.png`. */
export async function drawDesignSystem(folder: string): Promise<void> {
  const server = await createServer({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'warn',
    plugins: [preact()],
    server: { fs: { allow: [join(import.meta.dirname, '../..')] } },
  })
  await server.listen()
  const browser = await chromium.launch({
    executablePath: findExecutable('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, deviceScaleFactor: 2 })
      await page.goto(server.resolvedUrls?.local[0] ?? '')
      await page.locator('main h2').last().waitFor()
      const name = colorScheme === 'light' ? 'design-system.png' : 'design-system-dark.png'
      await page.locator('main').screenshot({ path: join(folder, name) })
      await page.close()
    }
  } finally {
    await browser.close()
    await server.close()
  }
}
