import type { CDPSession, Page } from '@playwright/test'
import type { Surface } from '../driver'
import type { Chord } from '../keys'
import { findPressPoint } from '../page/press-point'
import { replaceText } from '../page/replace-text'
import { createSurface } from '../surface'
import { callOn, type ElementHandle, elementId, find } from './elements'

const clickingDelay = 20

/** Wraps a Playwright page, which is a tab or the popup, as a surface. */
export async function createChromiumSurface(page: Page, kind: 'tab' | 'popup'): Promise<Surface> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  return createSurface<ElementHandle>({
    find: target => find(cdp, target),
    findPressPoint: handle => callOn(cdp, handle, `${findPressPoint}`),
    replaceText: (handle, text) => callOn(cdp, handle, `${replaceText}`, text),
    async chooseFiles(handle, paths) {
      await cdp.send('DOM.setFileInputFiles', { objectId: await elementId(cdp, handle), files: [...paths] })
    },
    moveMouse: (x, y) => page.mouse.move(x, y),
    async pressMouse(x, y, { button, count }) {
      await page.mouse.click(x, y, { button, clickCount: count, delay: clickingDelay })
    },
    pressChord: ({ modifiers, key }: Chord) => page.keyboard.press([...modifiers, key].join('+')),
    keyDown: key => page.keyboard.down(key),
    keyUp: key => page.keyboard.up(key),
    type: text => page.keyboard.type(text),
    async evaluateExpression(expression) {
      // Unlike Playwright's evaluate, this needs no eval in the page. Extension pages forbid eval.
      const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return String(result.value)
    },
    url: async () => page.url(),
    title: () => page.title(),
    async screenshot(path) {
      await page.screenshot({ path })
    },
    emulate: media => page.emulateMedia(media),
    async activate() {
      if (kind === 'tab') await page.bringToFront()
    },
    async reload() {
      await page.reload()
    },
    close: () => page.close(),
    isOpen: async () => !page.isClosed(),
  })
}
