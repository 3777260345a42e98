import { resolve } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { expectTimeoutMs } from '../../expect-timing'
import type { Driver, LaunchOptions, Surface } from '../driver'
import { readEvaluation, writeEvaluation } from '../evaluation'
import { findExecutable } from '../executables.mjs'
import { killGroup } from '../kill-group'
import { type Manifest, readManifest, requireBackground } from '../manifest'
import { openProfile, type Profile } from '../profile'
import { emulateAddressBar } from './address-bar'
import { Background } from './background'
import { pagesMemory, scriptMemory } from './memory'
import { createChromiumSurface } from './page'
import { extensionId, prepareProfile, removeLocks } from './profile'
import { switches } from './switches'
import { TabStrip } from './tabs'

export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  // Makes Playwright list targets of type "other", such as the popup. It checks this whenever a target appears.
  process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1'
  const executablePath = options.executable ?? findExecutable('chromium')
  const extension = resolve(options.extension)
  const manifest = readManifest(extension)
  const id = extensionId(extension, manifest.key)
  const profile = await openProfile('chromium', options.profile)
  await prepareProfile(profile.folder, id, options)
  const context = await chromium
    .launchPersistentContext(profile.folder, {
      executablePath,
      headless: !options.headed,
      viewport: null,
      ignoreHTTPSErrors: !options.authorities,
      proxy: { server: `http://127.0.0.1:${options.proxyPort}` },
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [...switches(extension, options)],
      env: environment(options),
      ...options.media,
    })
    .catch(async error => {
      await profile.remove()
      throw error
    })
  const other = options.otherExtension && rootOf(extensionId(resolve(options.otherExtension), undefined))
  return createDriver(context, { root: rootOf(id), other }, id, manifest, profile)
}

async function createDriver(
  context: BrowserContext,
  { root, other }: { readonly root: string; readonly other: string | undefined },
  id: string,
  manifest: Manifest,
  profile: Profile,
): Promise<Driver> {
  const browser = await context.browser()?.newBrowserCDPSession()
  if (!browser) throw new Error('Chromium ended while starting.')
  // Playwright stores downloads in its own folder, under its own names.
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: profile.downloads })
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  const mainProcess = processInfo.find(({ type }) => type === 'browser')?.id
  if (mainProcess === undefined) throw new Error('Chromium doesn’t report its main process.')
  const background = new Background(context, browser, root)
  const surfaces = new Map<Page, Promise<Surface>>()
  const surfaceOf = (page: Page, kind: 'tab' | 'popup') => {
    const surface = surfaces.get(page) ?? createChromiumSurface(page, kind)
    surfaces.set(page, surface)
    return surface
  }
  const strip = new TabStrip(context, browser, new URL('manifest.json', root).href)
  await strip.keepProcess()
  const popups = new Set<Page>()
  // One that the extension opens by itself. A tab is empty at first.
  context.on('page', page => {
    if (manifest.popup && page.url() === new URL(manifest.popup, root).href) popups.add(page)
  })
  let pressed = Number.NaN
  const openPopup = () => [...popups].find(popup => !popup.isClosed())

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
      const [first, ...others] = context.pages().filter(page => !strip.isHidden(page.url()))
      const blank = first?.url() === 'about:blank' && others.length === 0
      const page = blank ? first : await context.newPage()
      await page.goto(url)
      await page.bringToFront()
      return surfaceOf(page, 'tab')
    },
    async tabs() {
      const tabs = await strip.order(page => !popups.has(page))
      return Promise.all(
        tabs.map(async ({ page, active }) => ({
          active,
          container: 0,
          surface: await surfaceOf(page, 'tab'),
        })),
      )
    },
    async pressToolbarButton() {
      await openPopup()?.close()
      // The press acts on the active tab of the target's window. The target must be of type "tab".
      const { targetInfos } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] })
      const opened = context.waitForEvent('page', { timeout: expectTimeoutMs })
      const targetId = targetInfos.find(({ url }) => !strip.isHidden(url))?.targetId ?? ''
      pressed = performance.timeOrigin + performance.now()
      const [popup] = await Promise.all([opened, browser.send('Extensions.triggerAction', { id, targetId })])
      popups.add(popup)
      await popup.waitForLoadState()
      return surfaceOf(popup, 'popup')
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
      const page = openPopup()
      return page && surfaceOf(page, 'popup')
    },
    openOptions: (suffix = '') =>
      manifest.optionsPage
        ? driver.open(new URL(manifest.optionsPage + suffix, root).href)
        : Promise.reject(new Error('The manifest has no options page.')),
    setOffline: offline => context.setOffline(offline),
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
    memory: async () => ({
      ...(await pagesMemory(context, root)),
      ...(manifest.background && { 'background script, bytes': await background.heap() }),
    }),
    async popupMemory() {
      const page = openPopup()
      if (!page) throw new Error('No popup is open.')
      return scriptMemory(page)
    },
    async kill() {
      await killGroup(mainProcess)
      await driver.closed
      await removeLocks(profile.folder)
    },
    async close() {
      await context.close()
      await profile.remove()
    },
    closed: new Promise(resolve => context.once('close', () => resolve())),
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
