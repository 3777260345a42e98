import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { consolePatterns } from '../../src/aws/partitions'
import { expect, test } from '../../testing/browser-test'
import type { Driver, Surface } from '../../testing/browsers/driver'
import { consolePage } from '../../testing/pages/console-page'
import type { OptionsPage } from '../../testing/pages/options-page'
import { stored } from '../../testing/pages/stored'
import { expectAccessible } from '../../testing/steps/axe'
import { badge } from '../../testing/steps/badge'
import { configure } from '../../testing/steps/configure'
import { activeTab, waitForRole, who } from '../../testing/steps/console'
import { labelOf, markOf } from '../../testing/steps/mark-of'
import { openMenu } from '../../testing/steps/menu'
import { scriptCount } from '../../testing/steps/script-count'
import { signIn } from '../../testing/steps/sign-in'
import { ageSessions, ringClock } from '../../testing/steps/starts'
import { switchTo } from '../../testing/steps/switch-to'

declare const chrome: { readonly permissions: { request(wanted: object): Promise<boolean> } }

test.use({ driverOptions: { grants: consolePatterns } })

const text = `
[identity]
aws_account_id = 111122223333
color = 527fff

[payments]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
color = d13212
`

const inTitle = { role: 'checkbox', name: 'Name before the title' } as const
const off = { role: 'radio', name: 'Off' } as const
const subtle = { role: 'radio', name: 'Subtle' } as const
const clear = { role: 'radio', name: 'Clear' } as const
const loud = { role: 'radio', name: 'Loud for production' } as const
const unknown = { role: 'checkbox', name: 'Mark accounts that aren’t in my list' } as const
const hideAccountIds = { role: 'checkbox', name: 'Hide account ids' } as const
const groups = { role: 'checkbox', name: 'Group each open role’s tabs' } as const

/** Declines the page's next question to the user. */
function refuseNext(options: OptionsPage): Promise<void> {
  return options.evaluate(() => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome }
    const { permissions } = browser
    const { request } = permissions
    permissions.request = async () => {
      permissions.request = request
      return false
    }
  })
}

/** Returns the registered scripts for marks and the granted hosts, according to the browser. */
async function held(driver: Driver): Promise<{ readonly scripts: number; readonly origins: number }> {
  const origins = await driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { permissions: { getAll(): Promise<{ origins?: string[] }> } }
    }
    return (await chrome.permissions.getAll()).origins?.length ?? 0
  })
  return { scripts: await scriptCount(driver, 'marks'), origins }
}

/**
 * Returns the color of a point of the page as the browser shows it, six hex digits. `options` is a page that decodes
 * the picture.
 */
async function colorAt(page: Surface, options: OptionsPage, x: number, y: number): Promise<string> {
  const [color = ''] = await colorsOf(page, options, [[x, y]])
  return color
}

/** Returns the colors of several points. */
async function colorsOf(
  page: Surface,
  options: OptionsPage,
  points: readonly (readonly [x: number, y: number])[],
): Promise<readonly string[]> {
  const path = join(tmpdir(), `rolecall-marks-${process.pid}.png`)
  await page.activate()
  await page.screenshot(path)
  const url = `data:image/png;base64,${readFileSync(path).toString('base64')}`
  return options.evaluate(
    async (url, points) => {
      const image = new Image()
      image.src = url
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      context?.drawImage(image, 0, 0)
      return points.map(([x, y]) => {
        const [red = 0, green = 0, blue = 0] = context?.getImageData(x, y, 1, 1).data ?? []
        return [red, green, blue].map(channel => channel.toString(16).padStart(2, '0')).join('')
      })
    },
    url,
    points,
  )
}

function iconOf(page: Surface): Promise<string | undefined> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLLinkElement>('link[rel~=icon]')].at(-1)?.href)
}

/** Like a console that changes to a role without loading a new page. */
async function changeSession(page: Surface): Promise<void> {
  await page.evaluate(() => {
    const { ConsoleNavService } = window as unknown as {
      ConsoleNavService: { AccountInfo: Record<string, string> }
    }
    ConsoleNavService.AccountInfo.roleDisplayNameAccount = '4444-5555-6666'
    ConsoleNavService.AccountInfo.roleDisplayNameUser = 'Operator'
    const data = document.querySelector<HTMLMetaElement>('meta[name="awsc-session-data"]')
    if (data) data.content = `${data.content} `
  })
}

