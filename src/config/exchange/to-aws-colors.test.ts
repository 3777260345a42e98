import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { targetRoles } from '../resolve/target-roles'
import { nearestColor, toAwsColors } from './to-aws-colors'

function exported(text: string) {
  return toAwsColors(targetRoles(parseConfig(text).profiles), 'posix')
}

const command = (color: string, profile: string) =>
  `aws uxc update-account-customizations --account-color ${color} --region us-east-1 --profile ${profile}\n`

describe('the colors of accounts', () => {
  it('are commands, one for each account', () => {
    const role = (account: number, color: string) =>
      `aws_account_id = ${account}\nrole_name = R\ncolor = ${color}\n`
    const text = `[a]\n${role(111122223333, '#d13212')}[b c]\n${role(222233334444, '#1d8102')}[again]\n${role(111122223333, '#527fff')}`
    expect(exported(text)).toEqual({
      text: command('red', 'a') + command('green', "'b c'"),
      count: 2,
      limits: [],
    })
  })

  it('leave out what AWS can’t have', () => {
    const text = `[alias]\naws_account_id = acme\nrole_name = R\ncolor = red
[gray]\naws_account_id = 111122223333\nrole_name = R\ncolor = #808080
[gov]\nrole_arn = arn:aws-us-gov:iam::222233334444:role/R\ncolor = red
[-option]\naws_account_id = 333344445555\nrole_name = R\ncolor = red
[plain]\naws_account_id = 444455556666\nrole_name = R`
    expect(exported(text)).toEqual({
      text: '',
      count: 0,
      limits: [
        { kind: 'alias', names: ['alias'] },
        { kind: 'gray', names: ['gray'] },
        { kind: 'partition', names: ['gov'] },
        { kind: 'name', names: ['-option'] },
      ],
    })
  })

  it('have a line for each account, whatever the profiles are called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), names => {
        const roles = names.map((name, index) => ({
          name,
          account: String(111122223333 + index),
          roleName: 'R',
          color: 'd13212',
        }))
        for (const shell of ['posix', 'powershell', 'cmd'] as const) {
          const { text, count, limits } = toAwsColors({ roles, bases: [] }, shell)
          expect(text.split(/[\r\n]/)).toHaveLength(count + 1)
          expect(count + limits.flatMap(limit => limit.names).length).toBe(names.length)
        }
      }),
    )
  })
})

it.each([
  ['d13212', 'red'],
  ['7f0000', 'red'],
  ['ff9900', 'orange'],
  ['ffd700', 'yellow'],
  ['1d8102', 'green'],
  ['00748f', 'teal'],
  ['539fe5', 'lightBlue'],
  ['00008b', 'darkBlue'],
  ['6b46c1', 'purple'],
  ['ff69b4', 'pink'],
  ['545b64', undefined],
  ['ffffff', undefined],
])('#%s is AWS’s %s', (color, nearest) => expect(nearestColor(color)).toBe(nearest))
