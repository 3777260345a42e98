import { consoleHomeIn } from '../../aws/console-home'
import { portalAt, portalLink } from '../../aws/portal'
import { unturned } from '../../lib/bidi'
import { escapeMarkup } from '../../lib/escape-markup'
import type { Role } from '../resolve/role'

export interface Bookmarks {
  readonly html: string
  readonly count: number
  /**
   * Names of portal roles that are left out: somebody else's list says that their portal is at an address that isn't AWS's,
   * and a bookmark wouldn't ask.
   */
  readonly leftOut: readonly string[]
}

/**
 * Returns the portal roles as a file that every browser imports as bookmarks: a folder named `title`, with a folder for each
 * group. Each is the portal's own link, so it needs no extension. Source of the format: Microsoft, “Netscape Bookmark File
 * Format”.
 */
export function bookmarksOf(roles: readonly Role[], title: string): Bookmarks {
  const groups = new Map<string, string[]>()
  const ungrouped: string[] = []
  const leftOut: string[] = []
  for (const role of roles) {
    const { name, portal, group, origin } = role
    if (portal === undefined) continue
    if (origin !== undefined && !portalAt(portal)) {
      leftOut.push(name)
      continue
    }
    const item = bookmark(name, linkTo(role, portal))
    const items = group === undefined ? ungrouped : (groups.get(group) ?? [])
    items.push(item)
    if (group !== undefined) groups.set(group, items)
  }
  const folders = Array.from(groups, ([group, items]) => folder(group, items))
  const count = ungrouped.length + [...groups.values()].reduce((sum, { length }) => sum + length, 0)
  const html = [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">',
    `<TITLE>${escaped(title)}</TITLE>`,
    `<H1>${escaped(title)}</H1>`,
    '<DL><p>',
    folder(title, [...folders, ...ungrouped]),
    '</DL><p>',
    '',
  ].join('\n')
  return { html, count, leftOut }
}

function linkTo(role: Role, portal: string): string {
  const { region, partition = 'aws' } = role
  return portalLink({ url: portal }, role, region && consoleHomeIn(region, partition))
}

function folder(name: string, items: readonly string[]): string {
  return [`<DT><H3>${escaped(name)}</H3>`, '<DL><p>', ...items, '</DL><p>'].join('\n')
}

function bookmark(name: string, url: string): string {
  return `<DT><A HREF="${escaped(url)}">${escaped(name)}</A>`
}

/** Text of one line that is nothing but text, in an element or in quotes. */
function escaped(text: string): string {
  return escapeMarkup(unturned(text).replace(/\p{Cc}+/gu, ' '))
}
