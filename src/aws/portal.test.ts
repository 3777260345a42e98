import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { portalAt, portalLink, portalName, portalOf, portalOfPage } from './portal'

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
    [
      'https://ssoins-1234567890abcdef.us-gov-west-1.portal.amazonaws.com',
      'https://ssoins-1234567890abcdef.us-gov-west-1.portal.amazonaws.com',
      'aws-us-gov',
    ],
    ['https://example.awsapps.cn/start', 'https://example.awsapps.cn/start', 'aws-cn'],
    [
      'https://ssoins-1234567890abcdef.cn-north-1.portal.amazonaws.com.cn',
      'https://ssoins-1234567890abcdef.cn-north-1.portal.amazonaws.com.cn',
      'aws-cn',
    ],
    [
      'https://ssoins-1234567890abcdef.portal.cn-north-1.app.amazonwebservices.com.cn',
      'https://ssoins-1234567890abcdef.portal.cn-north-1.app.amazonwebservices.com.cn',
      'aws-cn',
    ],
    [
      'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu',
      'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu',
      'aws-eusc',
    ],
    [
      'https://ssoins-1234567890abcdef.portal.eusc-de-east-1.api.amazonwebservices.eu/',
      'https://ssoins-1234567890abcdef.portal.eusc-de-east-1.api.amazonwebservices.eu',
      'aws-eusc',
    ],
  ])('at %s is %s, in %s', (address, url, partition) => {
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
    'https://ssoins-1234567890abcdef.portal.nowhere.app.aws/',
    'https://portal.eu-west-1.app.aws/',
    'https://x.ssoins-1234567890abcdef.eu-west-1.portal.amazonaws.com/',
    'https://example.awsapps.com/start/../../a b/c',
    'https://identitycenter.amazonaws.com/ssoins-1234567890abcdef',
    'javascript:alert(1)//.awsapps.com/start',
    'example.awsapps.com/start',
    '',
  ])('is not at %j', address => {
    expect(portalAt(address)).toBeUndefined()
  })
})

describe('the portal of an instance', () => {
  it.each([
    ['identitycenter.amazonaws.com', 'eu-west-1', 'eu-west-1.portal.amazonaws.com', 'aws'],
    [
      'identitycenter.us-gov.amazonaws.com',
      'us-gov-west-1',
      'us-gov-west-1.portal.amazonaws.com',
      'aws-us-gov',
    ],
    ['identitycenter.amazonaws.com.cn', 'cn-north-1', 'cn-north-1.portal.amazonaws.com.cn', 'aws-cn'],
    ['identitycenter.amazonaws.eu', 'eusc-de-east-1', 'eusc-de-east-1.portal.amazonaws.eu', 'aws-eusc'],
  ])('that %s is the issuer of, in %s, is at %s', (host, region, domain, partition) => {
    const address = `https://${host}/ssoins-1234567890abcdef`
    const url = `https://ssoins-1234567890abcdef.${domain}`
    expect(portalOf(address, region)).toEqual({ url, partition })
    expect(portalOf(`${address}/`, region)).toEqual({ url, partition })
    expect(portalOf(address, undefined)).toBe('no-region')
    expect(portalOf(address, 'evil.example/')).toBe('no-region')
  })

  it('is the one that is written, if it’s AWS’s own', () => {
    const url = 'https://example.awsapps.com/start'
    expect(portalOf(url, 'eu-west-1')).toEqual({ url, partition: 'aws' })
  })

  it.each([
    ['https://sso.example.com', 'https://sso.example.com'],
    ['https://sso.example.com/', 'https://sso.example.com'],
    ['https://example.com/aws/login?team=a', 'https://example.com/aws/login?team=a'],
    ['https://example.awsapps.com.evil.example/start', 'https://example.awsapps.com.evil.example/start'],
  ])('at %s, the customer’s own address, is opened as written', (address, url) => {
    expect(portalOf(address, undefined)).toEqual({ url, partition: 'aws', isOwnDomain: true })
    expect(portalOf(address, 'cn-north-1')).toMatchObject({ partition: 'aws-cn', isOwnDomain: true })
  })

  it.each([
    'http://sso.example.com',
    'https://user@sso.example.com',
    'https://sso.example.com:8443',
    'https://example.awsapps.com/',
    'https://example.s3.amazonaws.com/start',
    'https://identitycenter.amazonaws.com/other',
    'javascript:alert(1)',
    'sso.example.com',
    '',
  ])('is not at %j', address => {
    expect(portalOf(address, 'eu-west-1')).toBeUndefined()
  })

  it('never counts as AWS’s on a foreign host', () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/)
    fc.assert(
      fc.property(
        fc.constantFrom('a.awsapps.com', 'a.portal.eu-west-1.app.aws', 'a.eu-west-1.portal.amazonaws.com'),
        label,
        (host, one) => {
          for (const like of [`${host}.${one}.example`, `${host}${one}`, `${host}.`]) {
            expect(portalAt(`https://${like}/start`), like).toBeUndefined()
          }
        },
      ),
    )
  })

  it.each([
    ['https://a.portal.eu-west-1.app.aws', 'eu-west-1'],
    ['https://a.eu-central-1.portal.amazonaws.com', 'eu-central-1'],
    ['https://example.awsapps.com/start', 'example.awsapps.com'],
  ])('at %s is called %s', (url, name) => {
    expect(portalName(url)).toBe(name)
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

describe('a page', () => {
  it.each([
    ['https://example.awsapps.com/start/#/?tab=accounts', 'https://example.awsapps.com/start'],
    ['https://example.awsapps.com/start?state=abc#/', 'https://example.awsapps.com/start'],
    [
      'https://start.home.awsapps.cn/directory/d-1234567890/#/',
      'https://start.home.awsapps.cn/directory/d-1234567890',
    ],
    [
      'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws/#/console',
      'https://ssoins-1234567890abcdef.portal.eu-west-1.app.aws',
    ],
    [
      'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu/',
      'https://ssoins-1234567890abcdef.eusc-de-east-1.portal.amazonaws.eu',
    ],
  ])('%s is a portal’s', (address, url) => {
    expect(portalOfPage(address)?.url).toBe(url)
  })

  it.each([
    'https://example.awsapps.com/mail',
    'https://example.awsapps.com/workdocs/index.html',
    'https://example.awsapps.com/',
    'https://eu-west-1.signin.aws/platform/login',
    'https://example.awsapps.com.evil.example/start',
    'about:blank',
  ])('%s isn’t', address => {
    expect(portalOfPage(address)).toBeUndefined()
  })
})
