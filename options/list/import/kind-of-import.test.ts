import { describe, expect, it } from 'vitest'
import { kindOfImport } from './kind-of-import'

const config = { name: 'config', text: '# Mine\n\n[profile a]\nregion = eu-west-1\n' }
const credentials = {
  name: 'credentials',
  text: '[a]\naws_access_key_id = AKIAINVENTEDINVENTED\n\n[b]\naws_access_key_id = AKIAINVENTEDINVENTED\n',
}
const accounts = {
  name: 'accounts.json',
  text: '{"Accounts":[{"Id":"444455556666","Name":"shop","Status":"ACTIVE"}]}',
}

describe('kindOfImport', () => {
  it('keeps a single text unchanged, to the last character', () => {
    const text = '\uFEFF\r\n[a]\r\nregion=x  \r\n\r\n'
    expect(kindOfImport([{ name: 'roles.ini', text }])).toEqual({
      content: { kind: 'text', text },
      secrets: '',
    })
  })

  it('removes access keys', () => {
    expect(kindOfImport([credentials])).toEqual({
      content: {
        kind: 'text',
        text: '[a]\n; aws_access_key_id removed\n\n[b]\n; aws_access_key_id removed\n',
      },
      secrets: '2, 5',
    })
  })

  it.each([[[config, credentials]], [[credentials, config]]])(
    'has each profile of a config and its credentials once, with the config’s keys',
    texts => {
      expect(kindOfImport(texts)).toEqual({
        content: { kind: 'text', text: `${config.text}\n[b]\n; aws_access_key_id removed\n` },
        secrets: 'credentials (2, 5)',
      })
    },
  )

  it('reads the accounts of an organization on their own', () => {
    expect(kindOfImport([accounts])).toMatchObject({ content: { kind: 'accounts' } })
    expect(kindOfImport([config, accounts])).toEqual({
      file: 'accounts.json',
      reason: { kind: 'accounts-among-others' },
    })
    expect(kindOfImport([{ name: 'none.json', text: '{"Accounts":[]}' }])).toEqual({
      file: 'none.json',
      reason: { kind: 'list', list: 'nothing' },
    })
  })

  it('joins the pages of a list, and never reads JSON as a list of roles', () => {
    const page = { name: 'page.json', text: accounts.text.replace('}]}', '}],"NextToken":"a"}') }
    expect(kindOfImport([page, accounts])).toMatchObject({ content: { kind: 'accounts' } })
    const reasonOf = (text: string) => kindOfImport([{ name: 'a', text }])
    expect(reasonOf(page.text)).toEqual({ file: 'a', reason: { kind: 'list', list: 'incomplete' } })
    expect(reasonOf('[\n  ["111122223333", "shop"],\n  [')).toEqual({
      file: 'a',
      reason: { kind: 'list', list: 'cut' },
    })
    expect(reasonOf('{"a": 1}')).toEqual({ file: 'a', reason: { kind: 'list', list: 'nothing' } })
    const among = kindOfImport([config, { name: 'b', text: '[\n["a"]\n]' }])
    expect(among).toEqual({ file: 'b', reason: { kind: 'list', list: 'nothing' } })
  })
})
