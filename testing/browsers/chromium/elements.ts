import type { CDPSession, Page } from '@playwright/test'
import type { ElementFacts, Target } from '../driver'
import { type DocumentQuery, findElements } from '../page/find-elements'
import { type DocumentFacts, readFacts } from '../page/read-facts'
import type { Found } from '../surface'

/** The id of a remote object. */
export type ElementHandle = string

type AriaRole = Parameters<Page['getByRole']>[0]

/** Finds elements, with their role and name from Chromium's accessibility tree. */
export async function find(
  page: Page,
  cdp: CDPSession,
  target: Target,
): Promise<readonly Found<ElementHandle>[]> {
  const query = 'css' in target ? { css: target.css } : ({ labels: true } as const)
  const nodes = await ('role' in target ? findByRole(page, cdp, target.role) : findInDocument(cdp, query))
  const first = nodes[0]
  if (!first) return []
  const facts = await callOn<readonly DocumentFacts[]>(
    cdp,
    first.handle,
    `async (...elements) => elements.map(${readFacts})`,
    nodes.map(({ handle }) => ({ objectId: handle })),
  )
  return nodes.flatMap(({ handle, role, name }, index) => {
    const ofDocument = facts[index]
    return ofDocument ? [{ handle, facts: { ...ofDocument, role, name } }] : []
  })
}

type Argument = { readonly objectId: string } | { readonly value: unknown }

/** Calls a function in the page with an element and further arguments. Returns its value. */
export async function callOn<T>(
  cdp: CDPSession,
  handle: ElementHandle,
  declaration: string,
  args: readonly Argument[] = [{ objectId: handle }],
): Promise<T> {
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId: handle,
    // tsx compiles inner functions to calls of __name, which the page doesn't have.
    functionDeclaration: `function (...args) { const __name = it => it; return (${declaration})(...args) }`,
    arguments: [...args],
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

type Node = { readonly handle: ElementHandle } & Pick<ElementFacts, 'role' | 'name'>

/**
 * Playwright finds the candidates, and the accessibility tree decides. The protocol's own search by role writes out the
 * whole tree, which takes 6 s for a page with a text of 30,000 lines.
 */
async function findByRole(page: Page, cdp: CDPSession, role: string): Promise<readonly Node[]> {
  const places = await page.getByRole(role as AriaRole).evaluateAll(elements => {
    const all = new Map([...document.querySelectorAll('*')].map((element, place) => [element, place]))
    return elements.map(element => all.get(element) ?? -1)
  })
  const source = `${JSON.stringify(places)}.flatMap(place => document.querySelectorAll('*')[place] ?? [])`
  const nodes = await describeElements(cdp, source)
  return nodes.filter(node => node.role === role)
}

function findInDocument(cdp: CDPSession, query: DocumentQuery): Promise<readonly Node[]> {
  return describeElements(cdp, `(${findElements})(document, ${JSON.stringify(query)})`)
}

/** Describes the elements of the array that the expression evaluates to. */
async function describeElements(cdp: CDPSession, expression: string): Promise<readonly Node[]> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  const { result: properties } = await cdp.send('Runtime.getProperties', {
    objectId: result.objectId ?? '',
    ownProperties: true,
  })
  const handles = properties.flatMap(({ name, value }) =>
    /^\d+$/.test(name) && value?.objectId ? [value.objectId] : [],
  )
  return Promise.all(
    handles.map(async handle => {
      const partial = { objectId: handle, fetchRelatives: false }
      const [node] = (await cdp.send('Accessibility.getPartialAXTree', partial)).nodes
      if (!node || node.ignored) return { handle, role: 'none', name: '' }
      // Chromium has its own names, such as LabelText, for elements without an ARIA role.
      const role = String(node.role?.value ?? 'none')
      return { handle, role: /^[a-z]+$/.test(role) ? role : 'generic', name: tidy(node.name?.value) }
    }),
  )
}

function tidy(name: unknown): string {
  return String(name ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
