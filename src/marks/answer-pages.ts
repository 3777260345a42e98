import { showBadge } from '../browser/badge'
import { type AskingPage, onPageRequest } from '../browser/messages'
import { hasOrigins } from '../browser/permissions'
import { readConsolePage } from '../browser/read-console-page'
import { valueIn } from '../browser/stored-item'
import { consolePatterns, partitionOfConsole } from '../console/partitions'
import { readSession } from '../console/read-session'
import type { TargetRoles } from '../roles/target-roles'
import { parsedItem } from '../storage/configuration'
import { inflate } from '../storage/deflate'
import { parseText } from '../storage/pack-configuration'
import { readSettings } from '../storage/settings'
import { unpackRoles } from '../storage/unpack-roles'
import { type Mark, markOf } from './mark'

/** What a console page's content script is to show; undefined for nothing. */
export interface Marks extends Mark {
  readonly inTab: boolean
  readonly onPage: boolean
}

/**
 * Tells the content script of each console page what to show, and shows the colour on the toolbar button. The session is
 * read as the menu reads it.
 */
export function answerPages(): void {
  onPageRequest(async page => {
    const marks = await marksOf(page)
    // The tab may be gone by now.
    await showBadge(page.tab, marks?.inTab ? marks.color : undefined).catch(() => {})
    return marks
  })
}

async function marksOf({ tab, url }: AskingPage): Promise<Marks | undefined> {
  const partition = partitionOfConsole(new URL(url).hostname)
  const { markTabs: inTab, markPages: onPage } = await readSettings()
  if (partition === undefined || !(inTab || onPage)) return undefined
  // A tab that the button was pressed on could be read all the same, but the user has taken that back.
  if (!(await hasOrigins(...consolePatterns))) return undefined
  const page = await readConsolePage({ id: tab })
  const reading = 'facts' in page ? readSession(page.facts, partition) : undefined
  const targets = await readTargets()
  const mark = reading && 'session' in reading && targets ? markOf(reading.session, targets) : undefined
  return mark && { ...mark, inTab, onPage }
}

/** The roles in force. Not as the menu reads them: a service worker can't load code when it needs it. */
async function readTargets(): Promise<TargetRoles | undefined> {
  const parsed = valueIn(await parsedItem.get())
  if (parsed) return unpackRoles(JSON.parse(await inflate(parsed.targets)))
  return valueIn(await parseText())?.targets
}
