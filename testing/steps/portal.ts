import type { Driver, Surface } from '../browsers/driver'
import type { DemoConsole } from '../demo-console'
import type { PortalAccount } from '../demo-console/portal-shape'
import { expect } from '../matchers'
import type { Menu } from '../pages/menu'
import { openPopup } from './menu'

export const portalUrl = 'https://example.awsapps.com/start'

/** Opens a portal's page in a new tab. */
export function openPortal(driver: Driver, url = portalUrl): Promise<Surface> {
  return driver.open(url)
}

/** Opens a portal's page, presses the button there, and waits until the menu says how the search ended. */
export async function searchPortal(driver: Driver, url?: string, timeout?: number): Promise<Menu> {
  await openPortal(driver, url)
  const menu = await openPopup(driver)
  await waitForSearch(menu, timeout)
  return menu
}

/** Waits until a search has ended, in whatever way. */
export async function waitForSearch(menu: Menu, timeout = 30_000): Promise<void> {
  await expect
    .poll(
      async () => {
        const [title, stop] = [await menu.portalTitle(), await menu.all({ role: 'button', name: 'Stop' })]
        return title !== undefined && title !== 'Looking for your roles' && stop.length === 0
      },
      { timeout },
    )
    .toBe(true)
}

/** Returns the requests to the portal's service that the demo's own page didn't send. */
export function portalRequests({ portalRequests }: DemoConsole) {
  return portalRequests.filter(({ isPages }) => !isPages)
}

/** Returns so many accounts, every third of them with two roles. */
export function manyAccounts(count: number): readonly PortalAccount[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(100_000_000_000 + index),
    name: `account-${index}`,
    roles: index % 3 === 0 ? ['Reader', 'Operator'] : ['Reader'],
  }))
}

/** Returns how the menu counts them, as in `2 accounts and 3 roles`. */
export function countsOf(accounts: readonly PortalAccount[]): string {
  const roles = accounts.reduce((sum, account) => sum + account.roles.length, 0)
  return `${some(accounts.length, 'account')} and ${some(roles, 'role')}`
}

function some(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** Every path that Rolecall may ask a portal for. */
const allowedPaths =
  /^\/api\/portal\/(?:instance\/appinstances|instance\/appinstance\/ins-[\da-z]+\/profiles|assignment\/accounts|assignment\/roles)$/
const forbiddenPaths = /federation|credentials|session|logout|oidc|tb\/creds/

/** Everything that was asked of portals is on the list of allowed paths, on the page's own host, and not too often. */
export function expectAllowedRequests(demo: DemoConsole): void {
  const asked = portalRequests(demo)
  for (const { path, site } of asked) {
    expect(path).toMatch(allowedPaths)
    expect(path).not.toMatch(forbiddenPaths)
    expect(site).toBe('same-origin')
  }
}
