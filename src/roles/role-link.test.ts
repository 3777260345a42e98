import { describe, expect, it } from 'vitest'
import { linkedRole, roleLink, withoutRoleLink } from './role-link'

const role = { account: '444455556666', roleName: 'team/Operator' }
const page = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1&a=b%2Bc#Instances:id=1'

describe('a link to a page in a role', () => {
  it('is the page’s address with the role in it', () => {
    expect(roleLink(page, role)).toBe(
      'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1&a=b%2Bc&rolecall=444455556666%2Fteam%2FOperator#Instances:id=1',
    )
  })

  it.each([page, 'https://console.aws.amazon.com/', 'https://console.aws.amazon.com/s3/buckets/a b'])(
    'of %s returns role and page',
    url => {
      const link = roleLink(url, role)
      expect(linkedRole(link)).toEqual(role)
      expect(withoutRoleLink(link)).toBe(new URL(url).href)
      expect(roleLink(link, role)).toBe(link)
    },
  )

  it('isn’t an address without a role', () => {
    expect(linkedRole(page)).toBeUndefined()
    expect(linkedRole('about:blank')).toBeUndefined()
    expect(withoutRoleLink(page)).toBe(page)
  })

  it.each([
    '',
    '444455556666',
    '/Operator',
    '444455556666/',
    '4444/Operator',
    '444455556666//Operator',
    'ACME/Operator',
    '444455556666/<b>Operator</b>',
    `444455556666/${'x'.repeat(65)}`,
    `444455556666/${'x/'.repeat(300)}Operator`,
    '444455556666/Operator\u202Egnp',
    'https://example.com/Operator',
  ])('doesn’t accept the role %j', named => {
    expect(linkedRole(`https://console.aws.amazon.com/?rolecall=${encodeURIComponent(named)}`)).toBe(
      'malformed',
    )
  })
})
