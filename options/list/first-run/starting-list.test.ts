import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../../src/config/resolve/parse-config'
import { asOneLine } from '../../../src/lib/one-line'
import { chosenText, startingList } from './starting-list'

const config = `[default]
region = eu-west-1

[profile hub]
aws_account_id = 111122223333

[profile shop-prod]
role_arn       = arn:aws:iam::333344445555:role/Operator
source_profile = hub

[profile shop-staging]
role_arn       = arn:aws:iam::444455556666:role/Developer
source_profile = hub

# Not colored by its name.
[profile shop-prod-reader]
role_arn       = arn:aws:iam::333344445555:role/Reader
source_profile = hub
color          = 112233
confirm        = false
`
const options = { roleName: 'Admin', colorsByName: true, asksForProduction: true }

describe('a list to start with', () => {
  const start = startingList({ kind: 'text', text: config }, options)

  it('counts its roles by what their names say', () => {
    expect(start.roles.map(({ name }) => name)).toEqual(['shop-prod', 'shop-staging', 'shop-prod-reader'])
    expect(start).toMatchObject({ production: ['shop-prod', 'shop-prod-reader'], staging: ['shop-staging'] })
  })

  it('gets colors and confirmations in its own style, where it has none', () => {
    expect(chosenText(start, options)).toBe(
      config
        .replace(
          'role/Operator\nsource_profile = hub\n',
          '$&color          = #d13212\nconfirm        = true\n',
        )
        .replace('role/Developer\nsource_profile = hub\n', '$&color          = #ff9900\n'),
    )
    expect(parseConfig(chosenText(start, options)).diagnostics).toEqual(parseConfig(config).diagnostics)
  })

  it('stays as it is if the newcomer wants neither', () => {
    expect(chosenText(start, { ...options, colorsByName: false, asksForProduction: false })).toBe(config)
  })

  it('has a role in each account of an organization', () => {
    const accounts = [
      { id: asOneLine('333344445555'), name: asOneLine('shop-production') },
      { id: asOneLine('444455556666'), name: asOneLine('sandbox') },
    ]
    const content = { kind: 'accounts', accounts, inactive: [], withoutId: [] } as const
    const list = startingList(content, options)
    expect(list).toMatchObject({ production: ['shop-production'], staging: [] })
    expect(list.roles.map(({ roleName }) => roleName)).toEqual(['Admin', 'Admin'])
    expect(chosenText(list, options).match(/^color = .*$/gm)).toEqual(['color = #d13212', 'color = #1d8102'])
  })
})
