import type { LaunchOptions, Media } from '../driver'

type Prefs = Readonly<Record<string, string | number | boolean>>

/**
 * Returns Firefox's preferences in addition to puppeteer's: every host goes through the proxy, Firefox makes no
 * requests of its own, and downloads are saved in a folder without asking.
 */
export function prefs(options: LaunchOptions, downloads: string): Prefs {
  return {
    'browser.download.dir': downloads,
    'browser.download.folderList': 2,
    ...throughProxy(options.proxyPort),
    ...quiet,
    ...mediaPrefs(options.media ?? {}),
    // Permissions are granted without a prompt, but only on a real press.
    ...(options.grants && { 'extensions.webextOptionalPermissionPrompts': false }),
    ...(options.zoom && { 'layout.css.devPixelsPerPx': `${options.zoom}` }),
    ...options.firefoxPrefs,
  }
}

function throughProxy(port: number): Prefs {
  return {
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': port,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': port,
    'network.proxy.no_proxies_on': '',
    'network.proxy.allow_hijacking_localhost': true,
    'network.proxy.failover_direct': false,
    // No DNS over HTTPS and no lookups outside the proxy.
    'network.trr.mode': 5,
    'network.dns.disablePrefetch': true,
    'network.prefetch-next': false,
    'network.http.speculative-parallel-limit': 0,
  }
}

const quiet: Prefs = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.contentblocking.introCount': 99,
  'browser.discovery.enabled': false,
  'browser.ml.enable': false,
  'browser.newtabpage.enabled': false,
  'browser.region.network.url': '',
  'browser.region.update.enabled': false,
  'browser.safebrowsing.blockedURIs.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.safebrowsing.provider.google4.updateURL': '',
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'browser.topsites.contile.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.ipc.processCount': 1,
  // Starting a process takes longer than loading a page in it.
  'dom.ipc.keepProcessesAlive.web': 1,
  'fission.autostart': false,
  'dom.ipc.processCount.webIsolated': 1,
  'dom.push.connection.enabled': false,
  'extensions.blocklist.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.getAddons.showPane': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'geo.provider.network.url': '',
  'media.gmp-manager.updateEnabled': false,
  'media.gmp-manager.url': 'data:,',
  'messaging-system.rsexperimentloader.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // Firefox accepts this only with the environment variable MOZ_REMOTE_SETTINGS_DEVTOOLS.
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'signon.rememberSignons': false,
  'startup.homepage_welcome_url': '',
  'termsofuse.bypassNotification': true,
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'toolkit.telemetry.unified': false,
  'trailhead.firstrun.didSeeAboutWelcome': true,
}

function mediaPrefs({ colorScheme = 'light', forcedColors, reducedMotion }: Media): Prefs {
  return {
    // The popup has the colors of the toolbar, which follow the system's.
    'ui.systemUsesDarkTheme': colorScheme === 'dark' ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0,
    ...(forcedColors === 'active' && { 'browser.display.document_color_use': 2 }),
  }
}
