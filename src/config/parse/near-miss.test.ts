import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asOneLine } from '../../lib/one-line'
import { checkForm, emptyForm } from '../edit/role-form'
import { parseConfig } from '../resolve/parse-config'
import { checkAccount, checkPermissionSet, checkRoleArn, checkRoleName } from './aws-values'
import { decode } from './value'

const account = '111122223333'

/** The fix for a value, 'fine' if there is nothing to fix, or undefined. */
function fixOf(checked: unknown): string | undefined {
  if (typeof checked !== 'object' || checked === null || !('severity' in checked)) return 'fine'
  return (checked as { fix?: { text: string } }).fix?.text
}

const forAdmin = [
  `arn:aws:iam::${account}:role/Admin`,
  `ARN:AWS:IAM::${account}:ROLE/Admin`,
  `arn:aws:iam:${account}:role/Admin`,
  `arn:aws:sts::${account}:assumed-role/Admin/engineer`,
  `${account}:role/Admin`,
  `${account}/Admin`,
  'role/Admin',
  '/role/Admin',
  'Role/Admin',
  'role:Admin',
  ':role/Admin',
  'assumed-role/Admin/engineer',
  `arn:aws:iam::${account}:role/arn:aws:iam::${account}:role/Admin`,
  `https://signin.aws.amazon.com/switchrole?account=${account}&roleName=Admin&displayName=a`,
  `https://signin.aws.amazon.com/switchrole?roleName=Admin&account=acme`,
  'https://us-east-1.console.aws.amazon.com/iam/home?region=eu-west-1#/roles/details/Admin?section=permissions',
  'https://console.aws.amazon.com/iam/home#/roles/Admin',
  'console.aws.amazon.com/iam/home#/roles/Admin',
]

describe('a role name with more than a name', () => {
  it.each(forAdmin)('%s has the fix Admin', text => {
    expect(fixOf(checkRoleName(text))).toBe('Admin')
    expect(fixOf(checkPermissionSet(text))).toBe('Admin')
  })

  it.each(['role_name', 'target_role_name', 'sso_role_name', 'granted_sso_role_name'])(
    'is an error in %s',
    key => {
      for (const text of forAdmin) {
        const { diagnostics, profiles } = parseConfig(`[a]\naws_account_id = ${account}\n${key} = "${text}"`)
        expect(diagnostics).toMatchObject([
          { severity: 'error', kind: 'invalidRoleName', fix: { text: 'Admin' }, line: 3 },
        ])
        expect(profiles).toEqual([])
      }
    },
  )

  it('is an error in the form', () => {
    for (const roleName of forAdmin) {
      const found = checkForm({ ...emptyForm, name: 'a', account, roleName })
      expect(found.get('roleName')).toMatchObject({ kind: 'invalidRoleName', fix: { text: 'Admin' } })
    }
  })

  it.each([
    [`arn:aws:iam::${account}:role/team/Admin`, 'team/Admin'],
    ['role/team/Admin', 'team/Admin'],
    ['Admin/', 'Admin'],
    [`https://signin.aws.amazon.com/switchrole?account=${account}&roleName=team%2FAdmin`, 'team/Admin'],
    [`arn:aws:iam::${account}:user/engineer`, undefined],
    ['arn:aws:iam::aws:policy/AdministratorAccess', undefined],
    ['https://example.com/', undefined],
    ['https://example.com/roles/%zz', undefined],
    ['my role', undefined],
    ['role/', undefined],
    ['role/my role', undefined],
  ])('%s has the fix %s', (text, fix) => {
    expect(fixOf(checkRoleName(text))).toBe(fix)
  })

  it.each([
    'Admin',
    'team/Admin',
    'roles/Admin',
    'role-a',
    'role',
    'arn-reader',
    'a/role/b',
    'service-role/x',
  ])('%s is a name', text => {
    expect(fixOf(checkRoleName(text))).toBe('fine')
  })

  it.each([
    ['AWSReservedSSO_Reader_0123456789abcdef', 'Reader'],
    [
      `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_My_Set_0123456789abcdef`,
      'My_Set',
    ],
  ])('the role %s isn’t a permission set: it belongs to %s', (text, fix) => {
    expect(fixOf(checkPermissionSet(text))).toBe(fix)
  })
})

