import type { Target } from '../driver'
import { findElements } from '../page/find-elements'
import { findPressPoint } from '../page/press-point'
import { readFacts } from '../page/read-facts'
import { replaceText } from '../page/replace-text'
import type { AccessibilityModule, Accessible } from './privileged'

/** The requests to the frame script. Each found element gets a number, which later requests use. */
export type FrameRequest =
  | { readonly find: { readonly role: string } | Exclude<Target, { readonly role: string }> }
  | { readonly pressPoint: number }
  | { readonly replaceText: number; readonly text: string }
  | { readonly chooseFiles: number; readonly paths: readonly string[] }

interface PageFunctions {
  readonly findElements: typeof findElements
  readonly findPressPoint: typeof findPressPoint
  readonly readFacts: typeof readFacts
  readonly replaceText: typeof replaceText
}

declare const ChromeUtils: { importESModule(url: string): AccessibilityModule }
declare const content: Window & typeof globalThis
declare function addMessageListener(
  name: string,
  listener: (message: { readonly data: { readonly id: string; readonly request: FrameRequest } }) => void,
): void
declare function sendAsyncMessage(name: string, data: object): void

interface FrameScope {
  rolecallFound?: Map<number, Element>
}

/**
 * Handles requests in the page's process, but with Firefox's privileges. Only there can the computed role and name be
 * read for many elements at once. Self-contained, because it runs in Firefox.
 */
function answerRequests(scope: FrameScope, page: PageFunctions): void {
  // The script is loaded before each request, but has to set itself up only once in each page's process.
  if (scope.rolecallFound) return
  const known = new Map<number, Element>()
  scope.rolecallFound = known
  let count = 0
  const url = 'chrome://remote/content/shared/webdriver/Accessibility.sys.mjs'
  const { accessibility } = ChromeUtils.importESModule(url)

  const tidy = (name: string | null) => (name ?? '').replace(/\s+/g, ' ').trim()
  const facts = (element: Element) => {
    count += 1
    known.set(count, element)
    known.delete(count - 10_000)
    return { handle: count, facts: page.readFacts(element) }
  }
  const accessibleFacts = (element: Element, accessible: Accessible) => {
    const found = facts(element)
    const role = accessible.computedARIARole || 'generic'
    return { ...found, facts: { ...found.facts, role, name: tidy(accessible.name) } }
  }
  const withRole = (parent: Accessible, role: string): Accessible[] => {
    const found: Accessible[] = []
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.computedARIARole === role) found.push(child)
      found.push(...withRole(child, role))
    }
    return found
  }
  const find = async (target: Extract<FrameRequest, { readonly find: object }>['find']) => {
    // The others don't need the accessibility tree, which is slow to build.
    if (!('role' in target)) {
      const query = 'css' in target ? target : { labels: true as const }
      return page.findElements(content.document, query).map(facts)
    }
    // Waits until the tree is built. It follows the document at the next paint, so this forces two paints, as
    // Accessibility.sys.mjs does for an element that isn't in the tree.
    await accessibility.getAccessible(content.document.documentElement)
    const { windowUtils } = content as unknown as {
      windowUtils: { advanceTimeAndRefresh(milliseconds: number): void; restoreNormalRefresh(): void }
    }
    windowUtils.advanceTimeAndRefresh(0)
    windowUtils.advanceTimeAndRefresh(0)
    windowUtils.restoreNormalRefresh()
    const { service } = accessibility
    const root = service.getAccessibleFor(content.document)
    return (root ? withRole(root, target.role) : []).flatMap(accessible => {
      const { DOMNode: node } = accessible
      return node?.nodeType === 1 ? [accessibleFacts(node as Element, accessible)] : []
    })
  }
  const chooseFiles = async (element: Element, paths: readonly string[]) => {
    const privileged = File as unknown as { createFromFileName(path: string): Promise<File> }
    const input = element as HTMLInputElement & { mozSetFileArray(files: readonly File[]): void }
    input.mozSetFileArray(await Promise.all(paths.map(path => privileged.createFromFileName(path))))
    for (const type of ['input', 'change']) input.dispatchEvent(new content.Event(type, { bubbles: true }))
    return {}
  }
  const element = (handle: number): Element => {
    const found = known.get(handle)
    if (!found) throw new Error('it no longer exists')
    return found
  }
  const answer = (request: FrameRequest): unknown => {
    if ('find' in request) return find(request.find)
    if ('pressPoint' in request) return page.findPressPoint(element(request.pressPoint))
    if ('replaceText' in request) return page.replaceText(element(request.replaceText), request.text)
    return chooseFiles(element(request.chooseFiles), request.paths)
  }
  addMessageListener('rolecall:request', async ({ data: { id, request } }) => {
    try {
      sendAsyncMessage('rolecall:answer', { id, json: JSON.stringify({ value: await answer(request) }) })
    } catch (error) {
      sendAsyncMessage('rolecall:answer', { id, json: JSON.stringify({ error: String(error) }) })
    }
  })
}

/**
 * The URL that Firefox loads the frame script from. In it `this` is separate for each tab or popup, unlike
 * `globalThis`.
 */
export const frameScriptUrl = `data:application/javascript;charset=utf-8,${encodeURIComponent(`{
  const __name = it => it
  const page = { findElements: ${findElements}, findPressPoint: ${findPressPoint}, readFacts: ${readFacts}, replaceText: ${replaceText} }
  ;(${answerRequests})(this, page)
}`)}`