test('the tabs of the console have the profile’s name and color, while the user wants it', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  const page = await signIn(driver, demo)
  const plain = await page.title()
  expect(plain).toContain('Console')
  expect(await held(driver)).toEqual({ scripts: 0, origins: 0 })

  // Also in a page that was already open.
  await options.activate()
  await options.settings.turn(subtle, true)
  await options.settings.turn(inTitle, true)
  await expectAccessible(options, 'the settings of console tabs')
  await expect(page).toBeTitled(`identity · ${plain}`)
  expect((await held(driver)).scripts).toBe(1)

  // Also for a role that was switched to by other means.
  await page.activate()
  const menu = await openMenu(driver)
  await menu.press('Enter')
  await waitForRole(driver)
  await expect(page).toBeTitled(/^payments · /)
  await expect.poll(() => iconOf(page)).toMatch(/^data:image\/svg\+xml,/)
  const icon = await iconOf(page)
  expect(await badge(driver)).toMatchObject({ text: ' ', color: 'd13212' })

  // The console moves between pages without loading a new one.
  await page.evaluate(() => {
    history.pushState(null, '', '/s3/buckets')
    document.title = 'Buckets'
    const link = document.createElement('link')
    link.rel = 'icon'
    link.href = 'data:,'
    document.head.append(link)
  })
  await expect(page).toBeTitled('payments · Buckets')
  await expect.poll(() => iconOf(page)).toBe(icon)

  await options.activate()
  await options.settings.disallowConsole()
  await expect(page).toBeTitled('Buckets')
  await expect.poll(() => iconOf(page)).toBe('data:,')
  await page.activate()
  await expect(driver).toHaveBadge({ text: '' })
  expect(await held(driver)).toEqual({ scripts: 0, origins: 0 })
})

test('a title has the name once, whatever blanks are in the name, and where the page has none', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text.replaceAll('identity', 'harbour  master'))
  await options.settings.turn(inTitle, true)
  const page = await signIn(driver, demo)
  // The console keeps changing its head.
  const titleAfterChanges = async () => {
    for (let change = 0; change < 3; change++) {
      await page.evaluate(() => document.head.append(document.createElement('meta')))
    }
    return page.title()
  }
  await expect(page).toBeTitled(/^harbour master · \S/)
  expect(await titleAfterChanges()).toMatch(/^harbour master · (?!harbour)/)
  await page.evaluate(() => {
    document.title = ''
  })
  await expect(page).toBeTitled('harbour master ·')
  expect(await titleAfterChanges()).toBe('harbour master ·')

  await options.activate()
  await options.settings.turn(inTitle, false)
  await expect(page).toBeTitled('')
})

test('marks go when one comes back to a page that nobody answers any more', async ({
  launchDriver,
  driverName,
  demo,
}) => {
  test.skip(driverName === 'firefox', 'Firefox ends the scripts of an extension with it.')
  const driver = await launchDriver({ grants: consolePatterns })
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  await options.settings.turn(clear, true)
  const page = await signIn(driver, demo)
  await expect(page).toBeTitled(/^identity · /)
  // A page can't distinguish the removal of the extension from an update.
  await driver
    .evaluateInBackground(() => {
      const { chrome } = globalThis as unknown as { chrome: { management: { uninstallSelf(): void } } }
      chrome.management.uninstallSelf()
    })
    .catch(() => {})
  // The driver needs the extension for its list of tabs, so it can't change tabs anymore.
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    expect(await page.title()).not.toMatch(/^identity/)
  }).toPass()
  expect(await consolePage(page).unspoken()).toBe(0)
})

test('the pages of the console have a frame that moves nothing and can’t be taken away', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  const page = await signIn(driver, demo)
  const before = await consolePage(page).boxes()
  await options.activate()
  await options.settings.turn(clear, true)
  const edge = (y = 200) => colorAt(page, options, 1, y)
  await expect.poll(edge).toBe('527fff')
  expect(await consolePage(page).boxes()).toEqual(before)
  // Everything can still be pressed.
  await consolePage(page).followLastLink()
  await expect.poll(edge).toBe('527fff')

  // The page's styles and scripts can't reach into it.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '[aria-hidden], html > div { display: none !important; opacity: 0 !important; inset: 50% !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  expect(await edge()).toBe('527fff')
  const found = await page.evaluate(() => {
    const host = document.documentElement.lastElementChild
    const isClosed = host?.shadowRoot === null
    host?.remove()
    return isClosed
  })
  expect(found).toBe(true)
  await expect.poll(edge).toBe('527fff')

  // Also on a page whose policy allows nothing.
  demo.behave({ page: { policy: { header: "default-src 'none'" } } })
  await page.reload()
  await expect.poll(() => edge(300)).toBe('527fff')

  await options.activate()
  await options.settings.turn(off, true)
  await expect.poll(edge).not.toBe('527fff')
  await expect.poll(async () => (await held(driver)).scripts).toBe(0)
})

