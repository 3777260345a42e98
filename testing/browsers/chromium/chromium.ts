import { resolve } from 'node:path'
import puppeteer, { type Browser, type Target } from 'puppeteer-core'
import type { Driver, LaunchOptions, Surface } from '../driver'
import { readEvaluation, writeEvaluation } from '../evaluation'
import { findExecutable } from '../executables.mjs'
import { killGroup } from '../kill-group'
import { type Manifest, readManifest, requireBackground } from '../manifest'
import { openProfile, type Profile } from '../profile'
import { waitFor } from '../wait'
import { Background } from './background'
import { pageMemory } from './memory'
import { createChromiumSurface } from './page'
import { extensionId, prepareProfile, removeLocks } from './profile'
import { switches } from './switches'
import { orderTabs } from './tabs'

const popupTimeout = 10_000
/** A busy machine starts several at once. */
const launchTimeoutMs = 180_000

/** Starts Chromium with the extension, driven by Puppeteer. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const executablePath = options.executable ?? findExecutable('chromium')
  const extension = resolve(options.extension)
  const manifest = readManifest(extension)
  const id = extensionId(extension, manifest.key)
  const profile = await openProfile('chromium', options.profile)
  await prepareProfile(profile.folder, id, options)
  const browser = await puppeteer
    .launch({
      executablePath,
      headless: !options.headed,
      defaultViewport: null,
      userDataDir: profile.folder,
      pipe: true,
      enableExtensions: true,
      // It shows a bar that says so.
      ignoreDefaultArgs: ['--enable-automation'],
      args: [...switches(extension, options)],
      env: environment(options),
      downloadBehavior: { policy: 'allow', downloadPath: profile.downloads },
      issuesEnabled: false,
      timeout: launchTimeoutMs,
      // The tests have their own.
      protocolTimeout: 0,
    })
    .catch(async error => {
      await profile.remove()
      throw error
    })
  const other = options.otherExtension && rootOf(extensionId(resolve(options.otherExtension), undefined))
  return createDriver(browser, { id, root: rootOf(id), other, manifest }, profile, options.media)
}

interface ExtensionInChromium {
  readonly id: string
  /** Start of the URLs of its pages. */
  readonly root: string
  /** Start of the URLs of the other extension's pages. */
  readonly other: string | undefined
  readonly manifest: Manifest
}

/** The protocol's id, which Puppeteer's types leave out. */
interface WithId extends Target {
  readonly _targetId?: string
}

