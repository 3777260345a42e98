import { expect, test } from '../../testing/browser-test'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import type { OptionsPage } from '../../testing/pages/options-page'
import { configure, openOptions } from '../../testing/steps/configure'
import { exportFile } from '../../testing/steps/files'
import { waitForPreview } from '../../testing/steps/preview'

const text = `[base]
aws_account_id = 111122223333

[payments] ; the till
source_profile = base
aws_account_id = 444455556666
role_name = Operator
color = #d13212
group = Production
`

test('lines have numbers, and what they say has colors', async ({ driver }) => {
  const options = await configure(driver, text)
  expect((await options.editor.lineNumbers()).map(({ text }) => text.trim())).toEqual(
    expect.arrayContaining(['1', '4', '9']),
  )
  expect(await options.editor.colored('header')).toEqual(['[base]', '[payments]'])
  expect(await options.editor.colored('comment')).toEqual(['; the till'])
  expect(await options.editor.colored('key')).toContain('source_profile')
  const colors = await Promise.all((['header', 'key', 'comment'] as const).map(options.editor.colorOf))
  expect(new Set(colors).size).toBe(3)
})

test('each number stands beside its line, however many there are', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.write(generatedConfiguration(10_000))
  await options.press('Control+End')
  await expect(async () => {
    const lines = (await options.editor.lines()).slice(-20)
    const numbers = (await options.editor.lineNumbers()).slice(-20)
    expect(numbers.at(-1)?.text).toBe('70004')
    expect(numbers.map(({ box }) => box.y)).toEqual(lines.map(({ box }) => box.y))
  }).toPass()
})

test('Ctrl+F searches the text', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.editor.clickFirstLine()
  await options.press('Control+f')
  await options.type('Oper')
  await options.press('Enter')
  await expect.poll(options.editor.selectedMatches).toEqual(['Oper'])
  await options.press('Escape')
  await expect.poll(options.editor.isSearching).toBe(false)
  // The match is selected, so typing replaces it.
  await options.type('Invent')
  expect((await exportFile(driver, options)).toString()).toBe(text.replace('Operator', 'Inventator'))
})

test('what is typed can be undone and redone', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.editor.typeAtEnd('#')
  await expect.poll(() => options.editor.colored('comment')).toEqual(['; the till', '#'])
  await options.press('Control+z')
  await expect.poll(() => options.editor.colored('comment')).toEqual(['; the till'])
  await options.press('Control+y')
  await expect.poll(() => options.editor.colored('comment')).toEqual(['; the till', '#'])
  await options.press('Control+z')
  await expect.poll(() => options.editor.colored('comment')).toEqual(['; the till'])
  expect((await exportFile(driver, options)).toString()).toBe(text)
})

test('a section folds under its header, and unfolds', async ({ driver }) => {
  const options = await configure(driver, text)
  await waitForPreview(options, 1)
  await options.editor.fold()
  await expect.poll(() => options.editor.colored('key')).toHaveLength(5)
  expect((await exportFile(driver, options)).toString()).toBe(text)
  await options.editor.unfold()
  await expect.poll(() => options.editor.colored('key')).toHaveLength(6)
})

for (const [what, typed, choice, whole] of [
  ['keys', 'reg', 'region', 'region = '],
  ['profile names', 'include_profile = pa', 'payments', 'include_profile = payments'],
  ['regions', 'region = eu-w', 'eu-west-1', 'region = eu-west-1'],
  ['a team’s settings', '[rolecall]\nre', 'refresh', '[rolecall]\nrefresh = '],
] as const) {
  test(`${what} are completed`, async ({ driver }) => {
    const options = await configure(driver, text)
    await waitForPreview(options, 1)
    await options.editor.typeAtEnd(typed)
    await chooseCompletion(options, choice)
    expect((await exportFile(driver, options)).toString()).toBe(text + whole)
  })
}

test('base accounts and groups are completed in another section', async ({ driver }) => {
  const options = await configure(driver, text)
  await waitForPreview(options, 1)
  await options.editor.typeAtEnd('[new]\nsource_profile = ba')
  await chooseCompletion(options, 'base')
  await options.type('\ngroup = Pr')
  await chooseCompletion(options, 'Production')
  expect((await exportFile(driver, options)).toString()).toBe(
    `${text}[new]\nsource_profile = base\ngroup = Production`,
  )
})

test('a color has a swatch that picks another one', async ({ driver }) => {
  const options = await configure(driver, text)
  const [swatch] = await options.all({ label: /^Choose a color \(/ })
  expect(swatch).toMatchObject({ value: '#d13212', visible: true })
  expect(swatch?.attributes.type).toBe('color')
  // The picker is the browser's own window. This is its message to the page.
  await options.editor.pickColor('#1d8102')
  expect((await exportFile(driver, options)).toString()).toBe(text.replace('#d13212', '#1d8102'))
})

test('Ctrl+. opens the color picker of the line', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.evaluate(() => {
    HTMLInputElement.prototype.showPicker = function () {
      document.body.dataset.picker = this.value
    }
  })
  await options.editor.clickKey(8)
  await options.press('Control+.')
  await expect.poll(() => options.evaluate(() => document.body.dataset.picker)).toBe('#d13212')
})

test('a mistake is underlined, marked in the gutter and explained at its place, with its fix', async ({
  driver,
}) => {
  const wrong = text.replace('color =', 'colour =')
  const options = await configure(driver, wrong)
  await expect.poll(options.editor.underlined).toEqual(['colour'])
  await expect.poll(options.editor.markedLines).toBe(1)
  await options.editor.clickFirstLine()
  await options.press('F8')
  await expect.poll(async () => (await options.editor.explanations()).join()).toMatch(/Did you mean “color”/)
  await options.editor.fix()
  await expect.poll(options.editor.underlined).toEqual([])
  expect((await exportFile(driver, options)).toString()).toBe(text)
})

async function chooseCompletion(options: OptionsPage, choice: string): Promise<void> {
  await expect.poll(options.editor.completions).toEqual([choice])
  await options.editor.takeCompletion()
}
