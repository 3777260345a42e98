// `npm run dev` opens the extension in Chromium with the demo console, and rebuilds and reloads it whenever one of its
// files changes. `npm run dev -- firefox` does the same in Firefox. Stored data stays; open pages of the extension
// close.
import { parseArgs } from 'node:util'
import { build } from 'vite'
import type { BrowserName, Driver } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { startDemoConsole } from '../testing/demo-console'
import { setUp } from './demonstration'

declare const chrome: { readonly runtime: { reload(): void } }

const {
  positionals: [name = 'chromium'],
  values: { headless },
} = parseArgs({ allowPositionals: true, options: { headless: { type: 'boolean', default: false } } })
if (name !== 'chromium' && name !== 'firefox') throw new Error(`“${name}” is neither chromium nor firefox.`)
const browser: BrowserName = name
const mode = browser === 'chromium' ? 'chrome' : 'firefox'

/** Calls `built` after each build, including the first, and prints how long the build took. */
async function watch(built: () => Promise<void>): Promise<void> {
  const watcher = await build({ mode, logLevel: 'warn', build: { watch: {}, minify: false } })
  if (!('on' in watcher)) throw new Error('Vite isn’t watching.')
  let start = Date.now()
  watcher.on('event', async event => {
    if (event.code === 'START') start = Date.now()
    if (event.code === 'ERROR') console.error(event.error.message)
    if (event.code !== 'END') return
    console.log(`Built in ${Date.now() - start} ms.`)
    await built().catch((error: unknown) => console.error(error))
  })
}

const demo = await startDemoConsole()
let driver: Driver | undefined
await watch(async () => {
  if (driver) {
    await reload(driver)
    console.log('Reloaded. Press the Rolecall button.')
    return
  }
  driver = await launch(browser, { extension: `dist/${mode}`, proxyPort: demo.proxyPort, headed: !headless })
  await setUp(driver, demo)
  console.log('Change a file under src/, popup/, options/, marks/ or public/. Close the window to end.')
  driver.closed.then(async () => {
    await demo.close()
    process.exit()
  })
})

/** Reloads the extension once the background script has answered. A script that is reloading can't answer. */
async function reload(driver: Driver): Promise<void> {
  await driver.evaluateInBackground(() => {
    setTimeout(() => chrome.runtime.reload(), 0)
  })
}
