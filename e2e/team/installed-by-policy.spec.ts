import { createHash, createPublicKey } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archive } from '../../scripts/archive'
import { readFolder } from '../../scripts/read-folder'
import { test as base, expect } from '../../testing/browser-test'
import {
  installInChromium,
  installInFirefox,
  packExtension,
  whyNoPrivatePolicies,
} from '../../testing/browsers/installed-by-policy'
import { whyNoPolicyFile } from '../../testing/browsers/policies'

interface Fixtures {
  /** Removed after the test. */
  readonly folder: string
  /** Serves what is put into it, by path. */
  readonly site: { readonly url: string; readonly files: Map<string, string | Uint8Array> }
}

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: it tells Playwright that the fixture has no dependencies.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rolecall-installed-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  site: async ({}, use) => {
    const files = new Map<string, string | Uint8Array>()
    const server: Server = createServer((request, response) => {
      const file = files.get((request.url ?? '').split('?')[0] ?? '')
      response.writeHead(file === undefined ? 404 : 200).end(file)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    await use({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, files })
    await new Promise(resolve => server.close(resolve))
  },
})

/** Returns an example with its placeholders filled in. */
function example(name: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(join('examples/policies', name), 'utf8')
  return Object.entries(values).reduce((all, [from, to]) => all.replaceAll(from, to), text)
}

test('an administrator’s policy installs Rolecall, in Firefox with its button on the toolbar', async ({
  driverName,
  folder,
  site,
}) => {
  test.slow()
  if (driverName === 'firefox') {
    const reason = whyNoPolicyFile('firefox')
    test.skip(reason !== undefined, reason)
    const file = join(folder, 'rolecall.xpi')
    await writeFile(file, archive(readFolder('dist/firefox')))
    const policies = JSON.parse(
      example('firefox.json', {
        'https://addons.mozilla.org/firefox/downloads/latest/<short name>/latest.xpi': `file://${file}`,
      }),
    )
    const buttons = await installInFirefox(policies, 'rolecall@rolecall', folder)
    expect(buttons).toContain('rolecall_rolecall-browser-action')
    return
  }
  const reason = whyNoPrivatePolicies()
  test.skip(reason !== undefined, reason)
  const extension = join(folder, 'rolecall')
  cpSync('dist/chrome', extension, { recursive: true })
  site.files.set('/rolecall.crx', readFileSync(packExtension(extension)))
  const id = idOf(readFileSync(`${extension}.pem`, 'utf8'))
  const { version } = JSON.parse(readFileSync('dist/chrome/manifest.json', 'utf8'))
  const values = { '<id>': id, '<version>': version, 'https://extensions.example.com': site.url }
  site.files.set('/rolecall.xml', example('self-hosted.xml', values))
  const policy = JSON.parse(example('self-hosted.json', values))
  await expect(installInChromium(policy, id, folder)).resolves.toBeUndefined()
})

/** Returns the id of an extension that is signed with a key. Source: as in `extensionId`. */
function idOf(key: string): string {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const digest = createHash('sha256').update(spki).digest('hex').slice(0, 32)
  return [...digest].map(digit => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('')
}
