import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { createServer } from 'vite'
import { openChromium } from '../open-chromium'

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
  const browser = await openChromium()
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage()
      await page.setViewport({ width: 1280, height: 720, deviceScaleFactor: 2 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colorScheme }])
      await page.goto(server.resolvedUrls?.local[0] ?? '')
      // The sheet is drawn all at once.
      const sheet = await page.waitForSelector('main:has(h2)')
      const name = colorScheme === 'light' ? 'design-system.png' : 'design-system-dark.png'
      if (!sheet) throw new Error('The sheet has no sections.')
      await writeFile(join(folder, name), await sheet.screenshot())
      await page.close()
    }
  } finally {
    await browser.close()
    await server.close()
  }
}
