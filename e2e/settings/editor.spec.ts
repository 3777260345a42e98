import { expect, test } from '../../testing/browser-test'
import type { Surface } from '../../testing/browsers/driver'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { configure, editor, openOptions } from '../../testing/steps/configure'
import { eventually } from '../../testing/steps/eventually'
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

test('lines have numbers, and what they say has colours', async ({ driver }) => {
  const options = await configure(driver, text)
  expect(await texts(options, '.cm-lineNumbers .cm-gutterElement')).toEqual(
    expect.arrayContaining(['1', '4', '9']),
  )
  expect(await texts(options, '.ini-header')).toEqual(['[base]', '[payments]'])
  expect(await texts(options, '.ini-comment')).toEqual(['; the till'])
  expect(await texts(options, '.ini-key')).toContain('source_profile')
  const colors = await options.evaluate(() =>
    ['.ini-header', '.ini-key', '.ini-comment'].map(part => {
      const element = document.querySelector(part)
      return element && getComputedStyle(element).color
    }),
  )
  expect(new Set(colors).size).toBe(3)
})

test('each number stands beside its line, however many there are', async ({ driver }) => {
  const options = await openOptions(driver)
  await options.fill(editor, generatedConfiguration(10_000))
  await options.press('Control+End')
  await eventually(async () => {
    const lines = (await options.all({ css: '.cm-line' })).slice(-20)
    const numbers = (await options.all({ css: '.cm-lineNumbers .cm-gutterElement' })).slice(-20)
    expect(numbers.at(-1)?.text).toBe('70004')
    expect(numbers.map(({ box }) => box.y)).toEqual(lines.map(({ box }) => box.y))
  })
})

test('Ctrl+F searches the text', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.click({ css: '.cm-line' })
  await options.press('Control+f')
  await options.type('Oper')
  await options.press('Enter')
  await eventually(async () => expect(await texts(options, '.cm-searchMatch-selected')).toEqual(['Oper']))
  await options.press('Escape')
  await eventually(async () => expect(await options.all({ css: '.cm-search' })).toEqual([]))
  // The match is selected, so typing replaces it.
  await options.type('Invent')
  expect((await exportFile(driver, options)).toString()).toBe(text.replace('Operator', 'Inventator'))
})

test('what is typed can be undone and redone', async ({ driver }) => {
  const options = await configure(driver, text)
  await typeAtEnd(options, '#')
  await eventually(async () => expect(await texts(options, '.ini-comment')).toEqual(['; the till', '#']))
  await options.press('Control+z')
  await eventually(async () => expect(await texts(options, '.ini-comment')).toEqual(['; the till']))
  await options.press('Control+y')
  await eventually(async () => expect(await texts(options, '.ini-comment')).toEqual(['; the till', '#']))
  await options.press('Control+z')
  await eventually(async () => expect(await texts(options, '.ini-comment')).toEqual(['; the till']))
  expect((await exportFile(driver, options)).toString()).toBe(text)
})

test('a section folds under its header, and unfolds', async ({ driver }) => {
  const options = await configure(driver, text)
  await waitForPreview(options, 1)
  const visible = () => texts(options, '.ini-key')
  await options.click({ css: '.cm-foldGutter span[title="Fold section"]' })
  await eventually(async () => expect(await visible()).toHaveLength(5))
  expect((await exportFile(driver, options)).toString()).toBe(text)
  await options.click({ css: '.cm-foldPlaceholder' })
  await eventually(async () => expect(await visible()).toHaveLength(6))
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
    await typeAtEnd(options, typed)
    await chooseCompletion(options, choice)
    expect((await exportFile(driver, options)).toString()).toBe(text + whole)
  })
}

test('base accounts and groups are completed in another section', async ({ driver }) => {
  const options = await configure(driver, text)
  await waitForPreview(options, 1)
  await typeAtEnd(options, '[new]\nsource_profile = ba')
  await chooseCompletion(options, 'base')
  await options.type('\ngroup = Pr')
  await chooseCompletion(options, 'Production')
  expect((await exportFile(driver, options)).toString()).toBe(
    `${text}[new]\nsource_profile = base\ngroup = Production`,
  )
})

test('a colour has a swatch that picks another one', async ({ driver }) => {
  const options = await configure(driver, text)
  const [swatch] = await options.all({ label: /^Choose a color \(/ })
  expect(swatch).toMatchObject({ value: '#d13212', visible: true })
  expect(swatch?.attributes.type).toBe('color')
  // The picker is the browser's own window. This is its message to the page.
  await options.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.cm-swatch')
    if (input) input.value = '#1d8102'
    input?.dispatchEvent(new Event('input', { bubbles: true }))
  })
  expect((await exportFile(driver, options)).toString()).toBe(text.replace('#d13212', '#1d8102'))
})

test('Ctrl+. opens the colour picker of the line', async ({ driver }) => {
  const options = await configure(driver, text)
  await options.evaluate(() => {
    HTMLInputElement.prototype.showPicker = function () {
      document.body.dataset.picker = this.value
    }
  })
  await options.click({ css: '.cm-line:nth-of-type(8) .ini-key' })
  await options.press('Control+.')
  await eventually(async () =>
    expect((await options.all({ css: 'body' }))[0]?.attributes['data-picker']).toBe('#d13212'),
  )
})

test('a mistake is underlined, marked in the gutter and explained at its place, with its fix', async ({
  driver,
}) => {
  const wrong = text.replace('color =', 'colour =')
  const options = await configure(driver, wrong)
  await eventually(async () => expect(await texts(options, '.cm-lintRange-warning')).toEqual(['colour']))
  expect(await options.all({ css: '.cm-lint-marker-warning' })).toHaveLength(1)
  await options.click({ css: '.cm-line' })
  await options.press('F8')
  await eventually(async () =>
    expect((await texts(options, '.cm-tooltip-lint')).join()).toMatch(/Did you mean “color”/),
  )
  await options.click({ css: '.cm-tooltip-lint .cm-diagnosticAction' })
  await eventually(async () => expect(await texts(options, '.cm-lintRange-warning')).toEqual([]))
  expect((await exportFile(driver, options)).toString()).toBe(text)
})

async function texts(options: Surface, css: string): Promise<readonly string[]> {
  return (await options.all({ css })).map(({ text }) => text.trim())
}

async function typeAtEnd(options: Surface, typed: string): Promise<void> {
  await options.click(editor)
  await options.press('Control+End')
  await options.type(typed)
}

async function chooseCompletion(options: Surface, choice: string): Promise<void> {
  await eventually(async () =>
    expect(await texts(options, '.cm-tooltip-autocomplete [aria-selected="true"]')).toEqual([choice]),
  )
  await options.click({ css: '.cm-tooltip-autocomplete [aria-selected="true"]' })
}
