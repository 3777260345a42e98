import { describe, expect, it } from 'vitest'
import { describeTarget, nameMatches } from './targets'

describe('nameMatches', () => {
  it('wants the whole name of a string', () => {
    expect(nameMatches('Save', 'Save')).toBe(true)
    expect(nameMatches('Save as', 'Save')).toBe(false)
    expect(nameMatches('Save as', 'Save\n  as')).toBe(true)
  })

  it('looks for a regular expression, each time from the start', () => {
    const wanted = /^prod/g
    expect(nameMatches('prod admin', wanted)).toBe(true)
    expect(nameMatches('prod admin', wanted)).toBe(true)
    expect(nameMatches('not prod', wanted)).toBe(false)
  })

  it('takes every name where none is wanted', () => {
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
  ])('says %j in words', (target, words) => {
    expect(describeTarget(target)).toBe(words)
  })
})
