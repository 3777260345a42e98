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
  const attached = page.createCDPSession()
  let overridden: Media = {}
  const emulate = async (media: Media) => {
    overridden = { ...overridden, ...media }
    // Puppeteer's own method refuses forced colors.
    const features = mediaFeatures(overridden)
    await (await attached).send('Emulation.setEmulatedMedia', { features })
  }
  // A menu that goes on with a choice may close by itself before the commands reach it.
  const unlessClosing = (acts: Promise<unknown>) =>
    acts.catch(error =>
      waitFor('the page to close', async () => page.isClosed()).catch(() => Promise.reject(error)),
    )
  // Without focus of its own, only the page in front has it, and which one that is depends on the window manager.
  await unlessClosing(Promise.all([page.emulateFocusedPage(true), emulate(media)]))
  // An unanswered dialog stops the page. A person who closes a page with unsaved text answers that it may close.
  page.on('dialog', dialog => (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()))
  return createSurface<ElementHandle>({
    find: async target => find(await attached, target),
    findPressPoint: async handle => callOn(await attached, handle, `${findPressPoint}`),
    replaceText: async (handle, text) => callOn(await attached, handle, `${replaceText}`, text),
    async chooseFiles(handle, paths) {
      const session = await attached
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
    evaluateExpression: async expression => evaluateExpression(await attached, expression),
    url: async () => page.url(),
    title: () => page.title(),
    async screenshot(path) {
      // Puppeteer's own method brings the tab to the front first.
      const { data } = await untilAnswered(page, async () =>
        (await attached).send('Page.captureScreenshot', { format: 'png' }),
      )
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
      await unlessClosing(page.close())
    },
    isOpen: async () => !page.isClosed(),
  })
}

/** Asks again if the page navigates in the meantime, because Chromium then never answers. */
async function untilAnswered<T>(page: Page, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    let hear = () => {}
    const navigation = new Promise<undefined>(resolve => {
      hear = () => resolve(undefined)
    })
    page.on('framenavigated', hear)
    const answer = await Promise.race([ask(), navigation]).finally(() => page.off('framenavigated', hear))
    if (answer !== undefined) return answer
  }
}

function mediaFeatures({ colorScheme = 'light', forcedColors, reducedMotion }: Media) {
  return [
    { name: 'prefers-color-scheme', value: colorScheme },
    { name: 'forced-colors', value: forcedColors ?? '' },
    { name: 'prefers-reduced-motion', value: reducedMotion ?? '' },
  ]
}
