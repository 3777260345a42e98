import { expect, test } from '../../testing/browser-test'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { editor } from '../../testing/pages/editor'
import { configure } from '../../testing/steps/configure'

// `npm run bench` measures how long a key takes. It can't take long, because the page renders so little.
test('of 10,000 roles only the lines and rows in view are in the page, also while one types', async ({
  driver,
}) => {
  const options = await configure(driver, generatedConfiguration(10_000))
  await options.click(editor)
  await options.press('Control+End')
  await options.type('\n[last-of-all]')
  await expect(async () => {
    const lines = await options.editor.lines()
    expect(lines.at(-1)?.text).toBe('[last-of-all]')
    expect(lines.length).toBeLessThan(200)
  }).toPass()
  expect((await options.all({ role: 'option' })).length).toBeLessThan(60)
})
