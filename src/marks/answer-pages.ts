import { showBadge } from '../browser/badge'
import { type AskingPage, onPageRequest } from '../browser/messages'
import { hasOrigins } from '../browser/permissions'
import { readConsolePage } from '../browser/read-console-page'
import { valueIn } from '../browser/stored-item'
import { consolePatterns, partitionOfConsole } from '../console/partitions'
import { readSession } from '../console/read-session'
import { textColorOn } from '../roles/color'
import type { TargetRoles } from '../roles/target-roles'
import { parsedItem } from '../storage/configuration'
import { inflate } from '../storage/deflate'
import { parseText } from '../storage/pack-configuration'
import { readSettings } from '../storage/settings'
import { unpackRoles } from '../storage/unpack-roles'
import { type Mark, markOf } from './mark'

/** Of profiles without a `color`. */
const defaultColor = '687078'

/** What a console page's content script is to show; undefined for nothing. */
export interface Marks extends Mark {
  readonly color: string
  /** The colour of text on it, six hex digits. */
  readonly ink: string
  readonly inTab: boolean
  readonly onPage: boolean
}

/**
 * Tells the content script of each console page what to show, and shows the colour on the toolbar button. The session is
 * read as the menu reads it.
 */
export function answerPages(): void {
  onPageRequest(async page => {
    const found = await wantedMark(page)
    // The tab may be gone by now.
    await showBadge(page.tab, found?.inTab ? found.mark.color : undefined).catch(() => {})
    if (!found) return undefined
    const { mark, ...where } = found
    const { color = defaultColor } = mark
    return { ...mark, ...where, color, ink: textColorOn(color) } satisfies Marks
  })
}

/** The mark of the page's session, and where the user wants it. */
async function wantedMark({ tab, url }: AskingPage) {
  const partition = partitionOfConsole(new URL(url).hostname)
  const { markTabs: inTab, markPages: onPage } = await readSettings()
  if (partition === undefined || !(inTab || onPage)) return undefined
  // A tab that the button was pressed on could be read all the same, but the user has taken that back.
  if (!(await hasOrigins(...consolePatterns))) return undefined
  const page = await readConsolePage({ id: tab })
  const reading = 'facts' in page ? readSession(page.facts, partition) : undefined
  const targets = await readTargets()
  const mark = reading && 'session' in reading && targets ? markOf(reading.session, targets) : undefined
  return mark && { mark, inTab, onPage }
}

let last: { readonly packed: string; readonly targets: TargetRoles } | undefined

/** The roles in force, unpacked once for as long as they stay the same: every page asks. Not as the menu reads them: a service worker can't load code when it needs it. */
async function readTargets(): Promise<TargetRoles | undefined> {
  const parsed = valueIn(await parsedItem.get())
  if (parsed) {
    const packed = parsed.targets
    if (last?.packed !== packed) last = { packed, targets: unpackRoles(JSON.parse(await inflate(packed))) }
    return last.targets
  }
  return valueIn(await parseText())?.targets
}