describe('text that is almost an ARN', () => {
  it.each([
    `arn:aws:iam:${account}:role/team/Admin`,
    `arn:aws:iam:::${account}:role/team/Admin`,
    `arn:aws:iam::1111-2222-3333:role/team/Admin`,
    `arn:aws:iam::1111 2222 3333:role/team/Admin`,
    `ARN:AWS:IAM::${account}:ROLE/team/Admin`,
    `arn:aws:iam::${account}:role:team/Admin`,
    `arn:aws:iam::${account}:roles/team/Admin`,
    `arn:aws:iam::${account}:Role/team/Admin`,
    `arn:aws:iam::${account}:/role/team/Admin`,
    `arn:aws:iam::${account}/role/team/Admin`,
    `arn:aws:iam::${account}:role/team/Admin/`,
    `arn:aws:iam:us-east-1:${account}:role/team/Admin`,
    `arn:aws:sts::${account}:role/team/Admin`,
    `aws:iam::${account}:role/team/Admin`,
    `iam::${account}:role/team/Admin`,
    `arn:iam::${account}:role/team/Admin`,
    `${account}:role/team/Admin`,
    `arn: aws: iam:: ${account}: role/team/Admin`,
    `“arn:aws:iam::${account}:role/team/Admin”`.replace(/[“”]/g, '"'),
    `<arn:aws:iam::${account}:role/team/Admin>`,
    `arn:aws:iam::${account}:role/arn:aws:iam::${account}:role/team/Admin`,
    `https://signin.aws.amazon.com/switchrole?account=${account}&roleName=team/Admin`,
  ])('%s has its fix', text => {
    expect(fixOf(checkRoleArn(text))).toBe(`arn:aws:iam::${account}:role/team/Admin`)
  })

  it.each([
    ['arn:aws:iam::11122223333:role/Admin', 'arn:aws:iam::011122223333:role/Admin'],
    [`arn:AWS-CN:iam::${account}:role/Admin`, `arn:aws-cn:iam::${account}:role/Admin`],
    [`arn:aws:sts::${account}:assumed-role/Admin/engineer`, `arn:aws:iam::${account}:role/Admin`],
    [
      `https://signin.amazonaws-us-gov.com/switchrole?account=${account}&roleName=Admin`,
      `arn:aws-us-gov:iam::${account}:role/Admin`,
    ],
    [`arn:aws:iam::${account}:role/arn:aws:iam::444455556666:role/Admin`, undefined],
    [`arn:aws-moon:iam:${account}:role/Admin`, undefined],
    [`arn:aws:iam::${account}:user/engineer`, undefined],
    [`arn:aws:iam::${account}:role/`, undefined],
    ['arn:aws:iam:::role/Admin', undefined],
    ['Admin', undefined],
  ])('%s has the fix %s', (text, fix) => {
    expect(fixOf(checkRoleArn(text))).toBe(fix)
  })

  it.each([
    ['signin.aws.amazon.com', 'aws'],
    ['signin.aws.com', 'aws'],
    ['eu-west-1.signin.aws.amazon.com', 'aws'],
    ['signin.aws-us-gov.com', 'aws-us-gov'],
    ['us-gov-west-1.signin-fips.amazonaws-us-gov.com', 'aws-us-gov'],
    ['signin.amazonaws.cn', 'aws-cn'],
    ['signin.amazonwebservices.cn', 'aws-cn'],
    ['eusc-de-east-1.signin.amazonaws-eusc.eu', 'aws-eusc'],
    ['signin.aws.eu', 'aws-eusc'],
  ])('a link to a role on %s has a fix in the partition %s', (host, partition) => {
    const link = `https://${host}/switchrole?account=${account}&roleName=Admin`
    expect(fixOf(checkRoleArn(link))).toBe(`arn:${partition}:iam::${account}:role/Admin`)
  })

  it('has no fix if there is an address in the role’s path', () => {
    expect(fixOf(checkRoleArn(asOneLine(`&roleName=?account=${account}https://arn`)))).toBeUndefined()
  })

  it('has a fix that is itself valid, whatever the text', () => {
    const piece = fc.constantFrom(
      ...[
        'arn',
        ':',
        '::',
        'aws',
        'AWS',
        '-cn',
        'iam',
        'sts',
        account,
        '1111-2222-3333',
        '12345678901',
        'role',
        '/',
      ],
      ...[
        'roles',
        'assumed-role',
        'Admin',
        ' ',
        '"',
        'https://',
        'signin.aws.amazon.com/',
        '?account=',
        '&roleName=',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), pieces => {
        const text = asOneLine(pieces.join(''))
        for (const check of [checkRoleArn, checkRoleName, checkPermissionSet, checkAccount]) {
          const fix = fixOf(check(text))
          if (fix !== undefined && fix !== 'fine') expect(fixOf(check(asOneLine(decode(fix))))).toBe('fine')
        }
      }),
      { numRuns: 5000 },
    )
  })

  it('doesn’t take a link inside a link for a name', () => {
    for (const text of [
      `?account=${account}signin.aws.amazon.com/roles/https://arn`,
      `https://signin.aws.amazon.com/switchrole?account=${account}&roleName=arn:aws:iam::${account}:x`,
    ])
      expect(fixOf(checkRoleArn(asOneLine(text)))).toBeUndefined()
  })

  it('takes almost no time, however hostile', () => {
    const started = performance.now()
    for (const one of [':', ' ', '1', '1 ', 'arn:', 'role/', '/', 'aws', '-1']) {
      const text = one.repeat(2000 / one.length)
      for (const check of [checkRoleArn, checkRoleName, checkPermissionSet, checkAccount])
        check(asOneLine(text))
    }
    expect(performance.now() - started).toBeLessThan(500)
  })
})

