import type { AddressBar } from '../driver'
import { waitFor } from '../wait'

interface Row {
  readonly content: string
  readonly description: string
}

interface Dispatched<Args extends readonly unknown[]> {
  dispatch(...args: Args): void
  hasListeners(): boolean
}

/** Absent while the background script starts. */
declare const browser: {
  readonly omnibox: {
    readonly onInputStarted: Dispatched<[]>
    readonly onInputChanged: Dispatched<[text: string, suggest: (rows: readonly Row[]) => void]>
    readonly onInputEntered: Dispatched<[text: string, disposition: string]>
    sendSuggestions(request: number, rows: readonly Row[]): Promise<void>
  }
}

/**
 * A headless Chromium has no address bar, and one with a window takes no keys for it over its DevTools protocol. So this
 * calls the listeners of the running background script as Chromium does. Chromium checks the rows; a row's text is what is
 * left of its markup.
 */
export function emulateAddressBar(
  evaluate: <A extends readonly unknown[], R>(run: (...args: A) => Promise<R>, ...args: A) => Promise<R>,
): AddressBar {
  let typed = ''
  let rows: readonly Row[] = []
  let selected = 0
  // A script that is just starting has no listeners yet.
  const started = () =>
    waitFor('the listeners of the address bar', () =>
      evaluate(async () => 'browser' in globalThis && browser.omnibox.onInputEntered.hasListeners() === true),
    )
  return {
    async type(text) {
      await started()
      rows = await evaluate(async text => {
        const { onInputStarted, onInputChanged, sendSuggestions } = browser.omnibox
        const answer = new Promise<readonly Row[]>(resolve => {
          onInputStarted.dispatch()
          onInputChanged.dispatch(text, resolve)
        })
        await sendSuggestions(0, await answer)
        return answer
      }, text)
      typed = text
      selected = 0
    },
    rows: async () => rows.map(({ description }) => textOf(description)),
    async press(key) {
      if (key === 'ArrowDown') {
        selected++
        return
      }
      await started()
      const text = selected === 0 ? typed : (rows[selected - 1]?.content ?? '')
      const disposition = key === 'Alt+Enter' ? 'newForegroundTab' : 'currentTab'
      await evaluate(
        async (text, disposition) => browser.omnibox.onInputEntered.dispatch(text, disposition),
        text,
        disposition,
      )
    },
  }
}

function textOf(xml: string): string {
  return xml
    .replace(/<\/?(?:match|dim|url)>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
