import { describe, expect, it } from 'vitest'
import { portalAt, portalLink } from './portal'

describe('a portal', () => {
  it.each([
    ['https://d-1234567890.awsapps.com/start', 'https://d-1234567890.awsapps.com/start', 'aws'],
    ['https://example.awsapps.com/start/#/', 'https://example.awsapps.com/start', 'aws'],
    ['https://EXAMPLE.awsapps.com/start#/?tab=accounts', 'https://example.awsapps.com/start', 'aws'],
    [
      'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws/start',
      'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws/start',
      'aws',
    ],
    [
      'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws/#/',
      'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws',
      'aws',
    ],
    [
      'https://ssoins-1234567890abcdef.portal.us-gov-west-1.app.aws',
      'https://ssoins-1234567890abcdef.portal.us-gov-west-1.app.aws',
      'aws-us-gov',
    ],
    [
      'https://ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com/',
      'https://ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com',
      'aws',
    ],
    [
      'https://start.us-gov-home.awsapps.com/directory/d-1234567890',
      'https://start.us-gov-home.awsapps.com/directory/d-1234567890',
      'aws-us-gov',
    ],
    [
      'https://start.home.awsapps.cn/directory/example',
      'https://start.home.awsapps.cn/directory/example',
      'aws-cn',
    ],
  ])('at %s is %s, of %s', (address, url, partition) => {
    expect(portalAt(address)).toEqual({ url, partition })
  })

  it.each([
    'http://example.awsapps.com/start',
    'https://example.com/start',
    'https://awsapps.com/start',
    'https://example.awsapps.com.evil.example/start',
    'https://evilawsapps.com/start',
    'https://user:secret@example.awsapps.com/start',
    'https://example.awsapps.com:8443/start',
    'https://example.awsapps.com/',
    'https://portal.amazonaws.com/',
    'https://example.s3.amazonaws.com/start',
    'https://ssoins-1234567890abcdef.portal.eusc-de-east-1.app.aws/start',
    'https://example.awsapps.com/start/../../a b/c',
    'https://identitycenter.amazonaws.com/ssoins-1234567890abcdef',
    'javascript:alert(1)//.awsapps.com/start',
    'example.awsapps.com/start',
    '',
  ])('is not at %j', address => {
    expect(portalAt(address)).toBeUndefined()
  })
})

describe('a link of a portal', () => {
  const portal = { url: 'https://example.awsapps.com/start' }

  it('names account, permission set and destination', () => {
    const page = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1&a=b c#Instances:'
    expect(portalLink(portal, { account: '111122223333', roleName: 'Power_User' }, page)).toBe(
      `https://example.awsapps.com/start/#/console?account_id=111122223333&role_name=Power_User&destination=${encodeURIComponent(page)}`,
    )
  })

  it('can leave the destination to the portal', () => {
    expect(portalLink(portal, { account: '111122223333', roleName: 'a&b=c' })).toBe(
      'https://example.awsapps.com/start/#/console?account_id=111122223333&role_name=a%26b%3Dc',
    )
  })
})