test('the permission stays until the user takes it back', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  await options.settings.turn(clear, true)
  const { origins } = await held(driver)
  expect(origins).toBeGreaterThan(0)
  await options.settings.turn(inTitle, false)
  expect((await held(driver)).origins).toBe(origins)
  await options.settings.turn(off, true)
  await expect.poll(async () => (await held(driver)).scripts).toBe(0)
  expect((await held(driver)).origins).toBe(origins)
  // Nothing is marked then.
  const page = await signIn(driver, demo)
  expect(await page.title()).not.toMatch(/^identity · /)

  await options.activate()
  await options.settings.disallowConsole()
  await expect.poll(() => held(driver)).toEqual({ scripts: 0, origins: 0 })
  // It comes back, with what was on, if the user undoes that.
  await options.undo()
  await expect.poll(async () => (await held(driver)).origins).toBe(origins)
})

test('what was refused or turned off doesn’t come back with what is allowed later', async ({ driver }) => {
  const options = await configure(driver, text)
  await refuseNext(options)
  await options.settings.pressAccess()
  await expect.poll(options.alerts).toContain('Not allowed, so this stays off.')
  expect(await options.settings.isConsoleAllowed()).toBe(false)
  expect(await options.settings.isLocked(inTitle)).toBe(true)
  expect(await held(driver)).toEqual({ scripts: 0, origins: 0 })

  await options.settings.turn(inTitle, true)
  await refuseNext(options)
  await options.click(groups)
  await expect.poll(options.shownText).toContain('Not allowed, so this stays off.')
  await options.settings.disallowConsole()
  await expect.poll(async () => (await held(driver)).scripts).toBe(0)
  await options.settings.allowConsole()
  await expect.poll(() => stored(options, 'settings')).toMatchObject({ value: { openSessions: true } })
  const marks = await Promise.all([inTitle, clear, groups].map(box => options.all(box)))
  expect(marks.flat().map(({ checked }) => checked)).toEqual([false, false, false])
  expect((await held(driver)).scripts).toBe(0)
})

test('a frame within the page has no mark of its own, and what happens to it changes none', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  await options.settings.turn(clear, true)
  demo.behave({ page: { policy: { header: "default-src 'self' 'unsafe-inline'" } } })
  const page = await signIn(driver, demo)
  await expect(page).toBeTitled(/^identity · /)
  await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = '/s3/buckets'
    const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
  })
  // Once the page has got its answer again, the frame has had time too.
  await changeSession(page)
  await expect(page).toBeTitled(/^payments · /)
  const found = await page.evaluate(() => {
    const inner = document.querySelector('iframe')?.contentDocument
    const hosts = (where?: Document | null) => where?.querySelectorAll('html > [aria-hidden]').length
    return { title: inner?.title, inner: hosts(inner), outer: hosts(document) }
  })
  expect(found).toEqual({ title: expect.stringMatching(/^S3/), inner: 0, outer: 1 })
})

test('another session in the same page has its own mark', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  await options.settings.turn(clear, true)
  const page = await signIn(driver, demo)
  const edge = () => colorAt(page, options, 1, 200)
  await expect.poll(edge).toBe('527fff')
  await changeSession(page)
  await expect(page).toBeTitled(/^payments · /)
  await expect.poll(edge).toBe('d13212')
})

test('an account that isn’t in the list is shown as such, if the user wants it', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  await options.settings.turn(clear, true)
  const page = await signIn(driver, demo, { account: '999900001111' })
  expect(await who(await activeTab(driver))).toMatchObject({ account: '999900001111' })
  expect(await labelOf(driver, page)).toBe('Not in your list · 9999-0000-1111')
  // Its edge has dashes in a color that no role has.
  const edges = async () => {
    const colors = await colorsOf(
      page,
      options,
      Array.from({ length: 24 }, (_, index) => [1, 200 + index]),
    )
    return { isGray: colors.includes('687078'), isDashed: new Set(colors).size > 1 }
  }
  await expect.poll(edges).toEqual({ isGray: true, isDashed: true })
  expect(await page.title()).not.toContain('·')

  await options.activate()
  await options.settings.turn(unknown, false)
  await expect.poll(() => consolePage(page).frames()).toBe(0)
  expect(await markOf(driver, page)).toBeUndefined()
})

const shops = `
[identity]
aws_account_id = 111122223333
color = 527fff

[shop]
source_profile = identity
aws_account_id = 444455556666
role_name = Operator
group = Production
color = d13212

[sandbox]
source_profile = identity
aws_account_id = 555566667777
role_name = Developer
color = 1d8102
`

