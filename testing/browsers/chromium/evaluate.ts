import type { CDPSession } from 'puppeteer-core'

// Puppeteer's own evaluation counts as a gesture of the user's, which allows a page more than it should have here.

type Evaluation = Awaited<ReturnType<typeof evaluate>>

/** Returns the text that the expression's promise resolves to in a page or worker. */
export async function evaluateText(cdp: CDPSession, expression: string): Promise<string> {
  return String(resultOf(await evaluate(cdp, { expression, awaitPromise: true })).value)
}

/** Returns the id of the object that the expression gives in a page. The one given before is let go of. */
export async function evaluateObject(cdp: CDPSession, expression: string): Promise<string> {
  const objectGroup = 'rolecall'
  const released = cdp.send('Runtime.releaseObjectGroup', { objectGroup })
  const [evaluation] = await Promise.all([evaluate(cdp, { expression, objectGroup }), released])
  return resultOf(evaluation).objectId ?? ''
}

/** Calls a function in the page with the object and further arguments. Returns its value. */
export async function callOn<T>(
  cdp: CDPSession,
  objectId: string,
  declaration: string,
  ...args: readonly unknown[]
): Promise<T> {
  const evaluation = await cdp.send('Runtime.callFunctionOn', {
    objectId,
    // Code that tsx compiled names its inner functions with __name, which the page doesn't have.
    functionDeclaration: `function (...args) { const __name = it => it; return (${declaration})(this, ...args) }`,
    arguments: args.map(value => ({ value })),
    awaitPromise: true,
    returnByValue: true,
  })
  return resultOf(evaluation).value
}

function evaluate(
  cdp: CDPSession,
  request: { readonly expression: string; awaitPromise?: true; objectGroup?: string },
) {
  return cdp.send('Runtime.evaluate', request)
}

function resultOf({ result, exceptionDetails }: Evaluation): Evaluation['result'] {
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result
}
