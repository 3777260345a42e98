import { writeFile } from 'node:fs/promises'
import { openChromium } from './open-chromium'

export interface Drawing {
  readonly html: string
  /** In CSS pixels. */
  readonly size: { readonly width: number; readonly height: number }
  readonly path: string
}

/** Draws documents as PNGs, with one pixel for each CSS pixel. Empty areas are transparent. */
export async function drawHtml(drawings: readonly Drawing[]): Promise<void> {
  const browser = await openChromium()
  try {
    for (const { html, size, path } of drawings) {
      const page = await browser.newPage()
      await page.setViewport(size)
      await page.setContent(html)
      await writeFile(path, await page.screenshot({ omitBackground: true }))
      await page.close()
    }
  } finally {
    await browser.close()
  }
}
