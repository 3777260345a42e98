import { chromium, type ViewportSize } from '@playwright/test'
import { findExecutable } from '../testing/browsers/executables.mjs'

export interface Drawing {
  readonly html: string
  readonly size: ViewportSize
  readonly path: string
}

/** Draws documents as PNGs, with one pixel for each CSS pixel. Empty areas are transparent. */
export async function drawHtml(drawings: readonly Drawing[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findExecutable('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    for (const { html, size, path } of drawings) {
      const page = await browser.newPage({ viewport: size })
      await page.setContent(html)
      await page.screenshot({ path, omitBackground: true })
      await page.close()
    }
  } finally {
    await browser.close()
  }
}
