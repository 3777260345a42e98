import type { BrowserName } from '../e2e/browsers/driver'
import { launch } from '../e2e/browsers/launch'
import { waitFor } from '../e2e/browsers/wait'
import type { DemoConsole } from '../e2e/demo-console'
import { generatedConfiguration } from '../e2e/generated-configuration'
import { editor } from '../e2e/steps/configure'
import { timeKeystrokes } from './keystrokes'

export interface EditorTimes {
  readonly roles: number
  /** Length of the text, in characters. */
  readonly length: number
  /** Each keystroke, in milliseconds. */
  readonly keystrokes: readonly number[]
}

const typed = '\n[new-role]\naws_account_id = 111122223333\nrole_name = Operator\n'

/** Types a section at the end of a text of so many roles into the options page's editor. */
export async function measureEditor(
  browser: BrowserName,
  demo: DemoConsole,
  roles: number,
): Promise<EditorTimes> {
  const driver = await launch(browser, { extension: 'dist/chrome', proxyPort: demo.proxyPort })
  const text = generatedConfiguration(roles)
  const counted = `${roles.toLocaleString('en')} roles`
  const options = await driver.openOptions()
  await options.fill(editor, text)
  await waitFor(
    'the text to be checked',
    async () => (await options.all({ css: '.preview' })).find(({ text }) => text.includes(counted)),
    { timeout: 30_000 },
  )
  await options.press('Control+End')
  const keystrokes = await timeKeystrokes(options, typed)
  await driver.close()
  return { roles, length: text.length, keystrokes }
}
