import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { parseTogether } from '../resolve/parse-together'
import { addProfile, editProfile } from './edit-profile'
import { checkForm, emptyForm, formOf, type RoleForm } from './role-form'

const text = `# Ours
[base]
aws_account_id = 111122223333

; The shop
[profile shop]
source_profile = base
aws_account_id = 333344445555   ; id
role_name      = Operator
color          = D13212
group          = Production
s3 =
  region = never

# The rest
[profile other]
include_profile = shop
role_arn=arn:aws-cn:iam::444455556666:role/team/Admin
`

/** Edits the profile of that name, and returns the lines that differ. */
function edit(
  whole: string,
  name: string,
  changes: Partial<RoleForm>,
): { removed: string[]; added: string[] } {
  const profile = parseConfig(whole).profiles.find(one => one.name === name)
  if (!profile) throw new Error(name)
  const form = formOf(profile)
  const edited = editProfile(whole, form, { ...form, ...changes })
  const [old, now] = [whole.split('\n'), edited?.text.split('\n') ?? []]
  return { removed: old.filter(line => !now.includes(line)), added: now.filter(line => !old.includes(line)) }
}

describe('editProfile', () => {
  it('keeps comments, order and style', () => {
    expect(edit(text, 'shop', { account: '777788889999' })).toEqual({
      removed: ['aws_account_id = 333344445555   ; id'],
      added: ['aws_account_id = 777788889999   ; id'],
    })
    expect(edit(text, 'shop', { color: '#ff8800' }).added).toEqual(['color          = FF8800'])
    expect(edit(text, 'shop', { color: 'rgb(255, 69, 0)' }).added).toEqual([
      'color          = rgb(255, 69, 0)',
    ])
    expect(edit(text, 'shop', { color: '#f80f' }).added).toEqual(['color          = #f80f'])
    expect(edit(text, 'shop', {})).toEqual({ removed: [], added: [] })
  })

  it('writes a new key below the last one, in the style of the others', () => {
    expect(edit(text, 'other', { region: 'cn-north-1' }).added).toEqual(['region=cn-north-1'])
    expect(edit('[a]\nrole_arn   = arn:aws:iam::444455556666:role/A', 'a', { group: 'x;y' }).added).toEqual([
      'group      = "x;y"',
    ])
  })

  it('removes the line of an emptied field', () => {
    expect(edit(text, 'shop', { group: '' })).toEqual({ removed: ['group          = Production'], added: [] })
  })

  it('writes into the ARN if there is one', () => {
    expect(edit(text, 'other', { account: '123456789012', roleName: 'Reader' }).added).toEqual([
      'role_arn=arn:aws-cn:iam::123456789012:role/Reader',
    ])
  })

  it('also updates the keys next to the ARN, so that both agree', () => {
    const both =
      '[a]\nrole_name = Admin\nrole_arn = arn:aws:iam::444455556666:role/Admin\naws_account_id = "444455556666" ; id\n'
    expect(edit(both, 'a', { account: '123456789012', roleName: 'Reader' }).added).toEqual([
      'role_name = Reader',
      'role_arn = arn:aws:iam::123456789012:role/Reader',
      'aws_account_id = 123456789012 ; id',
    ])
  })

  it('keeps what is indented below another key', () => {
    expect(edit(text, 'shop', { region: 'eu-west-1' }).removed).toEqual([])
  })

  it('renames a profile and all references to it', () => {
    expect(edit(text, 'shop', { name: 'store #1' }).added).toEqual([
      '[profile store #1]',
      'include_profile = "store #1"',
    ])
    expect(edit(text, 'base', { name: 'hub' }).added).toEqual(['[hub]', 'source_profile = hub'])
  })

  it('keeps line ends and a byte order mark', () => {
    const whole = '\uFEFF[a]\r\nrole_name = A'
    const form = { ...emptyForm, name: 'a' }
    expect(editProfile(whole, form, { ...form, name: 'b', group: 'G' })?.text).toBe(
      '\uFEFF[b]\r\nrole_name = A\r\ngroup = G',
    )
  })

  it('writes into a section that changes a team’s profile without an account of its own', () => {
    const overlay = '[mine]\naws_account_id=444455556666\n\n[shop]\ncolor=d13212\n'
    const [shop] = parseTogether(overlay, [text]).profiles.filter(({ name }) => name === 'shop')
    if (!shop) throw new Error('shop')
    const form = formOf(shop)
    expect(editProfile(overlay, form, { ...form, color: '#1d8102' })).toEqual({
      text: overlay.replace('d13212', '1d8102'),
      line: 4,
    })
  })

  it('returns nothing if the text has no such section', () => {
    expect(editProfile(text, { ...emptyForm, name: 'gone' }, emptyForm)).toBeUndefined()
  })
})

describe('addProfile', () => {
  const taken = /^(base|shop|other|rolecall)$/i
  const role = { ...emptyForm, name: 'new', account: '123456789012', roleName: 'Admin' }

  it('starts a text', () => {
    expect(addProfile('', role)).toEqual({
      text: '[new]\naws_account_id = 123456789012\nrole_name = Admin\n',
      line: 1,
    })
  })

  it('writes after the last profile of the same group and base account, in its style', () => {
    const { text: added, line } = addProfile(text, { ...role, group: 'Production', sourceProfile: 'base' })
    expect(added.split('\n').slice(line - 2, line + 6)).toEqual([
      '',
      '[profile new]',
      'source_profile = base',
      'aws_account_id = 123456789012',
      'role_name      = Admin',
      'group          = Production',
      '',
      '# The rest',
    ])
  })

  it('otherwise writes at the end, with the same line ends', () => {
    expect(addProfile('[a]\r\nrole_name=A', role).text).toBe(
      '[a]\r\nrole_name=A\r\n\r\n[new]\r\naws_account_id=123456789012\r\nrole_name=Admin\r\n',
    )
  })

  it('reads back what was entered', () => {
    const word = fc.stringMatching(/^[!-~本é][ -~本é]{0,8}[!-~本é]$/).filter(it => !taken.test(it))
    fc.assert(
      fc.property(word, word, word, fc.boolean(), (name, group, description, marked) => {
        const form = { ...role, name, group, description, color: '#d13212', region: 'eu-west-1' }
        const { text: added, line } = addProfile(marked ? text : '', form)
        const found = parseConfig(added).profiles.find(profile => profile.line === line)
        expect(found && formOf(found)).toEqual(form)
      }),
    )
  })
})

describe('checkForm', () => {
  it('reports the parser’s problems for each field', () => {
    const found = checkForm({
      ...emptyForm,
      name: 'a',
      account: '1111-2222-3333',
      roleName: 'A',
      color: 'reddish',
    })
    expect([...found].map(([field, { kind }]) => [field, kind])).toEqual([
      ['account', 'invalidAccount'],
      ['color', 'invalidColor'],
    ])
  })
})
