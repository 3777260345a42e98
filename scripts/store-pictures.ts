// `npm run store:pictures` takes the pictures for the stores' pages in each language, of the extension running in
// Chromium with the demo console. Fonts: store/fonts.conf.
import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Driver, Surface } from '../testing/browsers/driver'
import { launch } from '../testing/browsers/launch'
import { waitFor } from '../testing/browsers/wait'
import { type DemoConsole, startDemoConsole } from '../testing/demo-console'
import { openOptions } from '../testing/steps/configure'
import { signIn } from '../testing/steps/sign-in'
import { type Drawing, drawHtml } from './draw-html'

const words = {
  en: {
    menu: 'All your AWS roles, a keystroke away',
    search: 'Type a few letters, press Enter',
    reasons: 'When a role is missing, it says why',
    settings: 'One list of roles, checked as you type',
  },
  ja: {
    menu: 'AWS のロールを、すばやく切り替え',
    search: '数文字入力して、Enter で切り替え',
    reasons: '表示されないロールは、理由もわかる',
    settings: 'ロールの一覧は、入力しながらチェック',
  },
} as const

/** Its roles have all the colors. */
const query = 'shop'

type Language = keyof typeof words
type Scheme = 'light' | 'dark'
type Shots = Readonly<Record<'console' | 'menu' | 'search' | 'reasons' | 'settings', string>>

const work = resolve('output/store')
const extension = join(work, 'extension')
const folder = 'store/pictures'
mkdirSync(folder, { recursive: true })

process.env.FONTCONFIG_FILE = resolve('store/fonts.conf')
await build({ mode: 'chrome', logLevel: 'warn', build: { outDir: extension, emptyOutDir: true } })
const demo = await startDemoConsole()
try {
  for (const language of Object.keys(words) as Language[]) {
    const driver = await launch('chromium', {
      extension,
      proxyPort: demo.proxyPort,
      authorities: [demo.certificateAuthority],
      locale: language,
      // The pages are as wide as the window in store/picture.html.
      chromiumSwitches: ['--window-size=1118,698'],
    })
    try {
      await drawHtml(drawings(language, await takeShots(driver, demo, language)))
    } finally {
      await driver.close()
    }
  }
} finally {
  await demo.close()
}

/** Uses the extension, and returns pictures of it as URLs. */
async function takeShots(driver: Driver, demo: DemoConsole, language: Language): Promise<Shots> {
  const shoot = async (surface: Surface, name: string) => {
    const path = join(work, `${language}-${name}.png`)
    await surface.screenshot(path)
    return dataUrl(path)
  }
  const roles = readFileSync(`store/roles.${language}.ini`, 'utf8')
  const options = await openOptions(driver)
  await options.emulate({ colorScheme: 'dark' })
  await options.fill({ role: 'textbox' }, roles)
  await options.press('Control+Home')
  await options.click({ role: 'button', name: sentence(language, 'options_save') })
  const saved = sentence(language, 'options_saved_other').split('$COUNT$')[0] ?? ''
  await waitFor(saved, async () =>
    (await options.all({ role: 'status' })).find(({ text }) => text.startsWith(saved)),
  )
  await options.fill(
    { role: 'textbox' },
    roles.replace('source_profile = harbour', 'source_profile = harbor'),
  )
  await options.press('Control+Home')
  await options.click({ role: 'heading', name: 'Rolecall' })
  await waitFor('the message', async () => (await options.all({ css: '.messages' }))[0])
  const settings = await shoot(options, 'settings')

  const console = await shoot(await signIn(driver, demo), 'console')
  const popup = await driver.pressToolbarButton()
  await waitFor('the menu', async () => (await popup.all({ role: 'option' }))[0])
  const menu = await shoot(popup, 'menu')
  await popup.emulate({ colorScheme: 'dark' })
  await popup.type(query)
  await waitFor('the matches', async () => (await popup.all({ css: 'mark' }))[0])
  const search = await shoot(popup, 'search')
  await popup.emulate({ colorScheme: 'light' })
  await popup.press('Escape')
  await popup.click({ css: 'footer .link-button' })
  await waitFor('the reasons', async () => (await popup.all({ css: '.hidden-names' }))[0])
  const reasons = await shoot(popup, 'reasons')
  return { console, menu, search, reasons, settings }
}

function drawings(language: Language, shots: Shots): readonly Drawing[] {
  const picture = (name: 'menu' | 'search' | 'reasons' | 'settings', place: number, scheme: Scheme) => ({
    html: fill('store/picture.html', {
      language,
      scheme,
      shows: name === 'settings' ? 'page' : 'menu',
      headline: words[language][name],
      address: name === 'settings' ? 'Rolecall' : 'us-east-1.console.aws.amazon.com',
      icon: readFileSync('icons/icon.svg', 'utf8'),
      page: name === 'settings' ? shots.settings : shots.console,
      popup: shots[name],
    }),
    size: { width: 1280, height: 800 },
    path: join(folder, `${language}-${place}-${name}.png`),
  })
  return [
    picture('menu', 1, 'light'),
    picture('search', 2, 'dark'),
    picture('reasons', 3, 'light'),
    picture('settings', 4, 'dark'),
    {
      html: fill('store/tile.html', { language, headline: words[language].menu }),
      size: { width: 440, height: 280 },
      path: join(folder, `${language}-tile.png`),
    },
  ]
}

/** Returns the file with values for its `{{name}}`. */
function fill(path: string, values: Readonly<Record<string, string>>): string {
  return readFileSync(path, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${path} has an unknown {{${name}}}.`)
    return value
  })
}

function dataUrl(png: string): string {
  return `data:image/png;base64,${readFileSync(png, 'base64')}`
}

function sentence(language: Language, key: string): string {
  return JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8'))[key].message
}
