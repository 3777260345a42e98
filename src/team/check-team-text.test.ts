import { describe, expect, it } from 'vitest'
import { maxProfiles } from '../config/parse/read-sections'
import { parseConfig } from '../config/resolve/parse-config'
import { checkTeamText, checkTeamTexts } from './check-team-text'

const role = 'aws_account_id = 111122223333\nrole_name = Admin\n'

describe('a team list', () => {
  it.each([
    ['a role', `[a]\n${role}`],
    ['a base account', '[a]\naws_account_id = 111122223333'],
    ['a portal role', '[a]\nsso_account_id = 111122223333\nsso_role_name = R'],
    ['includes alone', '[rolecall]\ninclude = https://example.com/a.ini'],
    ['as many errors as profiles', `[a]\n${role}[b]\naws_account_id = 1`],
    ['many keys given twice', `[a]\n${role}${role}${role}`],
    ['a whole file of the AWS CLI', `[default]\nregion = eu-west-1\n[profile a]\n${role}s3 =\n  x = y`],
  ])('may be %s', (_, text) => {
    expect(checkTeamText(text)).toMatchObject({ kind: 'config', text })
  })

  it('is returned with its contents', () => {
    const text = `[rolecall]\nrefresh = 30\n[a]\n${role}`
    expect(checkTeamText(text)).toMatchObject({
      config: { profiles: [{ name: 'a', origin: 'team' }], diagnostics: [], settings: { refresh: 30 } },
    })
  })

  it('loses its access keys', () => {
    const checked = checkTeamText(`[a]\n${role}aws_secret_access_key = abcdefghijklmnopqrstuvwxyz`)
    expect(checked).toMatchObject({ text: `[a]\n${role}; aws_secret_access_key removed` })
  })

  it.each([
    ['prose', 'Your session has ended.\nSign in again.'],
    ['a document', '# Rolecall\n\n[Home](/)\n[Help](/help)\n\nNothing here.'],
    ['YAML', 'accounts:\n  - id: "111122223333"\n    role: Admin\n'],
    ['settings of another program', '[core]\neditor = vim\n[alias]\nco = checkout'],
    ['comments', '; moved to another server'],
    ['settings alone', '[rolecall]\nrefresh = 60'],
    ['profiles without accounts', '[production]\nregion = eu-west-1'],
  ])('is not %s', (_, text) => {
    expect(checkTeamText(text)).toEqual({ kind: 'refused', reason: { kind: 'no-profile' } })
  })

  it('isn’t mostly errors, like an unfilled template', () => {
    const text = `[ok]\n${role}${['a', 'b'].map(name => `[${name}]\naws_account_id = {{ id }}\n`).join('')}`
    expect(checkTeamText(text)).toEqual({
      kind: 'refused',
      reason: { kind: 'mostly-errors', profiles: 1, errors: 2 },
    })
  })
})

describe('several files', () => {
  it('may complete each other', () => {
    expect(checkTeamTexts(['[a]\ncolor = ff0000', `[a]\n${role}`])).toBeUndefined()
  })

  it('need an account, and not too many errors', () => {
    expect(checkTeamTexts(['[a]\nregion = eu-west-1', '[b]'])).toEqual({ kind: 'no-profile' })
    expect(checkTeamTexts(['[a]\ncolor = ff0000\n[b]\ncolor = ff0000', `[c]\n${role}`])).toEqual({
      kind: 'mostly-errors',
      profiles: 1,
      errors: 2,
    })
  })
})

describe('an included file', () => {
  it('may have no accounts, but must have profiles', () => {
    expect(checkTeamText('[production]\ncolor = ff0000', 'part')).toMatchObject({ kind: 'config' })
    expect(checkTeamText('hello', 'part')).toEqual({ kind: 'refused', reason: { kind: 'no-profile' } })
  })
})

describe('more profiles than the menu is made for', () => {
  const many = (count: number, start = 0) =>
    Array.from(
      { length: count },
      (_, index) => `[r${start + index}]\nrole_arn = arn:aws:iam::111122223333:role/R\n`,
    ).join('')

  it('are rejected, in one file or in several together', () => {
    const reason = { kind: 'too-many-profiles', most: maxProfiles }
    expect(checkTeamText(many(maxProfiles))).toMatchObject({ kind: 'config' })
    expect(checkTeamText(many(maxProfiles + 1))).toEqual({ kind: 'refused', reason })
    expect(checkTeamTexts([many(maxProfiles), many(1, maxProfiles)])).toEqual(reason)
  })

  it('are left out of the user’s own list, which is reported once', () => {
    const { profiles, diagnostics } = parseConfig(many(maxProfiles + 2))
    expect(profiles).toHaveLength(maxProfiles)
    expect(diagnostics).toMatchObject([{ kind: 'tooManyProfiles', line: 2 * maxProfiles + 1 }])
  })
})
