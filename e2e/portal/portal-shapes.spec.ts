import { expect, test } from '../../testing/browser-test'
import { defaultPortal } from '../../testing/demo-console/portal-shape'
import { portalShapes } from '../../testing/demo-console/portal-shapes'
import { countsOf, expectAllowedRequests, searchPortal } from '../../testing/steps/portal'

const sentences = {
  'signed-out': /You’re signed out of this portal/,
  expired: /Your sign-in to the portal ended meanwhile/,
  changed: /Rolecall found only part of your roles/,
  unavailable: /The portal has a fault/,
  incomplete: /in this portal/,
} as const

for (const [group, rows] of Object.entries(portalShapes)) {
  test(`roles are found in every portal of the table, ${group}`, async ({ driver, demo }) => {
    test.setTimeout(60_000 + rows.length * 20_000)
    for (const [index, { name, at, portal = {}, finds, ends }] of rows.entries()) {
      await test.step(`a portal that ${name}`, async () => {
        demo.reset()
        demo.behave({ portal: { ...defaultPortal, ...portal } })
        // Each is another portal, which Rolecall hasn't seen.
        const name = `${group.toLowerCase()}-${index}`
        const menu = await searchPortal(driver, at ?? `https://${name}.awsapps.com/start`)
        const accounts = portal.accounts ?? defaultPortal.accounts
        if (ends !== undefined) await expect.poll(menu.portal).toMatch(sentences[ends])
        else if (finds === 'all') {
          await expect.poll(menu.portalTitle).toBe(`${countsOf(accounts)} in this portal`)
          const roles = accounts.flatMap(({ roles }) => roles).length
          await expect.poll(menu.roleCount).toBe(roles)
        } else await expect.poll(menu.portalTitle).toBe('No AWS accounts in this portal')
        if (finds === 'part') await expect.poll(menu.roleCount).toBeGreaterThan(0)
        expectAllowedRequests(demo)
        await menu.press('Escape')
        for (const { surface, active } of await driver.tabs()) if (!active) await surface.close()
      })
    }
  })
}
