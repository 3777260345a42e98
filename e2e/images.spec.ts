import type { Driver } from './browsers/driver'
import type { DemoConsole } from './demo-console'
import { configure, openOptions } from './steps/configure'
import { eventually } from './steps/eventually'
import { openMenu, rows } from './steps/menu'
import { signIn } from './steps/sign-in'
import { startTeamServer, type TeamServer } from './team-server'
import { test as base, expect } from './test'

/** One for each test: the browser keeps images and connections. */
const hosts = { shown: 'shown.images.example', hidden: 'hidden.images.example' } as const
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

/** With a server of images, which nothing of Rolecall's knows but by the configuration. */
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

/** The first characters of where the images in the menu are from, and how wide they are. */
async function imagesInMenu(driver: Driver, demo: DemoConsole): Promise<readonly string[]> {
  await signIn(driver, demo)
  const popup = await openMenu(driver)
  expect(await rows(popup)).toHaveLength(3)
  let found: readonly string[] = []
  await eventually(async () => {
    found = await popup.evaluate(() =>
      Array.from(
        document.querySelectorAll('img'),
        ({ src, naturalWidth }) => `${src.slice(0, 14)} ${naturalWidth}`,
      ),
    )
    expect(found.filter(image => image.endsWith(' 0'))).toEqual([])
    expect(found.length).toBeGreaterThan(0)
  })
  await popup.press('Enter')
  await eventually(async () => expect(await popup.all({ css: '.confirm .swatch' })).toHaveLength(1))
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

test('images of the web are switched off, and none is asked for', async ({ driver, demo, server }) => {
  const setting = { role: 'checkbox', name: 'Load images from the web' } as const
  const options = await openOptions(driver)
  await options.click(setting, { timeout: 30_000 })
  await eventually(async () => expect((await options.all(setting))[0]?.checked).toBe(false))
  await options.close()

  const preview = await configure(driver, text(hosts.hidden))
  await eventually(async () => expect(await preview.all({ css: '.preview img' })).toHaveLength(1))
  expect(await imagesInMenu(driver, demo)).toEqual(['data:image/png 1'])
  expect(server.requests).toEqual([])

  // Switched on again, it counts at once.
  await preview.activate()
  await preview.click(setting)
  await eventually(async () => expect(await preview.all({ css: '.preview img' })).toHaveLength(2))
  await eventually(async () => expect(server.requests).not.toEqual([]))
})
