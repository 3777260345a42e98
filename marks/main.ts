// The content script of console pages, where the user wants marks. It asks the background script what to show, reads
// nothing of the page itself, and makes no request. It is one file: browsers load no modules as content scripts.
import type { Marks } from '../src/marks/answer-pages'
import { showFrame } from './frame'
import { markTab } from './tab'

interface Api {
  readonly runtime: {
    sendMessage(message: string): Promise<Marks | undefined>
    readonly onMessage: { addListener(listener: (message: unknown) => void): void }
  }
}

declare const browser: Api | undefined
declare const chrome: Api

const { runtime } = typeof browser === 'undefined' ? chrome : browser

async function show(): Promise<void> {
  const marks = await ask()
  const start = performance.now()
  markTab(marks?.inTab ? marks : undefined)
  showFrame(marks?.onPage ? marks : undefined)
  // For `npm run bench -- marks`.
  performance.measure('rolecall-marks', { start })
}

async function ask(): Promise<Marks | undefined> {
  try {
    return await runtime.sendMessage('mark')
  } catch {
    // After an update of the extension nobody answers this script any more, and Chromium throws: the next page has the new one.
    return undefined
  }
}

/** Where it is run a second time, as in a page that was open when the user allowed it, the first goes on. */
const started = '__rolecallMarks'
const world = globalThis as { [started]?: true }

if (!world[started] && window === window.top) {
  world[started] = true
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
