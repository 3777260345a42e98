import { expect, test } from '../../testing/browser-test'

interface Manifest {
  readonly permissions: readonly string[]
  readonly host_permissions?: readonly string[]
  readonly content_scripts?: readonly object[]
  readonly externally_connectable?: object | null
  readonly web_accessible_resources?: readonly object[] | null
  readonly sandbox?: object | null
  readonly content_security_policy?: { readonly extension_pages?: string }
}

declare const chrome: {
  readonly management: { getPermissionWarningsByManifest(manifest: string): Promise<readonly string[]> }
  readonly runtime: { getManifest(): Manifest }
  readonly permissions: {
    getAll(): Promise<{ readonly permissions: readonly string[]; readonly origins: readonly string[] }>
  }
}

test('the extension asks for four permissions, no host and no content script', async ({ driver }) => {
  const options = await driver.openOptions()
  const asked = await options.evaluate(() => chrome.runtime.getManifest())
  expect([...asked.permissions].sort()).toEqual(['activeTab', 'alarms', 'scripting', 'storage'])
  expect(asked.host_permissions ?? []).toEqual([])
  expect(asked.content_scripts ?? []).toEqual([])

  const granted = await options.evaluate(() => chrome.permissions.getAll())
  expect([...granted.permissions].sort()).toEqual(['activeTab', 'alarms', 'scripting', 'storage'])
  expect(granted.origins).toEqual([])
})

test('installing warns of nothing', async ({ driver }) => {
  test.skip(driver.name === 'firefox', 'Firefox doesn’t say what it would warn of.')
  const options = await driver.openOptions()
  const warnings = await options.evaluate(() =>
    Promise.all(
      [[], ['bookmarks']].map(more => {
        const manifest = chrome.runtime.getManifest()
        const permissions = [...manifest.permissions, ...more]
        return chrome.management.getPermissionWarningsByManifest(JSON.stringify({ ...manifest, permissions }))
      }),
    ),
  )
  // With one that does warn, the browser says so.
  expect(warnings).toEqual([[], ['Read and change your bookmarks']])
})

test('the pages’ policy allows scripts and styles of the package alone', async ({ driver }) => {
  const options = await driver.openOptions()
  const { content_security_policy: policy, ...manifest } = await options.evaluate(() =>
    chrome.runtime.getManifest(),
  )
  const directives = Object.fromEntries(
    (policy?.extension_pages ?? '').split(/\s*;\s*/).map(directive => {
      const [name = '', ...sources] = directive.split(/\s+/)
      return [name, sources]
    }),
  )
  expect(directives).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'connect-src': ['https:', 'http://localhost:*', 'http://127.0.0.1:*'],
    'img-src': ["'self'", 'https:', 'data:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
  // Firefox also lists missing keys, with the value null.
  const { externally_connectable, web_accessible_resources, sandbox } = manifest
  expect([externally_connectable ?? [], web_accessible_resources ?? [], sandbox ?? []]).toEqual([[], [], []])
})

/** Directives of everything that the test tries and the policy forbids. */
const allForbidden = [
  'base-uri',
  'connect-src',
  'form-action',
  'frame-src',
  'img-src',
  'media-src',
  'object-src',
  'script-src-attr',
  'script-src-elem',
  'style-src-elem',
]

for (const page of ['options/index.html', 'popup/index.html']) {
  test(`the browser holds ${page} to the policy`, async ({ driver, demo }) => {
    const surface = await driver.open(driver.extensionUrl(page))
    await expect(surface).toShow({ role: 'main' })
    const forbidden = await surface.evaluate(async expected => {
      const seen = new Set<string>()
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        seen.add(effectiveDirective),
      )
      const add = (name: string, attributes: Readonly<Record<string, string>>, text = '') => {
        const element = document.createElement(name)
        for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
        element.textContent = text
        document.body.append(element)
        return element
      }
      const hacked = 'document.documentElement.dataset.hacked = 1'
      add('script', {}, hacked)
      add('script', { src: 'https://script.evil.example/script.js' })
      add('style', {}, '* { color: red }')
      add('link', { rel: 'stylesheet', href: 'https://style.evil.example/style.css' })
      add('img', { src: 'http://evil.example/image.png' })
      add('img', { src: 'x', onerror: hacked })
      // Chromium connects to the host of a frame or form, without a request. So these have no host, or the demo's.
      add('iframe', { src: 'data:text/html,frame' })
      add('object', { data: 'https://object.evil.example/object' })
      add('video', { src: 'https://video.evil.example/video' })
      add('base', { href: 'https://evil.example/' }).remove()
      const form = add('form', { action: 'https://console.aws.amazon.com/form', method: 'post' })
      try {
        if (form instanceof HTMLFormElement) form.submit()
      } catch {
        // Firefox throws if the policy forbids it.
      }
      await fetch('http://evil.example/data').catch(() => {})
      const wait = (time: number) => new Promise(resolve => setTimeout(resolve, time))
      // A busy browser reports some late.
      for (let waited = 0; seen.size < expected && waited < 10_000; waited += 50) await wait(50)
      // More violations than these would also be a fault.
      await wait(500)
      if (document.documentElement.dataset.hacked !== undefined) seen.add('a script ran')
      return [...seen].sort()
    }, allForbidden.length)
    expect(forbidden).toEqual(allForbidden)
    expect(demo.contactedHosts.refused).toEqual([])
  })
}
