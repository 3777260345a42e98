import { test as base, expect } from '../../testing/browser-test'
import type { Driver, Surface } from '../../testing/browsers/driver'
import type { DemoConsole } from '../../testing/demo-console'
import { configure, openOptions } from '../../testing/steps/configure'
import { openMenu } from '../../testing/steps/menu'
import { signIn } from '../../testing/steps/sign-in'
import { startTeamServer, type TeamServer } from '../../testing/team-server'

/** A different host for each test, because the browser caches images and connections. */
const hosts = {
  shown: 'shown.images.example',
  hidden: 'hidden.images.example',
  svg: 'svg.images.example',
} as const
/** Thirty levels, each of which draws the one below it ten times. */
const hanging = `<svg xmlns="http://www.w3.org/2000/svg"><g id="a0"><path d="M0 0h1v1z"/></g>${Array.from({ length: 30 }, (_, i) => `<g id="a${i + 1}">${`<use href="#a${i}"/>`.repeat(10)}</g>`).join('')}</svg>`
/** One red pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

const text = (host: string) => `
[web]
aws_account_id = 444455556666
role_name = Operator
color = d13212
image = https://${host}/web.png
confirm = yes

[plain]
aws_account_id = 555566667777
role_name = Operator
image = http://${host}/plain.png

[own]
aws_account_id = 666677778888
role_name = Operator
image = data:image/png;base64,${pixel}
`

/** A test with an image server that Rolecall knows only from the list. */
const test = base.extend<{ readonly server: TeamServer }>({
  server: async ({ demo }, use) => {
    const names = Object.values(hosts)
    const server = await startTeamServer({ hosts: names })
    for (const name of names) demo.admit(name, server.accept)
    server.answer('/web.png', { kind: 'bytes', bytes: Buffer.from(pixel, 'base64'), type: 'image/png' })
    await use(server)
    await server.close()
  },
})

/** Returns the start of each image URL in the menu, and the image's width. */
async function imagesInMenu(driver: Driver, demo: DemoConsole, most = 2): Promise<readonly string[]> {
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(popup.rows).toHaveLength(3)
  let found: readonly string[] = []
  await expect(async () => {
    found = await popup.evaluate(() =>
      Array.from(
        document.querySelectorAll('img'),
        ({ src, naturalWidth }) => `${src.slice(0, 14)} ${naturalWidth}`,
      ),
    )
    expect(found.filter(image => image.endsWith(' 0'))).toEqual([])
    expect(found).toHaveLength(most)
  }).toPass()
  await popup.press('Enter')
  await expect.poll(popup.questionSwatches).toBe(1)
  await popup.press('Escape')
  await popup.close()
  return found
}

test('an image is asked for over https, and its host isn’t told by whom', async ({
  driver,
  demo,
  server,
}) => {
  await configure(driver, text(hosts.shown))
  expect(await imagesInMenu(driver, demo)).toEqual(['https://shown. 1', 'data:image/png 1'])
  expect(server.requests.map(({ url }) => url)).toContain(`https://${hosts.shown}/web.png`)
  for (const { url, headers } of server.requests) {
    expect(url).toBe(`https://${hosts.shown}/web.png`)
    expect(Object.keys(headers)).not.toContain('referer')
    expect(Object.keys(headers)).not.toContain('origin')
  }
})

test('images are switched off, and none is asked for or drawn', async ({ driver, demo, server }) => {
  const setting = { role: 'checkbox', name: 'Show images' } as const
  const options = await openOptions(driver)
  await options.settings.turn(setting, false)
  await options.close()

  const preview = await configure(driver, text(hosts.hidden))
  await expect.poll(preview.preview.swatches).toHaveLength(3)
  expect(await preview.preview.images()).toEqual([])
  expect(await imagesInMenu(driver, demo, 0)).toEqual([])
  expect(server.requests).toEqual([])

  // If images are turned on again, they load at once.
  await preview.activate()
  await preview.settings.turn(setting, true)
  await expect.poll(preview.preview.images).toHaveLength(2)
  await expect.poll(() => server.requests).not.toEqual([])
})

test('an SVG is never drawn, and the settings say why', async ({ driver, demo, server }) => {
  const svg = `data:image/svg+xml;base64,${Buffer.from(hanging).toString('base64')}`
  const options = await configure(
    driver,
    ['web', 'text']
      .map(
        (name, index) =>
          `[${name}]\naws_account_id = 444455556666\nrole_name = Operator\nimage = ${[`https://${hosts.svg}/a.svg`, svg][index]}\n`,
      )
      .join('\n'),
  )
  await expect(async () => {
    const said = (await options.messages()).join()
    expect(said).toContain('an SVG, which could freeze the browser')
    expect(said).toContain('so this “image/svg+xml” is ignored')
  }).toPass()
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  await expect.poll(popup.rows).toHaveLength(2)
  expect(await popup.images()).toEqual([])
  expect(server.requests).toEqual([])
})

test('after a start that never got done with its images, menu and settings open without any and say so', async ({
  driver,
  demo,
}) => {
  const options = await configure(driver, text(hosts.shown).replaceAll(/image = http.*\n/g, ''))
  await expect.poll(options.preview.images).toHaveLength(1)
  await expect.poll(() => mark(options)).toBeNull()

  // The state that a page leaves if it's killed while drawing.
  await options.evaluate(() => localStorage.setItem('images', 'drawing'))
  await signIn(driver, demo)
  let popup = await openMenu(driver)
  await expect(popup).toShow({ role: 'button', name: /^Images are off/ })
  expect(await popup.images()).toEqual([])
  await popup.close()

  await options.close()
  const settings = await openOptions(driver)
  await expect.poll(settings.alerts).toContain('Images are off')
  expect(await settings.preview.images()).toEqual([])
  await settings.click({ role: 'button', name: 'Show images again' })
  await expect.poll(settings.preview.images).toHaveLength(1)
  await expect.poll(() => mark(settings)).toBeNull()

  await signIn(driver, demo)
  popup = await openMenu(driver)
  await expect.poll(popup.roleImages).toHaveLength(1)
  expect(await popup.all({ role: 'button', name: /^Images are off/ })).toEqual([])
  // A menu that is closed while drawing doesn't count as hung.
  await popup.close()
  await expect.poll(() => mark(settings)).toBeNull()
})

function mark(page: Surface): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem('images'))
}
