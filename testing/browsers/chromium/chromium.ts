import { resolve } from 'node:path'
import puppeteer, { type Browser, type Target } from 'puppeteer-core'
import { expectTimeoutMs } from '../../expect-timing'
import type { Driver, LaunchOptions, Media, Surface } from '../driver'
import { readEvaluation, writeEvaluation } from '../evaluation'
import { findExecutable } from '../executables.mjs'
import { killGroup } from '../kill-group'
import { type Manifest, readManifest, requireBackground } from '../manifest'
import { openProfile, type Profile } from '../profile'
import { waitFor } from '../wait'
import { emulateAddressBar } from './address-bar'
import { Background } from './background'
import { pageMemory } from './memory'
import { Network } from './network'
import { createChromiumSurface } from './page'
import { extensionId, prepareProfile, removeLocks } from './profile'
import { switches } from './switches'
import { TabStrip } from './tabs'

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
      // Chromium takes commands for extensions only over a pipe.
      pipe: true,
      enableExtensions: true,
      // It makes Chromium show a bar above every page.
      ignoreDefaultArgs: ['--enable-automation'],
      defaultViewport: null,
      // Nobody asks Puppeteer about requests and issues, and watching them takes time.
      networkEnabled: false,
      issuesEnabled: false,
      downloadBehavior: { policy: 'allow', downloadPath: profile.downloads },
      userDataDir: profile.folder,
      args: [...switches(extension, options)],
      env: environment(options),
    })
    .catch(async error => {
      await profile.remove()
      throw error
    })
  const other = options.otherExtension && rootOf(extensionId(resolve(options.otherExtension), undefined))
  const extensionInIt = { id, root: rootOf(id), other, manifest }
  return createDriver(browser, extensionInIt, profile, options.media)
}

interface ExtensionInChromium {
  readonly id: string
  /** What the URLs of the extension's pages begin with. */
  readonly root: string
  /** What the URLs of the other extension's pages begin with. */
  readonly other: string | undefined
  readonly manifest: Manifest
}

async function createDriver(
  browser: Browser,
  { id, root, other, manifest }: ExtensionInChromium,
  profile: Profile,
  media: Media | undefined,
): Promise<Driver> {
  const session = await browser.target().createCDPSession()
  const strip = new TabStrip(browser, session, new URL('manifest.json', root).href)
  await strip.keepProcess()
  const background = new Background(browser, session, root)
  const network = new Network(browser)
  const surfaces = new Map<Target, Promise<Surface>>()
  const surfaceOf = (target: Target) => {
    const kind = strip.isTab(target) ? 'tab' : 'popup'
    const surface =
      surfaces.get(target) ?? target.asPage().then(page => createChromiumSurface(page, kind, media))
    surfaces.set(target, surface)
    return surface
  }
  const popupUrl = manifest.popup && new URL(manifest.popup, root).href
  const isPopup = (target: Target) => !strip.isTab(target) && target.url().split(/[?#]/)[0] === popupUrl
  const findPopup = () => browser.targets().find(isPopup)
  let pressed = Number.NaN

  const driver: Driver = {
    name: 'chromium',
    cannot: {
      pressShortcut: 'Chromium passes keys sent over its DevTools protocol to the page, never to a shortcut.',
      openPrivateWindow:
        'Chromium allows an extension in incognito windows only after a click on its extensions page.',
      openInContainer: 'Chromium has no containers.',
      refuseStorage: 'There’s no way to make Chromium’s storage fail.',
      tellOfHeldUpdate: 'Chromium holds an update while a page is open, but doesn’t report it.',
      hideTabs: 'Headless Chromium tells every tab’s page that it’s visible.',
    },
    downloads: profile.downloads,
    extensionUrl: path => new URL(path, root).href,
    otherExtensionUrl: path => new URL(path, other).href,
    async open(url) {
      const [first, ...others] = strip.targets()
      const blank = first?.url() === 'about:blank' && others.length === 0
      const page = (blank && (await first.page())) || (await browser.newPage())
      await page.goto(url)
      await page.bringToFront()
      return surfaceOf(page.target())
    },
    async tabs() {
      const tabs = await strip.order()
      return Promise.all(
        tabs.map(async ({ target, active }) => ({ active, container: 0, surface: await surfaceOf(target) })),
      )
    },
    async pressToolbarButton() {
      await (await driver.popup())?.close()
      // The press acts on the active tab of the target's window. The target must be of type "tab".
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] })
      const targetId = targetInfos.find(({ url }) => !strip.isHidden(url))?.targetId ?? ''
      const opened = browser.waitForTarget(isPopup, { timeout: expectTimeoutMs })
      pressed = performance.timeOrigin + performance.now()
      const [popup] = await Promise.all([opened, session.send('Extensions.triggerAction', { id, targetId })])
      const surface = await surfaceOf(popup)
      await waitFor('the popup to load', async () => {
        // A menu that goes on with a choice closes by itself.
        if (!(await surface.isOpen())) return true
        return surface.evaluate(() => document.readyState === 'complete')
      })
      return surface
    },
    pressed: () => pressed,
    pressShortcut: () => Promise.reject(new Error(driver.cannot.pressShortcut)),
    openPrivateWindow: () => Promise.reject(new Error(driver.cannot.openPrivateWindow)),
    openInContainer: () => Promise.reject(new Error(driver.cannot.openInContainer)),
    refuseStorage: () => Promise.reject(new Error(driver.cannot.refuseStorage)),
    holdsUpdate: () => Promise.reject(new Error(driver.cannot.tellOfHeldUpdate)),
    // As with the address bar, the listener is called as Chromium does.
    pressCommand: name =>
      driver.evaluateInBackground(async name => {
        const { browser } = globalThis as unknown as {
          browser: { commands: { onCommand: { dispatch(name: string): void } } }
        }
        browser.commands.onCommand.dispatch(name)
      }, name),
    addressBar: emulateAddressBar((run, ...args) => driver.evaluateInBackground(run, ...args)),
    async popup() {
      const popup = findPopup()
      return popup && surfaceOf(popup)
    },
    openOptions: (suffix = '') =>
      manifest.optionsPage
        ? driver.open(new URL(manifest.optionsPage + suffix, root).href)
        : Promise.reject(new Error('The manifest has no options page.')),
    setOffline: offline => network.setOffline(offline),
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
      const page = strip.targets().find(target => target.url().startsWith(root)) ?? findPopup()
      if (!page) throw new Error('No page of the extension is open.')
      const ofPages = await pageMemory(page)
      return {
        ...ofPages,
        ...(manifest.background && { 'background script, bytes': await background.heap() }),
      }
    },
    async popupMemory() {
      const popup = findPopup()
      if (!popup) throw new Error('No popup is open.')
      return (await pageMemory(popup))['pages, bytes']
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

function environment(options: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  // Chromium on Linux takes its language, and that of chrome.i18n, from LANGUAGE rather than from --lang. LANGUAGE
  // counts only if LC_ALL also names a language, installed or not.
  const locale = options.locale ?? 'en-US'
  const { language, region } = new Intl.Locale(locale).maximize()
  return {
    ...Object.fromEntries(inherited),
    LANGUAGE: locale,
    LC_ALL: `${language}_${region}.UTF-8`,
    ...(options.display && { DISPLAY: options.display }),
  }
}
