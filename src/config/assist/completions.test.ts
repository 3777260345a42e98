import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { completionsAt, knownValues } from './completions'

const known = knownValues(
  parseConfig(`
[base]
aws_account_id = 111122223333
target_role_name = Engineer
[a #1]
role_arn = arn:aws:iam::111122223333:role/Admin
group = Production
[b]
role_arn = arn:aws:iam::111122223333:role/Admin
group = Production`).profiles,
)

/** Returns the completions at the `|`. */
function at(line: string, ...given: readonly string[]) {
  return inSection(false, line, given)
}

/** The same in a section `[rolecall]`. */
function inSettings(line: string, ...given: readonly string[]) {
  return inSection(true, line, given)
}

function inSection(isSettings: boolean, line: string, given: readonly string[]) {
  const above = { keys: new Set(given), isSettings }
  return completionsAt(line.replace('|', ''), line.indexOf('|'), above, known)
}

/** The keys for groups, which may be given several times. */
const rules = ['confirm_group', 'confirm_name_group', 'reader_group']

describe('completions', () => {
  it('offer the few values of a key, and the groups for a team’s rule', () => {
    expect(at('confirm = |')?.texts).toEqual(['true', 'name', 'false'])
    expect(at('reader = |')?.texts).toContain('b')
    expect(inSettings('reader_group = |')?.texts).toEqual(['Production'])
  })

  it('offer keys at the start of a line, except those that the section has', () => {
    expect(at(' ro|', 'aws_account_id')).toMatchObject({ range: { from: 1, to: 3 }, kind: 'key' })
    expect(at('ro|', 'aws_account_id')?.texts.slice(0, 2)).toEqual(['role_name', 'role_arn'])
    expect(at('rol|e = x', 'role_name')?.range).toEqual({ from: 0, to: 4 })
    expect(at('color|', 'color')?.texts).toContain('color')
  })

  it('offer the keys of settings in [rolecall], and include even if it’s already there', () => {
    expect(inSettings('i|')).toEqual({
      range: { from: 0, to: 1 },
      texts: ['include', 'refresh', ...rules],
      kind: 'key',
    })
    expect(inSettings('i|', 'include', 'refresh')?.texts).toEqual(['include', ...rules])
    expect(inSettings('refresh|', 'refresh')?.texts).toEqual(['include', 'refresh', ...rules])
    expect(inSettings('region = |')).toBeUndefined()
  })

  it.each([
    ['source_profile = |', ['base', '"a #1"', 'b']],
    ['INCLUDE_profile=b|', ['base', '"a #1"', 'b']],
    ['group = |', ['Production']],
    ['role_name = A|', ['Engineer', 'Admin']],
  ])('offer the text’s own values at %j', (line, texts) => {
    expect(at(line)?.texts).toEqual(texts)
  })

  it('offer regions', () => {
    expect(at('target_region = eu-w|')?.texts).toContain('eu-west-1')
    expect(at('region = e| ; x')?.range).toEqual({ from: 9, to: 10 })
    expect(at('region =|')?.range).toEqual({ from: 8, to: 8 })
  })

  it.each(['|', '# ro|', '[a|]', 'description = |', 'region = x ; eu|', 'hello |'])(
    'offer nothing at %j',
    line => {
      expect(at(line)).toBeUndefined()
    },
  )
})