test('a page says in words where it is, and production differs in shape', async ({ driver, demo }) => {
  test.slow()
  const options = await configure(driver, shops)
  await options.settings.turn(clear, true)
  const landing = { path: '/ec2/home', region: 'eu-west-1' }
  const base = await signIn(driver, demo, { landing })
  expect(await labelOf(driver, base)).toBe('identity · 1111-2222-3333 · eu-west-1')
  const page = await switchTo(driver, 'shop')
  // The menu knows when the session began. The page counts down to its end.
  await expect
    .poll(() => labelOf(driver, page))
    .toBe('PRODUCTION · shop · Operator · 4444-5555-6666 · eu-west-1 · …')
  // In the middle of its upper edge, a frame is thinner than a bar.
  const isBar = async () => {
    const [frame, bar] = await colorsOf(page, options, [
      [40, 1],
      [40, 4],
    ])
    return { frame, isBar: frame === bar }
  }
  await expect.poll(isBar).toEqual({ frame: 'd13212', isBar: false })
  await options.activate()
  await options.settings.turn(loud, true)
  await expect.poll(isBar).toEqual({ frame: 'd13212', isBar: true })
  expect(await markOf(driver, page)).toMatchObject({ icon: { letters: 'SH', isSquare: true } })

  await ageSessions(driver, 52)
  await ringClock(driver)
  const ending = '8 min left · To renew, press Rolecall’s button'
  await expect
    .poll(() => labelOf(driver, page))
    .toBe(`PRODUCTION · shop · Operator · 4444-5555-6666 · eu-west-1 · ${ending}`)
  await options.activate()
  await options.settings.turn(hideAccountIds, true)
  await expect.poll(() => labelOf(driver, page)).toBe(`PRODUCTION · shop · Operator · eu-west-1 · ${ending}`)
  await options.settings.turn({ role: 'checkbox', name: 'Color the region' }, true)
  await expect
    .poll(() => markOf(driver, page))
    .toMatchObject({ frame: { label: { region: { name: 'eu-west-1', color: '2b8a3e' } } } })
  await options.activate()
  await options.settings.turn({ role: 'checkbox', name: 'Color the region' }, false)

  // Forced colors leave the frame and the bar as they are.
  await page.emulate({ forcedColors: 'active' })
  await expect.poll(isBar).toEqual({ frame: 'd13212', isBar: true })
  await page.emulate({ forcedColors: 'none' })
  await signIn(driver, demo, { landing })
  const sandbox = await switchTo(driver, 'sandbox')
  await expect
    .poll(() => markOf(driver, sandbox))
    .toMatchObject({
      icon: { letters: 'SA', isSquare: false },
      frame: { look: 'plain', label: { name: 'sandbox', details: ['Developer', 'eu-west-1'] } },
    })
})

test('the words cover no control, and make way for the pointer and the keyboard', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.settings.turn(clear, true)
  const page = await signIn(driver, demo)
  const color = '527fff'
  /** Where the words are, on a line across the page: undefined if they aren't there. */
  const wordsAt = async (y: number) => {
    const width = await page.evaluate(() => innerWidth)
    const xs = Array.from({ length: Math.floor((width - 40) / 4) }, (_, index) => 20 + index * 4)
    const colors = await colorsOf(
      page,
      options,
      xs.map(x => [x, y]),
    )
    const [first, last] = [colors.indexOf(color), colors.lastIndexOf(color)].map(index => xs[index])
    return first === undefined || last === undefined ? undefined : { first, last }
  }
  await expect.poll(() => wordsAt(5)).toBeDefined()
  const words = await wordsAt(5)
  // A control appears right there: the words go elsewhere.
  await page.evaluate(({ first, last }) => {
    const button = document.createElement('button')
    button.style.cssText = `position:fixed;top:0;left:${first - 20}px;width:${last - first + 40}px;height:60px`
    document.body.append(button)
    dispatchEvent(new Event('resize'))
  }, words ?? { first: 0, last: 0 })
  await expect.poll(() => wordsAt(5)).toBeUndefined()
  await page.evaluate(() => {
    document.querySelector('body > button')?.remove()
    dispatchEvent(new Event('resize'))
  })
  await page.reload()
  await expect.poll(() => wordsAt(5)).toBeDefined()
  // The focus is on something there: they disappear while it is.
  await page.evaluate(() => {
    const field = document.createElement('input')
    field.style.cssText = 'position:fixed;top:8px;left:50%;width:4px;height:4px;padding:0;border:0;opacity:0'
    document.body.append(field)
    field.focus({ preventScroll: true })
  })
  await expect.poll(() => wordsAt(5)).toBeUndefined()
})

