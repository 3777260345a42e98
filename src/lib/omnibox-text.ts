import { isolated } from './bidi'
import { asOneLine } from './one-line'

/** A stretch of a suggestion's text. `match`: the user has typed it. `dim`: less important. */
export interface Stretch {
  readonly text: string
  readonly look?: 'match' | 'dim'
}

/**
 * Returns a suggestion as Chromium's address bar takes it: as XML, in which it rejects the whole suggestion if a character
 * isn't allowed. Chromium 156 took such texts in `e2e/launch/address-bar.spec.ts`; source of the tags:
 * https://developer.chrome.com/docs/extensions/reference/api/omnibox#type-SuggestResult
 */
export function asXml(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ text, look }) => {
      const escaped = plain(text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
      return look ? `<${look}>${escaped}</${look}>` : escaped
    })
    .join('')
}

/** Returns a suggestion as Firefox's address bar takes it: as text. Source: MDN, “omnibox.SuggestResult”. */
export function asText(stretches: readonly Stretch[]): string {
  return stretches.map(({ text }) => plain(text)).join('')
}

/** XML 1.0 has no place for control characters and these two. Source: its production 2, “Char”. */
const noCharacters = /[\uFFFE\uFFFF]/g

function plain(text: string): string {
  // A space at its end belongs between two stretches.
  const [before = '', after = ''] = [/^\s*/.exec(text)?.[0], /\s*$/.exec(text)?.[0]].map(
    space => space && ' ',
  )
  const line = asOneLine(text).replace(noCharacters, '\uFFFD')
  return line === '' ? before : `${before}${isolated(line)}${after}`
}
