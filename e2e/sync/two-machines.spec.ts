import { expect, test } from '../../testing/browser-test'
import { incompressible } from '../../testing/generators/incompressible'
import type { OptionsPage } from '../../testing/pages/options-page'
import { openOptions, save } from '../../testing/steps/configure'
import { carryOver, startMachine } from '../../testing/steps/machines'
import { textInForce, waitUntilSynced } from '../../testing/steps/sync'

const first = incompressible(
  '[payments]\naws_account_id = 111122223333\nrole_name = Operator\n\n[archive]\naws_account_id = 222233334444\nrole_name = Reader\n',
  12_000,
)

async function saveHere(options: OptionsPage, text: string): Promise<void> {
  await options.write(text)
  await save(options)
  await waitUntilSynced(options)
}

test('two computers of one account have the same text, and lose neither of two', async ({ launchDriver }) => {
  test.setTimeout(180_000)
  const [one, other] = [await startMachine(launchDriver), await startMachine(launchDriver)]
  const [here, there] = [await openOptions(one.driver), await openOptions(other.driver)]

  // A text saved on one is used on the other, whatever order its parts arrive in.
  await saveHere(here, first)
  await carryOver(one, other, arrivals => arrivals.toReversed())
  await expect(there).toHaveInForce(first)
  await waitUntilSynced(there)

  // Both are edited before either gets the other's text.
  await saveHere(here, first.replace('Operator', 'Admin'))
  await saveHere(there, first.replace('Reader', 'Auditor'))
  await carryOver(other, one)
  await expect.poll(() => textInForce(here)).toContain('Auditor')
  await here.click({ role: 'button', name: 'Compare them' })
  await here.click({ role: 'button', name: 'Merge both' })
  await save(here)
  await waitUntilSynced(here)
  const merged = first.replace('Operator', 'Admin').replace('Reader', 'Auditor')
  expect(await textInForce(here)).toBe(merged)

  // The other one uses it without a question.
  await carryOver(one, other)
  await expect(there).toHaveInForce(merged)
  expect(await there.all({ role: 'alert' })).toEqual([])
  await one.driver.close()
  await other.driver.close()
})
