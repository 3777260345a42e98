import { writeFile } from 'node:fs/promises'
import type { KeyInput, Page } from 'puppeteer-core'
import type { Media, Surface } from '../driver'
import type { Chord } from '../keys'
import { findPressPoint } from '../page/press-point'
import { replaceText } from '../page/replace-text'
import { createSurface } from '../surface'
import { waitFor } from '../wait'
import { callOn, type ElementHandle, elementId, find } from './elements'
import { evaluateExpression } from './evaluate-expression'

const clickingDelayMs = 20

/** Wraps a page, which is a tab or the popup, as a surface. `media` is what to override from the start. */
export async function createChromiumSurface(
  page: Page,
  kind: 'tab' | 'popup',
  media: Media = {},
): Promise<Surface> {
  const session = await page.createCDPSession()
  // Otherwise only the page in front has the focus, and which one that is depends on the window manager.
  await page.emulateFocusedPage(true)
  let overridden: Media = {}
  const emulate = async (media: Media) => {
    overridden = { ...overridden, ...media }
    // Puppeteer's own method refuses forced colors.
    await session.send('Emulation.setEmulatedMedia', { features: mediaFeatures(overridden) })
  }
  await emulate(media)
  // An unanswered dialog stops the page. A person who closes a page with unsaved text answers that it may close.
  page.on('dialog', dialog => (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()))
  return createSurface<ElementHandle>({
    find: target => find(session, target),
    findPressPoint: handle => callOn(session, handle, `${findPressPoint}`),
    replaceText: (handle, text) => callOn(session, handle, `${replaceText}`, text),
    async chooseFiles(handle, paths) {
      const objectId = await elementId(session, handle)
      await session.send('DOM.setFileInputFiles', { objectId, files: [...paths] })
    },
    moveMouse: (x, y) => page.mouse.move(x, y),
    pressMouse: (x, y, { button, count }) =>
      page.mouse.click(x, y, { button, count, delay: clickingDelayMs }),
    async pressChord({ modifiers, key }: Chord) {
      for (const modifier of modifiers) await page.keyboard.down(modifier)
      await page.keyboard.press(key as KeyInput)
      for (const modifier of [...modifiers].reverse()) await page.keyboard.up(modifier)
    },
    keyDown: key => page.keyboard.down(key as KeyInput),
    keyUp: key => page.keyboard.up(key as KeyInput),
    type: text => page.keyboard.type(text),
    evaluateExpression: expression => evaluateExpression(session, expression),
    url: async () => page.url(),
    title: () => page.title(),
    async screenshot(path) {
      // Puppeteer's own method brings the tab to the front first.
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' })
      await writeFile(path, Buffer.from(data, 'base64'))
    },
    emulate,
    async activate() {
      if (kind === 'tab') await page.bringToFront()
    },
    async reload() {
      await page.reload()
    },
    async close() {
      // It may be closing by itself just now, and then Chromium no longer knows it.
      await page.close().catch(() => waitFor('the page to close', async () => page.isClosed()))
    },
    isOpen: async () => !page.isClosed(),
  })
}

function mediaFeatures({ colorScheme = 'light', forcedColors, reducedMotion }: Media) {
  return [
    { name: 'prefers-color-scheme', value: colorScheme },
    { name: 'forced-colors', value: forcedColors ?? '' },
    { name: 'prefers-reduced-motion', value: reducedMotion ?? '' },
  ]
}
