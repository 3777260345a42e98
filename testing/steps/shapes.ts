import { expect } from '../browser-test'
import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import type { DemoConsole } from '../demo-console'
import type { Expected, ShapeRow } from '../demo-console/shapes'
import type { Mode } from '../demo-console/sign-in'
import { consolePage, type Who } from '../pages/console-page'
import { type Menu, says } from '../pages/menu'
import { configure } from './configure'
import { activeTab, who } from './console'
import { openMenu } from './menu'
import { forgetSessions } from './sessions'
import { signIn } from './sign-in'
import { switchTo } from './switch-to'

/** Writes a role for each partition and region of the rows into the options page, which stays the first tab. */
export async function configureShapes(driver: Driver, rows: readonly ShapeRow[]): Promise<void> {
  // The rows share a list, because saving one takes a second.
  const profiles = new Map(rows.map(row => [profileOf(row), row]))
  const sections = [...profiles].map(
    ([profile, { partition = 'aws', roleRegion }]) => `[${profile}]
role_arn = arn:${partition}:iam::444455556666:role/Operator
${roleRegion ? `region = ${roleRegion}\n` : ''}`,
  )
  const other = '[warehouse]\nrole_arn = arn:aws:iam::555566667777:role/Developer\n'
  await configure(driver, [...sections, other].join('\n'))
}

/** Plays a row in a mode: presses the button, types, presses Enter, and expects the row's outcome. */
export async function playShape(driver: Driver, demo: DemoConsole, row: ShapeRow, mode: Mode): Promise<void> {
  const { partition = 'aws', landing, page = {}, shape = {} } = row
  const profile = profileOf(row)
  demo.behave({ page, shape })
  const tab = await signIn(driver, demo, { partition, mode, ...(landing && { landing }) })
  const from = await who(tab)
  if (row.from === 'role') await switchTo(driver, 'warehouse')
  if (row.answer) demo.answerNext(row.answer)

  const popup = await openMenu(driver)
  await popup.type(profile)
  // If a page says late who is signed in, the menu waits for it.
  await waitFor(`the row of ${profile}`, async () => (await popup.activeRole().catch(() => '')) === profile, {
    timeout: 15_000,
  })
  const expected = expectedOf(row, mode)
  if (expected === 'own form') return throughOwnForm(driver, demo, popup, profile)
  await popup.press('Enter')
  // Firefox doesn't say where the tab is after the sign-in host. See docs/console.md, “Redirects and regions”.
  const isUntold = driver.name === 'firefox' && mode === 'classic'
  if (expected === 'another host') {
    if (isUntold && typeof shape.down?.how === 'number') return expectClosed(popup)
    return throughAnotherHost(driver, demo, popup, profile)
  }
  if (expected !== 'switched') return expectSentence(driver, popup, expected)
  const isKept = isUntold && shape.regionParameter === 'ignored'
  const region = isGlobal(row) || isKept ? from?.region : (row.roleRegion ?? from?.region)
  const there = await waitForProfile(driver, profile, region)
  expect(pathOf(there)).toBe(from && pathOf(from))
  expect(there.mode).toBe(mode)
}

/** Expects that the menu is closed, which leaves AWS's own page to see. */
async function expectClosed(popup: Menu): Promise<void> {
  await expect(popup).toBeClosed()
}

/** Resets browser and demo for another row, except for the list and the options page, which is the first tab. */
export async function nextShape(driver: Driver, demo: DemoConsole): Promise<void> {
  await (await driver.popup())?.close()
  const [, ...tabs] = await driver.tabs()
  for (const { surface } of tabs) await surface.close()
  await forgetSessions(driver)
  demo.reset()
}

function expectedOf({ expected = 'switched' }: ShapeRow, mode: Mode): Expected {
  return typeof expected === 'object' && mode in expected
    ? (expected as Readonly<Record<Mode, Expected>>)[mode]
    : (expected as Expected)
}

function profileOf({ partition = 'aws', roleRegion = 'anywhere' }: ShapeRow): string {
  return `pay-${partition}-${roleRegion}`
}

async function expectSentence(
  driver: Driver,
  popup: Menu,
  expected: Extract<Expected, object>,
): Promise<void> {
  if ('says' in expected) {
    await expect(popup).toSay(expected.says, { timeout: 25_000 })
  } else {
    await expect.poll(async () => consolePage(await activeTab(driver)).refusal()).toBe(expected.refusal)
  }
}

/** Expects the menu to say that Enter opens AWS's own form, which then opens in a tab, filled in, and switches. */
async function throughOwnForm(
  driver: Driver,
  demo: DemoConsole,
  popup: Menu,
  profile: string,
): Promise<void> {
  const isSaid = async () => (await popup.says()).includes('AWS’s own switch form')
  // A policy that blocks the switch shows only when the menu tries it.
  if (!(await isSaid())) await popup.press('Enter')
  await waitFor('the offer of AWS’s own form', isSaid)
  await popup.press('Enter')
  const form = await waitFor('AWS’s own form', () => ownForm(driver))
  await consolePage(form).submitSwitchForm()
  await waitForProfile(driver, profile)
  expect(demo.switches.at(-1)).toMatchObject({
    mode: 'form',
    fields: { account: '444455556666', roleName: 'Operator', displayName: profile },
    outcome: { kind: 'switched' },
  })
}

/** Expects the menu to offer another sign-in host, where a press switches or opens AWS's own form. */
async function throughAnotherHost(
  driver: Driver,
  demo: DemoConsole,
  popup: Menu,
  profile: string,
): Promise<void> {
  const tried = demo.switches.length
  await popup.click({ role: 'button', name: /^Try .*signin/ }, { timeout: 25_000 })
  await waitFor('the console of the role', async () => {
    const form = await ownForm(driver)
    if (form && demo.switches.length === tried) await consolePage(form).submitSwitchForm()
    return (await who(await activeTab(driver)))?.['display-name'] === profile
  })
}

async function ownForm(driver: Driver): Promise<Surface | undefined> {
  const tab = await activeTab(driver)
  return (await consolePage(tab).isSwitchForm()) ? tab : undefined
}

/** Waits until the active tab is in the role, and in the region if one is given: a page may be in another first. */
async function waitForProfile(driver: Driver, profile: string, region?: string): Promise<Who> {
  let last: Who | undefined
  try {
    return await waitFor('the console of the role', async () => {
      last = await who(await activeTab(driver))
      const isThere = last?.['display-name'] === profile && (region === undefined || last.region === region)
      return isThere && last
    })
  } catch (error) {
    const popup = await driver.popup()
    const menu = popup && (await says(popup).catch(() => undefined))
    throw new Error(`${error}\nThe tab says ${JSON.stringify(last)}, the menu ${menu}`)
  }
}

function pathOf({ url }: Who): string {
  const { pathname, hash } = new URL(url)
  return `${pathname}${hash}`
}

/**
 * Whether the page is the same in every region, like a global service's and those of hosts outside the console's
 * domain.
 */
function isGlobal({ landing }: ShapeRow): boolean {
  const isElsewhere = landing?.host !== undefined && !/(?:^|\.)console\./.test(landing.host)
  return isElsewhere || (landing?.path?.startsWith('/iam/') ?? false)
}
