import { consolePlace } from '../src/aws/console-place'
import { readPage } from '../src/aws/page/read-page'
import { ownApi, type PageAnswer, pageInjection } from '../src/browser/own-api'
import type { ItemsRead } from '../src/browser/stored-item'
import type { TabsAnswer } from '../src/browser/tabs'

/** The browser's answers to what each opening of the menu asks. They may be rejected. */
export interface Asked {
  /** The active tab of this window. */
  readonly tabs: TabsAnswer
  /** What `readPage` returns in that tab; undefined unless the tab shows a console page. */
  readonly page: Promise<PageAnswer | undefined>
  readonly local: ItemsRead
  readonly session: ItemsRead
}

/** The keys of the items that the menu reads as it opens; `ask-browser.test.ts` compares them with the items. */
export const localKeys = ['parsed', 'settings', 'policy', 'recentRoles', 'menuLayout', 'teamStatus']
export const sessionKeys = ['openSessions', 'sessionStarts', 'pendingChoice', 'leftRoles', 'onward']

let asked: Asked | undefined

/** Asks for everything that the menu shows, in as few calls as possible. Later calls return the same answers. */
export function askBrowser(): Asked {
  asked ??= ask()
  return asked
}

function ask(): Asked {
  const { tabs, scripting, storage } = ownApi
  // The browser answers in the order of the questions: the one that leads to another comes first.
  const active = tabs.query({ active: true, currentWindow: true })
  const page = active.then(([tab]) => {
    const isConsole = tab?.url !== undefined && consolePlace(tab.url) !== undefined
    return isConsole && tab?.id !== undefined
      ? scripting.executeScript(pageInjection(tab.id, readPage))
      : undefined
  })
  const answers = {
    tabs: active,
    page,
    local: storage.local.get(localKeys),
    session: storage.session.get(sessionKeys),
  }
  // Whoever uses an answer handles its failure, but that code may not be there yet.
  for (const answer of Object.values(answers)) answer.catch(() => {})
  return answers
}
