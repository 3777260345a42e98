import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import type { Driver, LaunchOptions, Surface } from '../driver'
import { findExecutable } from '../executables.mjs'
import { type Manifest, readManifest } from '../manifest'
import { waitFor } from '../wait'
import { createFirefoxSurface, waitUntilLoaded } from './page'
import { findPopup, makePopupsNavigable } from './popup-navigable'
import { prefs } from './prefs'
import { type ContextId, Session } from './session'
import { Toolbar } from './toolbar'
import { activateTab, listTabs, readPageState } from './windows'

declare const WebExtensionPolicy: { getByID(id: string): { readonly mozExtensionHostname: string } }
declare const Services: {
  readonly locale: { availableLocales: readonly string[]; requestedLocales: readonly string[] }
}

const popupTimeout = 10_000

/** Starts Firefox with the extension, driven over WebDriver BiDi. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const executablePath = findExecutable('firefox')
  const extension = resolve(options.extension)
  const manifest = readManifest(extension)
  const downloads = await mkdtemp(join(tmpdir(), 'rolecall-downloads-'))
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: !options.headed,
    acceptInsecureCerts: true,
    defaultViewport: null,
    extraPrefsFirefox: prefs(options, downloads),
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    env: {
      ...process.env,
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      ...(options.display && { DISPLAY: options.display }),
    },
  })
  try {
    const session = await Session.of(browser)
    await makePopupsNavigable(session)
    if (options.locale) await useLocale(session, options.locale)
    const id = await browser.installExtension(extension)
    const host = await session.inWindow(id => WebExtensionPolicy.getByID(id).mozExtensionHostname, id)
    const toolbar = new Toolbar(session, id)
    await toolbar.pin()
    return createDriver(browser, session, toolbar, `moz-extension://${host}/`, manifest, downloads)
  } catch (error) {
    await browser.close()
    await remove(downloads)
    throw error
  }
}

function createDriver(
  browser: Browser,
  session: Session,
  toolbar: Toolbar,
  root: string,
  { optionsPage, shortcut }: Manifest,
  downloads: string,
): Driver {
  const surfaces = new Map<ContextId, Surface>()
  const surfaceOf = (context: ContextId, kind: 'tab' | 'popup') => {
    const how = kind === 'tab' ? { tab: true as const } : { closePopup: () => toolbar.closePanels() }
    const surface = surfaces.get(context) ?? createFirefoxSurface(session, context, how)
    surfaces.set(context, surface)
    return surface
  }
  const emptyTab = async () => {
    const [first, ...others] = await listTabs(session)
    if (!first || others.length > 0) return undefined
    return (await readPageState(session, first.context))?.url === 'about:blank' ? first.context : undefined
  }
  const newTab = async () => {
    const { context } = await session.command<{ context: ContextId }>('browsingContext.create', {
      type: 'tab',
    })
    return context
  }
  const waitForPopup = async () => {
    const find = async () => (await findPopup(session)) ?? undefined
    const context = await waitFor('the popup', find, { timeout: popupTimeout })
    await waitUntilLoaded(session, context)
    return surfaceOf(context, 'popup')
  }

  const driver: Driver = {
    name: 'firefox',
    cannot: {},
    downloads,
    extensionUrl: path => new URL(path, root).href,
    async open(url) {
      const context = (await emptyTab()) ?? (await newTab())
      const isOwn = url.startsWith('moz-extension:')
      await session.command('browsingContext.navigate', { context, url, wait: isOwn ? 'none' : 'complete' })
      if (isOwn) await waitUntilLoaded(session, context, url)
      await activateTab(session, context)
      return surfaceOf(context, 'tab')
    },
    async tabs() {
      const tabs = await listTabs(session)
      return tabs.map(({ context, active }) => ({ active, surface: surfaceOf(context, 'tab') }))
    },
    async pressToolbarButton() {
      await toolbar.closePanels()
      await toolbar.press()
      return waitForPopup()
    },
    async pressShortcut() {
      if (!shortcut) throw new Error('The manifest names no shortcut for the popup.')
      await toolbar.closePanels()
      await toolbar.pressShortcut(shortcut)
      return waitForPopup()
    },
    async popup() {
      const context = await findPopup(session)
      return context === null ? undefined : surfaceOf(context, 'popup')
    },
    async openOptions(suffix = '') {
      if (!optionsPage) throw new Error('The manifest names no options page.')
      return driver.open(new URL(optionsPage + suffix, root).href)
    },
    async close() {
      await browser.close()
      await remove(downloads)
    },
    closed: new Promise(resolve => browser.once('disconnected', () => resolve())),
  }
  return driver
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

/** Makes the language that of the interface, and so of `i18n`, without the language pack that the menus would need. */
async function useLocale(session: Session, locale: string): Promise<void> {
  await session.inWindow(locale => {
    Services.locale.availableLocales = [locale, 'en-US']
    Services.locale.requestedLocales = [locale]
  }, locale)
}