async function createDriver(
  browser: Browser,
  { id, root, other, manifest }: ExtensionInChromium,
  profile: Profile,
  media: LaunchOptions['media'],
): Promise<Driver> {
  const extension = (await browser.extensions()).get(id)
  if (!extension) throw new Error('Chromium did not install the extension.')
  /** With its surface ready: of two sessions that start at once, Puppeteer takes one for its own, and its end for the page's. */
  const pageOf = async (target: Target) => {
    await surfaceOf(target)
    return target.asPage()
  }
  const anyPage = async () => {
    const [target] = pages()
    if (!target) throw new Error('No tab is open.')
    return pageOf(target)
  }
  const isKnown = (id: string) => browser.targets().some(target => (target as WithId)._targetId === id)
  const background = new Background(await browser.target().createCDPSession(), anyPage, isKnown, root)
  let offline = false
  const surfaces = new Map<Target, Promise<Surface>>()
  const surfaceOf = (target: Target) => {
    const surface = surfaces.get(target) ?? createSurface(target)
    surfaces.set(target, surface)
    return surface
  }
  const createSurface = async (target: Target) => {
    const page = await target.asPage()
    if (offline) await page.setOfflineMode(true)
    return createChromiumSurface(page, media)
  }
  const pages = () => browser.targets().filter(target => target.type() === 'page')
  // Tabs that nobody asks for have dialogs, too. They may be closed before they are ready.
  const onPage = (target: Target) => void surfaceOf(target).catch(() => {})
  browser.on('targetcreated', target => target.type() === 'page' && onPage(target))
  browser.on('targetdestroyed', target => surfaces.delete(target))
  for (const page of pages()) onPage(page)
  let popup: Target | undefined
  const openPopup = () => browser.targets().find(target => target === popup)

  const driver: Driver = {
    name: 'chromium',
    cannot: {
      pressShortcut: 'Chromium passes keys sent over its DevTools protocol to the page, never to a shortcut.',
      openPrivateWindow:
        'Chromium allows an extension in incognito windows only after a click on its extensions page.',
      openInContainer: 'Chromium has no containers.',
      refuseStorage: 'There’s no way to make Chromium’s storage fail.',
      tellOfHeldUpdate: 'Chromium holds an update while a page is open, but doesn’t report it.',
    },
    downloads: profile.downloads,
    extensionUrl: path => new URL(path, root).href,
    otherExtensionUrl: path => new URL(path, other).href,
    async open(url) {
      const [first, ...others] = await browser.pages()
      const blank = first?.url() === 'about:blank' && others.length === 0
      const page = blank ? first : await browser.newPage()
      await page.goto(url)
      await page.bringToFront()
      return surfaceOf(page.target())
    },
    async tabs() {
      const isTab = (target: Target) => target.type() === 'page' && target !== popup
      const tabs = await orderTabs(browser, background, driver.extensionUrl('manifest.json'), isTab)
      return Promise.all(
        tabs.map(async ({ target, active }) => ({ active, container: 0, surface: await surfaceOf(target) })),
      )
    },
    async pressToolbarButton() {
      // One that is closing already can't be closed.
      await (await driver.popup())?.close().catch(() => {})
      popup = undefined
      const known = new Set(browser.targets())
      const isPopup = (target: Target) => !known.has(target) && target.url().startsWith(root)
      const opened = browser.waitForTarget(isPopup, { timeout: popupTimeout })
      // The press acts on the active tab of the window that the page is in.
      const [target] = await Promise.all([opened, extension.triggerAction(await anyPage())])
      popup = target
      const surface = await surfaceOf(target)
      // For a moment it is an empty page.
      const isLoaded = (root: string) => location.href.startsWith(root) && document.readyState === 'complete'
      await waitFor('the popup to load', () => surface.evaluate(isLoaded, root))
      return surface
    },
    pressShortcut: () => Promise.reject(new Error(driver.cannot.pressShortcut)),
    openPrivateWindow: () => Promise.reject(new Error(driver.cannot.openPrivateWindow)),
    openInContainer: () => Promise.reject(new Error(driver.cannot.openInContainer)),
    refuseStorage: () => Promise.reject(new Error(driver.cannot.refuseStorage)),
    holdsUpdate: () => Promise.reject(new Error(driver.cannot.tellOfHeldUpdate)),
    async popup() {
      const target = openPopup()
      return target && surfaceOf(target)
    },
    openOptions: (suffix = '') =>
      manifest.optionsPage
        ? driver.open(new URL(manifest.optionsPage + suffix, root).href)
        : Promise.reject(new Error('The manifest names no options page.')),
    async setOffline(state) {
      offline = state
      for (const page of await browser.pages()) await page.setOfflineMode(state)
      if (manifest.background) await background.setOffline(state)
    },
    async stopBackground() {
      requireBackground(manifest)
      await background.stop()
    },
    async evaluateInBackground<A extends readonly unknown[], R>(
      run: (...args: A) => R | Promise<R>,
      ...args: A
    ) {
      requireBackground(manifest)
      return readEvaluation(await background.evaluateExpression(writeEvaluation(run, args))) as R
    },
    async memory() {
      const page = pages().find(target => target.url().startsWith(root))
      if (!page) throw new Error('No page of the extension is open.')
      return {
        ...(await pageMemory(await pageOf(page))),
        ...(manifest.background && { 'background script, bytes': await background.heap() }),
      }
    },
    async popupMemory() {
      const target = openPopup()
      if (!target) throw new Error('No popup is open.')
      return (await pageMemory(await pageOf(target)))['pages, bytes']
    },
    async kill() {
      const { pid } = browser.process() ?? {}
      if (pid === undefined) throw new Error('Chromium has no process.')
      await killGroup(pid)
      await driver.closed
      await removeLocks(profile.folder)
    },
    async close() {
      if (browser.connected) await browser.close()
      await profile.remove()
    },
    closed: new Promise(resolve => browser.once('disconnected', () => resolve())),
  }
  return driver
}

function rootOf(id: string): string {
  return `chrome-extension://${id}/`
}

function environment({ locale = 'en-US', display }: LaunchOptions) {
  // Chromium on Linux takes its language, and so that of chrome.i18n, from here rather than from --lang. LANGUAGE
  // counts only where LC_ALL names a language too, be it installed or not.
  const { language, region } = new Intl.Locale(locale).maximize()
  return {
    ...process.env,
    LANGUAGE: locale,
    LC_ALL: `${language}_${region}.UTF-8`,
    ...(display && { DISPLAY: display }),
  }
}
