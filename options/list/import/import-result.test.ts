import { describe, expect, it } from 'vitest'
import { asOneLine } from '../../../src/lib/one-line'
import { importResult } from './import-result'

const options = { roleName: 'Admin', sourceProfile: '', colors: 'none' } as const
const before = '[a]\naws_account_id = 111122223333\nrole_name = A\n'
const text = `[a]\naws_account_id = 111122223333\nrole_name = B\n[b]\naws_account_id = 111122223333\nrole_name = B\n`

describe('an import', () => {
  it('replaces the text', () => {
    expect(importResult(`${before}[c]\nregion = x`, { kind: 'text', text }, 'replace', options)).toEqual({
      text,
      found: 2,
      added: ['b'],
      changed: ['a'],
      removed: ['c'],
    })
  })

  it('or adds new profiles to it', () => {
    expect(importResult(before, { kind: 'text', text }, 'add', options)).toMatchObject({
      text: `${before}\n[b]\naws_account_id = 111122223333\nrole_name = B\n`,
      added: ['b'],
      changed: [],
      removed: [],
    })
  })

  it('makes roles from accounts', () => {
    const content = {
      kind: 'accounts',
      accounts: [{ id: asOneLine('444455556666'), name: asOneLine('shop') }],
      inactive: [],
      withoutId: [],
    } as const
    expect(importResult(before, content, 'add', options)).toMatchObject({
      text: `${before}\n[shop]\naws_account_id = 444455556666\nrole_name = Admin\n`,
      added: ['shop'],
    })
  })

  it('adds an account whose name another account has, and skips one that exists already', () => {
    const accounts = ['111122223333', '444455556666'].map(id => ({ id: asOneLine(id), name: asOneLine('a') }))
    const content = { kind: 'accounts', accounts, inactive: [], withoutId: [] } as const
    expect(importResult(before, content, 'add', options)).toMatchObject({
      added: ['a 444455556666'],
      changed: [],
      removed: [],
    })
  })

  it('adds an account with the name of the settings section', () => {
    const accounts = [{ id: asOneLine('444455556666'), name: asOneLine('rolecall') }]
    const content = { kind: 'accounts', accounts, inactive: [], withoutId: [] } as const
    const { added } = importResult(`[rolecall]\nrefresh = 60\n${before}`, content, 'add', options)
    expect(added).toEqual(['rolecall 444455556666'])
  })
})