/** A page script that keeps its own title, icon and order at once, whatever other scripts do. */
const insisting = `
const own = { title: 'Mine', restored: 0 }
window.own = own
const icon = document.createElement('link')
icon.rel = 'icon'
icon.href = 'data:,'
const insist = () => {
  if (document.title !== own.title) { own.restored++; document.title = own.title }
  const icons = document.querySelectorAll('link[rel~=icon]')
  if (icons[icons.length - 1] !== icon) { own.restored++; document.head.append(icon) }
  const last = document.documentElement.lastElementChild
  if (last !== document.body) { own.restored++; document.documentElement.append(document.body) }
  for (const other of document.documentElement.children) {
    if (other !== document.head && other !== document.body) { own.restored++; other.remove() }
  }
}
new MutationObserver(insist).observe(document.documentElement, {
  childList: true, subtree: true, characterData: true, attributes: true,
})
insist()`

test('a page that insists on its title, its icon and its order goes on working, and has them in the end', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  await options.settings.turn(clear, true)
  demo.behave({ page: { script: insisting } })
  const page = await signIn(driver, demo)
  const restored = () =>
    page.evaluate(() => (window as unknown as { own: { restored: number } }).own.restored)
  await expect.poll(restored).toBeGreaterThan(20)
  // It stops once the marks have given up.
  await expect(async () => {
    const before = await restored()
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 1_000)))
    expect(await restored()).toBe(before)
  }).toPass()
  // Each of the three was restored at most twenty times after it first appeared. The page counts some of these twice.
  expect(await restored()).toBeLessThanOrEqual(2 * 3 * 21)
  expect(await page.title()).toBe('Mine')
  expect(await iconOf(page)).toBe('data:,')
  expect(await consolePage(page).frames()).toBe(0)
})

test('whatever is put back is put back once in a frame at most', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  const page = await signIn(driver, demo)
  await expect(page).toBeTitled(/^identity · /)
  const seen = await page.evaluate(async () => {
    let written = 0
    new MutationObserver(() => {
      if (document.title.startsWith('identity')) written++
    }).observe(document.head, { childList: true, subtree: true, characterData: true })
    for (let change = 0; change < 500; change++) {
      document.title = `Page ${change}`
      await Promise.resolve()
    }
    const inTask = written
    await new Promise(resolve => setTimeout(resolve, 1_000))
    return { inTask, written, title: document.title }
  })
  expect(seen).toEqual({ inTask: 0, written: 1, title: 'identity · Page 499' })
})

test('a script that puts something before the title on and on has the name there once', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  const page = await signIn(driver, demo)
  await expect(page).toBeTitled(/^identity · /)
  for (let count = 0; count < 3; count++) {
    await page.evaluate(() => {
      document.title = `(1) ${document.title}`
    })
    await expect(page).toBeTitled(/^identity · \(1\) /)
    expect((await page.title()).split('identity ·')).toHaveLength(2)
  }
})

test('a page that changes its session data all the time costs a handful of answers', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  // Each answer reads the page's own objects once.
  const script = `
const info = window.ConsoleNavService
window.reads = 0
Object.defineProperty(window, 'ConsoleNavService', { get() { window.reads++; return info } })`
  demo.behave({ page: { script } })
  const page = await signIn(driver, demo)
  await expect(page).toBeTitled(/^identity · /)
  const { first, all, changes } = await page.evaluate(async () => {
    const counted = window as unknown as { reads: number }
    const first = counted.reads
    const data = document.querySelector<HTMLMetaElement>('meta[name="awsc-session-data"]')
    const end = performance.now() + 5_000
    let changes = 0
    while (performance.now() < end || changes < 732) {
      changes++
      if (data) data.content = `${data.content.trim()}${' '.repeat(changes % 7)}`
      await new Promise(resolve => setTimeout(resolve, 5))
    }
    return { first, all: counted.reads, changes }
  })
  expect(changes).toBeGreaterThanOrEqual(732)
  expect(first).toBeGreaterThan(0)
  expect((all - first) / first).toBeLessThanOrEqual(8)
})

test('the marks’ script leaves nothing in the page’s own performance entries', async ({ driver, demo }) => {
  const options = await configure(driver, text)
  await options.settings.turn(inTitle, true)
  await options.settings.turn(clear, true)
  const page = await signIn(driver, demo)
  await expect(page).toBeTitled(/^identity · /)
  const entries = await page.evaluate(() =>
    [...performance.getEntriesByType('measure'), ...performance.getEntriesByType('mark')].map(
      ({ name }) => name,
    ),
  )
  expect(entries).toEqual([])
})
