import { describe, expect, it } from 'vitest'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { checkText } from './check-text'

describe('checkText', () => {
  it('returns the same for the same texts, so that nothing is drawn or packed again', async () => {
    const text = generatedConfiguration(3)
    const first = await checkText(text, ['; team'])
    expect(await checkText(text, ['; team'])).toBe(first)
    expect(await checkText(text, ['; other'])).not.toBe(first)
    expect(first.findings).toMatchObject({ text, diagnostics: [], targets: { roles: { length: 3 } } })
  })

  it('has a short text’s results before the next task', async () => {
    const task = new Promise(resolve => setTimeout(resolve))
    expect(await Promise.race([task, checkText(generatedConfiguration(12), [])])).toHaveProperty('findings')
  })

  it.each([12, 2_000])('finds the same in a text of %i roles, wherever it is parsed', async roles => {
    const { targets } = await checkText(generatedConfiguration(roles), [])
    expect(targets.roles).toHaveLength(roles)
  })
})
