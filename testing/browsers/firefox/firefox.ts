import { resolve } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'
import type { Driver, LaunchOptions, Surface } from '../driver'
import { readEvaluation, writeEvaluation } from '../evaluation'
import { findExecutable } from '../executables.mjs'
import { parseShortcut } from '../keys'
import { killGroup } from '../kill-group'
import { type Manifest, readManifest, requireBackground } from '../manifest'
import { openProfile } from '../profile'
import { waitFor } from '../wait'
import { createAddressBar } from './address-bar'
import { makeBackgroundNavigable, stopBackground, wakeBackground } from './background'
import { extensionMemory, popupMemory } from './memory'
import { setOffline, trustAuthority } from './network'
import { letOpenLinks } from './open-links'
import { createFirefoxSurface, waitUntilLoaded } from './page'
import { findPopup, makePopupsNavigable } from './popup-navigable'
import { prefs } from './prefs'
import type { ExtensionPolicy } from './privileged'
import { forgetBackups, keepStored } from './profile'
import { refuseStorage } from './refuse-storage'
import { restoreTabs, saveTabs } from './restore-tabs'
import { type ContextId, Session } from './session'
import { Toolbar } from './toolbar'
import { activateTab, listTabs, openContainerTab, openPrivateWindow, readPageState } from './windows'

declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy }
declare const Services: {
  readonly locale: { availableLocales: readonly string[]; requestedLocales: readonly string[] }
}

declare const ChromeUtils: {
  importESModule(url: string): {
    readonly ExtensionPermissions: { add(id: string, permissions: object): Promise<void> }
    readonly AddonManagerPrivate: { hasUpgradeListener(id: string): boolean }
  }
}

export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const executablePath = options.executable ?? findExecutable('firefox')
  const extension = resolve(options.extension)
  const manifest = readManifest(extension)
  const profile = await openProfile('firefox', options.profile)
  const browser = await puppeteer
    .launch({
      browser: 'firefox',
      executablePath,
      headless: !options.headed,
      acceptInsecureCerts: !options.authorities,
      defaultViewport: null,
      // No test asks Puppeteer about requests, and watching them takes a seventh of a test's time.
      networkEnabled: false,
      userDataDir: profile.folder,
      extraPrefsFirefox: prefs(options, profile.downloads),
      args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
      env: {
        ...process.env,
        MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
        ...(options.display && { DISPLAY: options.display }),
      },
    })
    .catch(async error => {
      await profile.remove()
      throw error
    })
  const close = async () => {
    if (browser.connected) await browser.close()
    await profile.remove()
  }
  try {
    await forgetBackups(profile.folder)
    const session = await Session.of(browser)
    await makePopupsNavigable(session)
    for (const authority of options.authorities ?? []) await trustAuthority(session, authority)
    if (options.locale) await useLocale(session, options.locale)
    if (manifest.geckoId) await allowInPrivateWindows(session, manifest.geckoId)
    const id = await browser.installExtension(extension)
    if (options.profile !== undefined) await keepStored(session, profile.folder)
    if (manifest.background) await makeBackgroundNavigable(session, id)
    const rootOf = async (id: string) =>
      `moz-extension://${await session.inWindow(id => WebExtensionPolicy.getByID(id).mozExtensionHostname, id)}/`
    const other =
      options.otherExtension && (await browser.installExtension(resolve(options.otherExtension)).then(rootOf))
    for (const folder of [extension, options.otherExtension ?? []].flat())
      await letOpenLinks(session, id, folder)
    await new Toolbar(session, id).pin()
    // Firefox paints the address bar of a browser under remote control in stripes.
    if (options.headed)
      await session.inWindow(() => document.documentElement.removeAttribute('remotecontrol'))
    if (options.restoreTabs) await restoreTabs(session)
    const { downloads } = profile
    const extensionInIt = { id, root: await rootOf(id), other, manifest, downloads }
    const saveAndClose = async () => {
      if (options.profile !== undefined && browser.connected) await saveTabs(session)
      await close()
    }
    return createDriver(browser, session, extensionInIt, saveAndClose)
  } catch (error) {
    await close()
    throw error
  }
}

interface ExtensionInFirefox {
  readonly id: string
  /** What the URLs of the extension's pages begin with. */
  readonly root: string
  /** What the URLs of the other extension's pages begin with. */
  readonly other: string | undefined
  readonly manifest: Manifest
  readonly downloads: string
}