describe('text that is almost an account', () => {
  it.each([
    ['1234567890', '001234567890'],
    ['1111-2222-3333', account],
    ['1111.2222.3333', account],
    ['111122223333.0', account],
    [`arn:aws:iam::${account}:root`, account],
    [`https://${account}.signin.aws.amazon.com/console`, account],
    ['https://acme-app.signin.aws.amazon.com/console', 'acme-app'],
    [`shop (${account})`, account],
    [`#${account}`, account],
    ['My-Co', 'my-co'],
    ['12345', undefined],
    ['XXXXXXXXXXXX', undefined],
    ['1.11122E+11', undefined],
    [`${account} 444455556666`, undefined],
  ])('%s has the fix %s', (text, fix) => {
    expect(fixOf(checkAccount(text))).toBe(fix)
  })
})

describe('an alias next to the ARN', () => {
  it.each([
    `aws_account_id = acme-app\nrole_arn = arn:aws:iam::${account}:role/Admin`,
    `role_arn = arn:aws:iam::${account}:role/Admin\naws_account_id = acme-app`,
  ])('is kept, and the account is the ARN’s: %j', lines => {
    const { profiles, diagnostics } = parseConfig(`[a]\n${lines}`)
    expect(diagnostics).toEqual([])
    expect(profiles).toMatchObject([{ account, accountAlias: 'acme-app', roleName: 'Admin' }])
  })

  it('gives way to aws_account_alias', () => {
    const arn = `role_arn = arn:aws:iam::${account}:role/Admin`
    for (const lines of [
      `aws_account_id = acme-app\n${arn}\naws_account_alias = acme`,
      `aws_account_alias = acme\naws_account_id = acme-app\n${arn}`,
    ]) {
      expect(parseConfig(`[a]\n${lines}`).profiles).toMatchObject([{ account, accountAlias: 'acme' }])
    }
  })
})
