import { describe, expect, it } from 'vitest'
import { generatedConfiguration } from '../../testing/generators/generated-configuration'
import { parseConfig } from '../config/resolve/parse-config'
import { parseTogether } from '../config/resolve/parse-together'
import { targetRoles } from '../config/resolve/target-roles'
import { packRoles } from './pack-roles'
import { unpackRoles } from './unpack-roles'

const text = `[base]\naws_account_id = 111122223333
[a]\nsource_profile = base\naws_account_id = 444455556666\nrole_name = R\ncolor = ff0000\ngroup = g
[b]\nsource_profile = base\naws_account_id = 555566667777\nrole_name = R\ncolor = ff0000\ngroup = g
[__proto__]\nrole_arn = arn:aws-cn:iam::666677778888:role/team/R\ndescription = d\nregion = cn-north-1
[constructor]\naws_account_id = my-alias\nrole_name = R\nimage = https://example.com/a.png`

function throughJson(text: string) {
  const targets = targetRoles(parseConfig(text).profiles)
  return {
    targets,
    packed: packRoles(targets),
    back: unpackRoles(JSON.parse(JSON.stringify(packRoles(targets)))),
  }
}

describe('packed roles', () => {
  it('unpack as they were', () => {
    const { targets, back } = throughJson(text)
    expect(back).toEqual(targets)
    expect(back.roles).toHaveLength(4)
  })

  it('keep their origins', () => {
    const targets = targetRoles(
      parseTogether(text, [`${text}\n[team]\naws_account_id = my-alias\nrole_name = R`]).profiles,
    )
    expect(unpackRoles(JSON.parse(JSON.stringify(packRoles(targets))))).toEqual(targets)
    expect(targets.roles.at(-1)?.origin).toBe('team')
  })

  it('unpack by the thousand, with a few kinds', () => {
    const { targets, packed, back } = throughJson(generatedConfiguration(2_000))
    expect(back).toEqual(targets)
    expect(packed.kinds).toHaveLength(44)
  })

  it('are rejected if the parts don’t fit together', () => {
    const { packed } = throughJson(text)
    expect(() => unpackRoles({ ...packed, kinds: [] })).toThrow()
    expect(() => unpackRoles({ ...packed, accounts: [] })).toThrow()
  })
})
