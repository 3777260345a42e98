import type { Driver, Surface } from '../browsers/driver'
import { waitFor } from '../browsers/wait'
import type { DemoConsole } from '../demo-console'
import type { Expected, ShapeRow } from '../demo-console/shapes'
import type { Mode } from '../demo-console/sign-in'
import { expect } from '../test'
import { configure } from './configure'
import { activeTab, type Who, who } from './console'
import { eventually } from './eventually'
import { openMenu, says } from './menu'
import { signIn } from './sign-in'
import { switchTo } from './switch-to'

/** What the role of the tests is called, and is. */
const profile = 'payments'

/** Plays a row in a mode: presses the button, types and presses Enter, and expects what the row says. */
export async function playShape(driver: Driver, demo: DemoConsole, row: ShapeRow, mode: Mode): Promise<void> {
  const { partition = 'aws', landing, page = {}, shape = {} } = row
  demo.behave({ page, shape })
  await configure(driver, roles(row))
  const tab = await signIn(driver, demo, { partition, mode, ...(landing && { landing }) })
  const from = await who(tab)
  if (row.from === 'role') await switchTo(driver, 'warehouse')
  if (row.answer) demo.answerNext(row.answer)

  const popup = await openMenu(driver)
  await popup.type('pay')
  await popup.press('Enter')
  await expectOutcome(driver, demo, popup, expectedOf(row, mode))
  if (expectedOf(row, mode) !== 'switched') return
  const there = await waitForPayments(driver, row.roleRegion ?? from?.region)
  if (!isGlobal(row)) expect(there.region).toBe(row.roleRegion ?? from?.region)
  expect(pathOf(there)).toBe(from && pathOf(from))
  expect(there.mode).toBe(mode)
}

function expectedOf({ expected = 'switched' }: ShapeRow, mode: Mode): Expected {
  return typeof expected === 'object' && mode in expected
    ? (expected as Readonly<Record<Mode, Expected>>)[mode]
    : (expected as Expected)
}

function roles({ partition = 'aws', roleRegion }: ShapeRow): string {
  return `
[${profile}]
role_arn = arn:${partition}:iam::444455556666:role/Operator
${roleRegion ? `region = ${roleRegion}` : ''}

[warehouse]
role_arn = arn:${partition}:iam::555566667777:role/Developer
`
}

async function expectOutcome(
  driver: Driver,
  demo: DemoConsole,
  popup: Surface,
  expected: Expected,
): Promise<void> {
  if (expected === 'own form') return throughOwnForm(driver, demo)
  if (expected === 'another host') return throughAnotherHost(popup)
  if (expected === 'switched') return
  if ('says' in expected) {
    await expect(async () => expect(await says(popup)).toContain(expected.says)).toPass({ timeout: 25_000 })
  } else {
    await eventually(async () => {
      const [reason] = await (await activeTab(driver)).all({ css: '#error-reason' })
      expect(reason?.text).toBe(expected.refusal)
    })
  }
}

/** AWS's own form opens in a tab, filled in, and switches. */
async function throughOwnForm(driver: Driver, demo: DemoConsole): Promise<void> {
  const form = await waitFor('AWS’s own form', async () => {
    const tab = await activeTab(driver)
    return (await tab.all({ css: '#switch' })).length > 0 && tab
  })
  await form.click({ css: '#switch' })
  await waitForPayments(driver)
  expect(demo.switches.at(-1)).toMatchObject({
    mode: 'form',
    fields: { account: '444455556666', roleName: 'Operator', displayName: profile },
    outcome: { kind: 'switched' },
  })
}

/** The menu offers another sign-in host, and the role is there after a press. */
async function throughAnotherHost(popup: Surface): Promise<void> {
  await popup.click({ role: 'button', name: /signin/ }, { timeout: 25_000 })
}

/** Waits until the active tab is in the role, in the region if one is given: a page may first be in another. */
function waitForPayments(driver: Driver, region?: string): Promise<Who> {
  return waitFor('the console of the role', async () => {
    const said = await who(await activeTab(driver))
    const isThere = said?.['display-name'] === profile && (region === undefined || said.region === region)
    return isThere && said
  })
}

function pathOf({ url }: Who): string {
  const { pathname, hash } = new URL(url)
  return `${pathname}${hash}`
}

function isGlobal({ landing }: ShapeRow): boolean {
  return landing?.path?.startsWith('/iam/') ?? false
}
