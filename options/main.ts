import { language, message } from '../src/browser/i18n'
import { after } from '../src/lib/after'
import { checkText } from './list/check-text'
import { readList } from './list/read-list'
import { createStore } from './page-store'
import { readSettings } from './settings/read-settings'
import type { Action } from './state'
import { readSync } from './sync/read-sync'
import { readTeam } from './team/read-team'

/**
 * Maximum time that the first picture waits for everything that it shows, in milliseconds: it comes once and whole, instead
 * of in parts.
 */
const firstPictureTimeoutMs = 250
/**
 * Maximum time until the page shows what it has read, even if something is missing, in milliseconds. Right after it starts,
 * Chromium takes some seconds to say what an administrator has set.
 */
const openingTimeoutMs = 5_000

document.documentElement.lang = language()
document.title = message('options_title')

// The browser is at work on its answers while the page's largest files, Preact's and the editor's, are being run.
const store = createStore()
let isDrawn = false
// The page checks the text itself, so it is drawn even if this fails.
const read = readAll()
  .then(checkAtOnce)
  .catch(() => {})
const { draw } = await import('./app')
await Promise.race([read, after(firstPictureTimeoutMs)])
performance.mark('rolecall-ready')
draw(store)
isDrawn = true

/** Reads everything that the page shows, and follows it until the page closes. */
async function readAll(): Promise<void> {
  const dispatch = (action: Action) => (isDrawn ? store.dispatchSoon(action) : store.dispatch(action))
  const { signal } = new AbortController()
  // Without most of these, the rest of the page works.
  const all = Promise.allSettled([
    ...readList(dispatch, signal),
    ...readSettings(dispatch, signal),
    ...readSync(dispatch, signal),
    ...readTeam(dispatch, signal),
  ])
  await Promise.race([all, after(openingTimeoutMs)])
  dispatch({ kind: 'settled' })
}

/** Checks a short list for the first picture. A long one is checked by the time that the page is drawn, or later. */
async function checkAtOnce(): Promise<void> {
  const { list, team } = store.state()
  const checked = await Promise.race([checkText(list.document.text, team.texts), after(0)])
  if (checked && !isDrawn) store.dispatch({ kind: 'checked', findings: checked.findings })
}
