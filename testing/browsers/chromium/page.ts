import type { KeyInput, Page } from 'puppeteer-core'
import type { ElementFacts, Media, Surface, Target } from '../driver'
import { findElements } from '../page/find-elements'
import { findPressPoint } from '../page/press-point'
import { readFacts } from '../page/read-facts'
import { replaceText } from '../page/replace-text'
import { createSurface } from '../surface'
import { callOn, evaluateObject, evaluateText } from './evaluate'

const clickingDelay = 20

/** An element that was found: a list of such in the page, by the id of the remote object, and its place in it. */
interface Handle {
  readonly list: string
  readonly place: number
}

/** The surface of a page, be it a tab or the popup. */
export async function createChromiumSurface(page: Page, initial: Media = {}): Promise<Surface> {
  const cdp = await page.createCDPSession()
  let media: Media = {}
  const emulate = async (change: Media) => {
    media = { ...media, ...change }
    // Puppeteer's own emulation refuses forced colors.
    await cdp.send('Emulation.setEmulatedMedia', { features: mediaFeatures(media) })
  }
  page.on('dialog', dialog => (dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()))
  // The popup and a tab behind another one act as if they had the focus, too.
  await Promise.all([page.emulateFocusedPage(true), emulate(initial)])

  return createSurface<Handle>({
    async find(target) {
      // Otherwise Chromium makes its accessibility tree anew for each role or name that is read.
      const tree = [cdp.send('Accessibility.enable'), cdp.send('Accessibility.getRootAXNode')]
      const kept = Promise.allSettled(tree)
      try {
        const list = await evaluateObject(cdp, `(${findAll})(${JSON.stringify(target)}, ${findElements})`)
        const declaration = `list => (${describeAll})(list, ${readFacts})`
        const facts = await callOn<readonly ElementFacts[]>(cdp, list, declaration)
        return facts.map((facts, place) => ({ handle: { list, place }, facts }))
      } finally {
        await kept
        // It fails if the page has closed.
        cdp.send('Accessibility.disable').catch(() => {})
      }
    },
    findPressPoint: ({ list, place }) =>
      callOn(cdp, list, `(list, place) => (${findPressPoint})(list[place])`, place),
    replaceText: ({ list, place }, text) =>
      callOn(cdp, list, `(list, place, text) => (${replaceText})(list[place], text)`, place, text),
    async chooseFiles({ list, place }, paths) {
      const field = { objectId: list, functionDeclaration: `function () { return this[${place}] }` }
      const { result } = await cdp.send('Runtime.callFunctionOn', field)
      await cdp.send('DOM.setFileInputFiles', { objectId: result.objectId ?? '', files: [...paths] })
    },
    async pressMouse(x, y, { button, count }) {
      await page.mouse.click(x, y, { button, count, delay: clickingDelay })
    },
    async pressChord({ modifiers, key }) {
      for (const modifier of modifiers) await page.keyboard.down(modifier)
      await page.keyboard.press(key as KeyInput)
      for (const modifier of modifiers.toReversed()) await page.keyboard.up(modifier)
    },
    keyDown: key => page.keyboard.down(key as KeyInput),
    keyUp: key => page.keyboard.up(key as KeyInput),
    type: text => page.keyboard.type(text),
    evaluateExpression: expression => evaluateText(cdp, expression),
    url: async () => page.url(),
    title: () => page.title(),
    async screenshot(path) {
      await page.screenshot({ path, type: 'png' })
    },
    emulate,
    activate: () => page.bringToFront(),
    async reload() {
      await page.reload()
    },
    async close() {
      await page.close().catch(error => {
        // It may have closed itself since it was looked up.
        if (!/No target with given id|Target closed|Session closed/.test(String(error))) throw error
      })
    },
    isOpen: async () => !cdp.detached && !page.isClosed(),
  })
}

/** What a switch adds to elements: the browser's own role and name, '' for what isn't in the accessibility tree. */
interface Accessible {
  readonly computedRole: string
  readonly computedName: string
}

/** Every element of the role, with a label, or of the selector. Runs in the page. */
function findAll(target: Target, find: typeof findElements): readonly Element[] {
  if (!('role' in target)) return find(document, 'css' in target ? { css: target.css } : { labels: true })
  const all = find(document, { css: '*' })
  return all.filter(element => (element as Element & Accessible).computedRole === target.role)
}

/** Runs in the page. */
function describeAll(elements: readonly Element[], read: typeof readFacts): readonly ElementFacts[] {
  return elements.map(element => {
    const { computedRole, computedName } = element as Element & Accessible
    return { ...read(element), role: computedRole || 'none', name: computedName.replace(/\s+/g, ' ').trim() }
  })
}

function mediaFeatures({ colorScheme, forcedColors, reducedMotion }: Media) {
  return [
    { name: 'prefers-color-scheme', value: colorScheme ?? '' },
    { name: 'forced-colors', value: forcedColors ?? '' },
    { name: 'prefers-reduced-motion', value: reducedMotion ?? '' },
  ]
}
