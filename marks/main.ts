// The content script of console pages, used if the user wants marks. It asks the background script what to show, reads
// nothing from the page itself, and makes no requests. It is one file, since browsers load no modules as content scripts.
import type { MarkMessage } from '../src/marks/answer-pages'
import { spaced } from './at-intervals'
import { extension, isOver, runtime } from './life'
import { markPage } from './mark-page'
import { markTab } from './mark-tab'
import { takeOver } from './ours'

/** Minimum time between two questions, in milliseconds: a page may change its session data all the time. */
const askPauseMs = 1_500

let asked = 0
let shown = 0

/**
 * Set once the script runs. If it runs a second time, as in a page that was open when the user allowed it, the first one
 * goes on if it can.
 */
const started = '__rolecallMarks'
const world = globalThis as { [started]?: () => boolean }

if (window === window.top && world[started]?.() !== false) {
  world[started] = isOver
  const show = spaced(showNow, askPauseMs)
  show()
  runtime.onMessage.addListener(message => {
    if (message === 'mark-again') show()
  })
  // Another session in the same tab comes with a new page, or with new session data in this one.
  addEventListener('pageshow', ({ persisted }) => persisted && show())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && show())
  const data = document.querySelector('meta[name="awsc-session-data"]')
  if (data) new MutationObserver(show).observe(data, { attributeFilter: ['content'] })
}

/** Set by vite.config.ts: whether the build is for `npm run bench -- marks`. A page can see the measurements. */
declare const measuresMarks: boolean

async function showNow(): Promise<void> {
  if (isOver()) return
  const turn = ++asked
  const marks = await ask()
  // A later question may already have its answer.
  if (isOver() || turn < shown) return
  shown = turn
  const start = performance.now()
  takeOver(extension, marks !== undefined)
  markTab(marks)
  markPage(marks)
  if (measuresMarks) performance.measure('rolecall-marks', { start })
}

async function ask(): Promise<MarkMessage | undefined> {
  try {
    return await runtime.sendMessage('mark')
  } catch {
    // After an update of the extension, nothing answers this script anymore, and Chromium throws.
    return undefined
  }
}
