import type { CDPSession } from 'puppeteer-core'
import type { AccessibleFacts, ElementFacts, Target } from '../driver'
import { type DocumentQuery, findElements } from '../page/find-elements'
import { readFacts } from '../page/read-facts'
import type { Found } from '../surface'

/** An element in an array that the page keeps for the driver. */
export interface ElementHandle {
  /** The id of the array, a remote object. */
  readonly list: string
  readonly index: number
}

/**
 * Finds elements. Those of a role have their role and name from Chromium's accessibility tree. For the others it isn't
 * built.
 */
export async function find(cdp: CDPSession, target: Target): Promise<readonly Found<ElementHandle>[]> {
  const query = queryOf(target)
  const list = await evaluateList(cdp, `(${findElements})(document, ${JSON.stringify(query)})`)
  if (list === undefined) return []
  const read = `async function () { return this.map(${readFacts}) }`
  const facts = await call<readonly ElementFacts[]>(cdp, list, read, [])
  if (!('role' in target)) return facts.map((facts, index) => ({ handle: { list, index }, facts }))
  const nodes = await describeElements(cdp, list)
  return nodes.flatMap((node, index) => {
    const ofDocument = facts[index]
    if (!ofDocument || node.role !== target.role) return []
    return [{ handle: { list, index }, facts: { ...ofDocument, ...node } satisfies AccessibleFacts }]
  })
}

function queryOf(target: Target): DocumentQuery {
  if ('css' in target) return { css: target.css }
  return 'role' in target ? { visible: elementsOfRole(target.role) } : { labels: true }
}

/** The elements that have a role without an attribute, as far as the tests look for it. */
const nativeElements: Readonly<Record<string, string>> = {
  button: 'button, input:is([type=button], [type=submit])',
  checkbox: 'input[type=checkbox]',
  combobox: 'select, input[list]',
  dialog: 'dialog',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  main: 'main',
  option: 'option',
  radio: 'input[type=radio]',
  searchbox: 'input[type=search]',
  status: 'output',
  textbox: 'textarea, input:not([type]), input:is([type=text], [type=url], [type=password])',
}

/** Returns a selector for every element that may have the role. The accessibility tree decides. */
function elementsOfRole(role: string): string {
  const native = nativeElements[role]
  return native ? `${native}, [role=${role}]` : `[role=${role}]`
}

/** Calls a function in the page with an element and further arguments. Returns its value. */
export function callOn<T>(
  cdp: CDPSession,
  { list, index }: ElementHandle,
  declaration: string,
  ...args: readonly unknown[]
): Promise<T> {
  const onElement = `function (index, ...args) { return (${declaration})(this[index], ...args) }`
  return call(cdp, list, onElement, [index, ...args])
}

/** Returns the id of the element itself, for commands that need one. */
export async function elementId(cdp: CDPSession, { list, index }: ElementHandle): Promise<string> {
  const { result } = await cdp.send('Runtime.callFunctionOn', {
    objectId: list,
    functionDeclaration: `function () { return this[${index}] }`,
  })
  return result.objectId ?? ''
}

async function call<T>(
  cdp: CDPSession,
  objectId: string,
  declaration: string,
  args: readonly unknown[],
): Promise<T> {
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId,
    // tsx compiles inner functions to calls of __name, which the page doesn't have.
    functionDeclaration: `function (...args) { const __name = it => it; return (${declaration}).apply(this, args) }`,
    arguments: args.map(value => ({ value })),
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value
}

/** Returns the id of the array that the expression evaluates to; undefined if it's empty. */
async function evaluateList(cdp: CDPSession, expression: string): Promise<string | undefined> {
  const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', { expression })
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.description === 'Array(0)' ? undefined : result.objectId
}

/** Returns the role and name of each element of the array. */
async function describeElements(cdp: CDPSession, list: string) {
  const { result: properties } = await cdp.send('Runtime.getProperties', {
    objectId: list,
    ownProperties: true,
  })
  const elements = properties.flatMap(({ name, value }) =>
    /^\d+$/.test(name) && value?.objectId ? [value.objectId] : [],
  )
  return Promise.all(
    elements.map(async objectId => {
      const [node] = (await cdp.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false }))
        .nodes
      if (!node || node.ignored) return { role: 'none', name: '' }
      // Chromium has its own names, such as LabelText, for elements without an ARIA role.
      const role = String(node.role?.value ?? 'none')
      return { role: /^[a-z]+$/.test(role) ? role : 'generic', name: tidy(node.name?.value) }
    }),
  )
}

function tidy(name: unknown): string {
  return String(name ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
