import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { targetRoles } from '../roles/target-roles'
import { parseConfig } from './parse-config'
import { toAwsConfig } from './to-aws-config'

function exported(text: string) {
  const { profiles } = parseConfig(text)
  return toAwsConfig(targetRoles(profiles), profiles)
}

describe('toAwsConfig', () => {
  it('writes roles with their ARN, source and region, and base accounts to put credentials to', () => {
    const text = `
[hub]
aws_account_id = 111122223333
target_role_name = Engineer
target_region = eu-west-1
[shop 1]
source_profile = hub
aws_account_id = 444455556666
[customs]
aws_account_id = 555566667777
role_name = team/Admin
region = us-gov-west-1`
    expect(exported(text).text).toBe(`[profile hub]
region = eu-west-1

[profile "shop 1"]
role_arn = arn:aws:iam::444455556666:role/Engineer
source_profile = hub
region = eu-west-1

[profile customs]
role_arn = arn:aws-us-gov:iam::555566667777:role/team/Admin
source_profile = default
region = us-gov-west-1
`)
  })

  it('leaves out what is known by an alias only', () => {
    const text =
      '[default]\naws_account_id = hub-alias\n[a]\nsource_profile = default\naws_account_id = my-shop\nrole_name = A'
    expect(exported(text)).toEqual({ text: '[default]\n', count: 1, leftOut: ['a'], portalsLeftOut: [] })
  })

  it('keeps the source of a role that says nothing of its account, as in ~/.aws/config', () => {
    const text = `[profile base]
region = eu-west-1

[profile payments]
role_arn = arn:aws:iam::444455556666:role/Operator
source_profile = base

[profile archive]
role_arn = arn:aws:iam::555566667777:role/Reader
source_profile = only-in-the-credentials
`
    expect(exported(text).text).toBe(text)
  })

  it('has no portal role, and says which, but what a role names as its source', () => {
    const portal =
      'sso_account_id = 111122223333\nsso_role_name = R\nsso_start_url = https://example.awsapps.com/start\n'
    const text = `[base]\n${portal}[other]\n${portal}[a]\nsource_profile = base\nrole_arn = arn:aws:iam::444455556666:role/A\n`
    expect(exported(text)).toMatchObject({ count: 2, leftOut: [], portalsLeftOut: ['other'] })
    expect(exported(text).text).toBe(
      '[profile base]\n\n[profile a]\nrole_arn = arn:aws:iam::444455556666:role/A\nsource_profile = base\n',
    )
  })

  it('of the example is read back as the same roles', () => {
    const example = readFileSync(new URL('../../examples/rolecall.ini', import.meta.url), 'utf8')
    const before = targetRoles(parseConfig(example).profiles)
    const { profiles, diagnostics } = parseConfig(exported(example).text)
    const essence = ({
      name,
      account,
      roleName,
      region,
    }: Partial<Record<'name' | 'account' | 'roleName' | 'region', string>>) => ({
      name,
      account,
      roleName,
      region,
    })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(profiles.filter(profile => profile.roleName).map(essence)).toEqual(before.roles.map(essence))
  })
})
