import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config'

const role = 'role_arn = arn:aws:iam::444455556666:role/Reader\n'

// docs/configuration.md, “Where other tools read a file otherwise”: what Rolecall does there, and why.
describe('where other tools read a file differently', () => {
  it.each([
    ['a comment after a value', `[a]\n${role}region = us-east-1 # home\n`, { region: 'us-east-1' }, []],
    ['a sign within a text', `[a]\n${role}group = OPS#123\n`, { group: 'OPS' }, ['cutOff']],
    ['quotes', `[a]\n${role}region = "us-east-1"\n`, { region: 'us-east-1' }, []],
    ['a value that goes on', `[a]\n${role}group = one\n  two\n`, { group: 'one' }, ['notKeyValue']],
    ['a key given twice', `[a]\n${role}group = one\ngroup = two\n`, { group: 'one' }, ['duplicateKey']],
    ['a line without a sign', `[a]\n${role}region\n`, { roleName: 'Reader' }, ['notKeyValue']],
    ['a header without the word', `[a]\n${role}`, { name: 'a' }, []],
    ['a name with a space', `[profile "a b"]\n${role}`, { name: 'a b' }, []],
    [
      'two defaults',
      `[profile default]\n${role}group = one\n[default]\ngroup = two\n`,
      { group: 'one' },
      ['defaultTwice'],
    ],
  ])('%s is read as documented', (_, text, profile, kinds) => {
    const { profiles, diagnostics } = parseConfig(text)
    expect(profiles).toHaveLength(1)
    expect(profiles[0]).toMatchObject(profile)
    expect(diagnostics.map(({ kind }) => kind)).toEqual(kinds)
  })

  it('[default] doesn’t pass anything on to other profiles', () => {
    const { profiles } = parseConfig(`[default]\nregion = us-east-1\n[profile a]\n${role}`)
    expect(profiles.find(({ name }) => name === 'a')).not.toHaveProperty('region')
  })
})
