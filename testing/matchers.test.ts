import { expect as check, describe, it } from 'vitest'
import type { ElementFacts, Surface, Target } from './browsers/driver'
import { expect } from './matchers'

/** A page that shows each of these lists of elements in turn, and then the last for good. An `undefined` one is an error. */
function pageOf(...moments: readonly (readonly string[] | undefined)[]): Surface {
  let asked = 0
  const all = async (_: Target) => {
    const names = moments[Math.min(asked++, moments.length - 1)]
    if (!names) throw new Error('The page is just changing.')
    return names.map(name => ({ name, text: name })) as unknown as readonly ElementFacts[]
  }
  return { all } as unknown as Surface
}

const button = { role: 'button' } as const
const options = { role: 'option' } as const
const soon = { timeout: 200 }

describe('a matcher', () => {
  it('asks until it holds, also after an error', async () => {
    await expect(pageOf([], undefined, ['Save'])).toShow(button)
    await expect(pageOf(['shop'], undefined, ['shop Operator', 'archive Reader'])).toShowRoles(
      'shop',
      'archive',
    )
  })

  it('asks until its contrary holds', async () => {
    await expect(pageOf(['Save', 'Save'], undefined, ['Save'], [])).not.toShow(button)
    await expect(pageOf(['Saved'], ['Saved'], ['Unsaved'])).not.toSay(/^Saved/)
  })

  it('fails with the last complaint', async () => {
    await check(expect(pageOf(['Nothing'])).toSay('Saved', soon)).rejects.toThrow(/"Saved".*"Nothing/s)
    await check(expect(pageOf(['Saved'])).not.toSay('Saved', soon)).rejects.toThrow(/not.*"Saved"/s)
    await check(expect(pageOf(['Saved'], undefined)).toSay('Saved now', soon)).rejects.toThrow(
      'The page is just changing.',
    )
  })
})

describe('expect.poll', () => {
  it('asks until the assertion holds, also after an error', async () => {
    const page = pageOf([], undefined, ['shop'])
    await expect.poll(() => page.all(options)).toHaveLength(1)
  })

  it('takes no error for an answer that isn’t the unwanted one', async () => {
    const page = pageOf(undefined)
    const asked = async () => {
      await expect.poll(() => page.all(options), soon).not.toHaveLength(1)
    }
    await check(asked()).rejects.toThrow('The page is just changing.')
  })
})
