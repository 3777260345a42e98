import type { AddressBar } from '../driver'
import { parseChord, webDriverKey } from '../keys'
import { waitFor } from '../wait'
import type { KeyEvents } from './privileged'
import type { Session } from './session'

declare const ChromeUtils: {
  importESModule(url: string): {
    readonly event: KeyEvents
    readonly keyData: { getData(key: string): object }
  }
}
declare const gURLBar: { value: string; focus(): void }
declare const gBrowser: { readonly _switcher?: { readonly switchInProgress: boolean } | null }

/** Firefox's own address bar, with key presses of the browser's window. */
export function createAddressBar(session: Session, keyword: string | undefined): AddressBar {
  const press = async (keys: readonly (readonly [key: string, alt: boolean])[]) => {
    await session.inWindow(keys => {
      const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs')
      const { keyData } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/webdriver/KeyData.sys.mjs',
      )
      for (const [key, altKey] of keys) {
        const data = { ...keyData.getData(key), altKey, ctrlKey: false, shiftKey: false, metaKey: false }
        event.sendKeyDown(data, window)
        event.sendKeyUp(data, window)
      }
    }, keys)
  }
  const rows = () =>
    session.inWindow(() =>
      Array.from(
        document.querySelectorAll<HTMLElement>('#urlbar-results .urlbarView-row[type=addon]'),
        row => row.querySelector('.urlbarView-title')?.textContent ?? '',
      ),
    )
  return {
    async type(text) {
      // A tab that is shown takes the focus once it is drawn, which comes after the driver's answer.
      await waitFor('the tab to be shown', () =>
        session.inWindow(() => !gBrowser._switcher?.switchInProgress),
      )
      await session.inWindow(() => {
        gURLBar.focus()
        gURLBar.value = ''
      })
      await press(Array.from(`${keyword} ${text}`, key => [key, false]))
      await waitFor('the address bar’s rows', async () => (await rows()).length > 0)
    },
    // The first one is the browser's own, for Enter alone.
    rows: async () => (await rows()).slice(1),
    press(text) {
      const { modifiers, key } = parseChord(text)
      return press([[webDriverKey(key), modifiers.includes('Alt')]])
    },
  }
}