/** Returns a driver for the session's window. `close` closes the window or, for the main one, the whole browser. */
function createDriver(
  browser: Browser,
  session: Session,
  extension: ExtensionInFirefox,
  close: () => Promise<void>,
): Driver {
  const { id, root, other, manifest, downloads } = extension
  const { optionsPage, shortcut } = manifest
  const toolbar = new Toolbar(session, id)
  const surfaces = new Map<ContextId, Surface>()
  const surfaceOf = (context: ContextId, kind: 'tab' | 'popup') => {
    const how = kind === 'tab' ? { tab: true as const } : { closePopup: () => toolbar.closePanels() }
    const surface = surfaces.get(context) ?? createFirefoxSurface(session, context, how)
    surfaces.set(context, surface)
    return surface
  }
  let pressed = Number.NaN
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
  const go = async (context: ContextId, url: string) => {
    const isOwn = url.startsWith('moz-extension:')
    await session.command('browsingContext.navigate', { context, url, wait: isOwn ? 'none' : 'complete' })
    if (isOwn) await waitUntilLoaded(session, context, url)
    await activateTab(session, context)
    return surfaceOf(context, 'tab')
  }
  const waitForPopup = async () => {
    const find = async () => (await findPopup(session)) ?? undefined
    const context = await waitFor('the popup', find)
    await waitUntilLoaded(session, context)
    return surfaceOf(context, 'popup')
  }

  const driver: Driver = {
    name: 'firefox',
    cannot: {},
    downloads,
    extensionUrl: path => new URL(path, root).href,
    otherExtensionUrl: path => new URL(path, other).href,
    async open(url) {
      return go((await emptyTab()) ?? (await newTab()), url)
    },
    openInContainer: async (url, container) => go(await openContainerTab(session, container), url),
    refuseStorage: () => refuseStorage(session, id),
    holdsUpdate: () =>
      session.inWindow(id => {
        const url = 'resource://gre/modules/AddonManager.sys.mjs'
        return ChromeUtils.importESModule(url).AddonManagerPrivate.hasUpgradeListener(id)
      }, id),
    async openPrivateWindow() {
      const inPrivate = await openPrivateWindow(session)
      await makePopupsNavigable(inPrivate)
      return createDriver(browser, inPrivate, extension, () => inPrivate.inWindow(() => window.close()))
    },
    async tabs() {
      const tabs = await listTabs(session)
      return tabs.map(({ context, ...tab }) => ({ ...tab, surface: surfaceOf(context, 'tab') }))
    },
    async pressToolbarButton() {
      await toolbar.closePanels()
      pressed = await toolbar.press()
      return waitForPopup()
    },
    pressed: () => pressed,
    async pressShortcut() {
      if (!shortcut) throw new Error('The manifest has no shortcut for the popup.')
      await toolbar.closePanels()
      await toolbar.pressShortcut(shortcut)
      return waitForPopup()
    },
    async pressCommand(name) {
      const key = 'Alt+Shift+J'
      const give = (shortcut: string) =>
        driver.evaluateInBackground(
          async (name, shortcut) => {
            const { browser } = globalThis as unknown as {
              browser: { commands: { update(command: object): Promise<void> } }
            }
            await browser.commands.update({ name, shortcut })
          },
          name,
          shortcut,
        )
      await give(key)
      await toolbar.closePanels()
      await toolbar.pressShortcut(parseShortcut(key))
      await give('')
    },
    addressBar: createAddressBar(session, manifest.keyword),
    async popup() {
      const context = await findPopup(session)
      return context === null ? undefined : surfaceOf(context, 'popup')
    },
    async openOptions(suffix = '') {
      if (!optionsPage) throw new Error('The manifest has no options page.')
      return driver.open(new URL(optionsPage + suffix, root).href)
    },
    setOffline: offline => setOffline(session, offline),
    async stopBackground() {
      requireBackground(manifest)
      await stopBackground(session, id)
    },
    async evaluateInBackground<A extends readonly unknown[], R>(
      background: (...args: A) => R | Promise<R>,
      ...args: A
    ) {
      requireBackground(manifest)
      const context = await wakeBackground(session, id)
      return readEvaluation(await session.evaluateExpression(context, writeEvaluation(background, args))) as R
    },
    memory: () => extensionMemory(session, id),
    popupMemory: () => popupMemory(session, id),
    async kill() {
      const { pid } = browser.process() ?? {}
      if (pid === undefined) throw new Error('Firefox has no process.')
      await killGroup(pid)
      await driver.closed
    },
    close,
    closed: new Promise(resolve => browser.once('disconnected', () => resolve())),
  }
  return driver
}

/** Does before the installation what the switch “Run in Private Windows” on the extension's page does after it. */
async function allowInPrivateWindows(session: Session, id: string): Promise<void> {
  await session.inWindow(async id => {
    const url = 'resource://gre/modules/ExtensionPermissions.sys.mjs'
    const { ExtensionPermissions } = ChromeUtils.importESModule(url)
    await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
  }, id)
}

/** Sets the language of the interface, and so of `i18n`, without the language pack that the menus would need. */
async function useLocale(session: Session, locale: string): Promise<void> {
  await session.inWindow(locale => {
    Services.locale.availableLocales = [locale, 'en-US']
    Services.locale.requestedLocales = [locale]
  }, locale)
}
