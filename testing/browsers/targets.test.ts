import { describe, expect, it } from 'vitest'
import { describeTarget, nameMatches } from './targets'

describe('nameMatches', () => {
  it('compares a string with the whole name', () => {
    expect(nameMatches('Save', 'Save')).toBe(true)
    expect(nameMatches('Save as', 'Save')).toBe(false)
    expect(nameMatches('Save as', 'Save\n  as')).toBe(true)
  })

  it('searches for a regular expression, each time from the start', () => {
    const wanted = /^prod/g
    expect(nameMatches('prod admin', wanted)).toBe(true)
    expect(nameMatches('prod admin', wanted)).toBe(true)
    expect(nameMatches('not prod', wanted)).toBe(false)
  })

  it('accepts every name if none is given', () => {
    expect(nameMatches('', undefined)).toBe(true)
  })
})

describe('describeTarget', () => {
  it.each([
    [{ role: 'option' }, 'an element with the role option'],
    [{ role: 'button', name: 'Save' }, 'the button “Save”'],
    [{ role: 'option', name: /^prod/ }, 'the option /^prod/'],
    [{ label: 'Import file' }, 'the field labelled “Import file”'],
    [{ css: 'main p' }, 'main p'],
  ])('describes %j', (target, words) => {
    expect(describeTarget(target)).toBe(words)
  })
})
