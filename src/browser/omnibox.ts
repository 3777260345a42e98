import { asText, asXml, type Stretch } from '../lib/omnibox-text'
import { browser } from './api'
import { hasContainers } from './runtime'

/** A row of the address bar. */
interface Row {
  /** What the text after the keyword becomes if the user goes to this row. */
  readonly content: string
  readonly description: readonly Stretch[]
}

const written = hasContainers ? asText : asXml

/**
 * Calls `warmUp` as soon as the keyword is typed, and `answer` for each text after it, which gives the rows, best first. The
 * browser has a row above them for Enter alone. It says `hint`, whatever is typed, because both browsers draw that row
 * before the extension has answered: it would be about what was typed before. Source: Firefox 153, `UrlbarProviderOmnibox`;
 * seen in Chromium 156. Browsers in which extensions have no part in the address bar, such as Firefox for Android, never
 * call either.
 */
export function onAddressBarInput(
  hint: string,
  warmUp: () => Promise<unknown>,
  answer: (text: string) => Promise<readonly Row[]>,
): void {
  const { omnibox } = browser
  if (!omnibox) return
  omnibox.setDefaultSuggestion({ description: written([{ text: hint }]) })
  // The first answer tries again.
  omnibox.onInputStarted.addListener(() => void warmUp().catch(() => {}))
  omnibox.onInputChanged.addListener((text, suggest) => {
    const start = performance.now()
    // A browser takes no answer to a text that isn't there anymore.
    void answer(text).then(rows => {
      suggest(rows.map(({ content, description }) => ({ content, description: written(description) })))
      // For `npm run bench:address-bar`. Only the last one is kept.
      performance.clearMeasures('rolecall-answer')
      performance.measure('rolecall-answer', { start })
    })
  })
}

/** Calls `listener` with the text that the user chose in the address bar, and whether a new tab is wanted. */
export function onAddressBarChoice(listener: (text: string, inNewTab: boolean) => void): void {
  browser.omnibox?.onInputEntered.addListener((text, disposition) =>
    listener(text, disposition !== 'currentTab'),
  )
}
