import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Partition } from './partitions'
import { redirectOnHost, redirectUrl } from './redirect'

const session = '111122223333-ab12cd34'

describe('redirectUrl', () => {
  it.each([
    'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:v=3;tag:Name=a%20b',
    'https://console.aws.amazon.com/console/home',
    'https://health.aws.amazon.com/health/home#/account/dashboard',
    'https://us-east-1.console.aws.amazon.com/x?a=b+c&d=%2F&region=us-east-1&e',
  ])('returns %s unchanged without a region', url => {
    expect(redirectUrl(url, 'aws')).toBe(url)
  })

  it.each([
    [
      'host and parameter',
      'us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:',
      'eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:',
    ],
    [
      'a host without a parameter',
      'us-east-1.console.aws.amazon.com/ec2/home#Instances:',
      'eu-west-1.console.aws.amazon.com/ec2/home#Instances:',
    ],
    [
      'a parameter without a region in the host',
      'console.aws.amazon.com/ec2/home?region=us-east-1',
      'console.aws.amazon.com/ec2/home?region=eu-west-1',
    ],
    [
      "a parameter below a service's host",
      's3.console.aws.amazon.com/s3/buckets/a?prefix=b/&region=us-east-1&tab=objects',
      's3.console.aws.amazon.com/s3/buckets/a?prefix=b/&region=eu-west-1&tab=objects',
    ],
    [
      'a parameter that disagrees with the host',
      'us-east-1.console.aws.amazon.com/ec2/home?region=us-west-2',
      'eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1',
    ],
    [
      'every parameter',
      'us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1&region=us-east-1',
      'eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1&region=eu-west-1',
    ],
    [
      'an empty parameter',
      'us-east-1.console.aws.amazon.com/ec2/home?region=',
      'eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1',
    ],
    [
      "no other parameter's encoding",
      'us-east-1.console.aws.amazon.com/x?myregion=us-east-1&a=b+c%2F&region=us-east-1&d',
      'eu-west-1.console.aws.amazon.com/x?myregion=us-east-1&a=b+c%2F&region=eu-west-1&d',
    ],
    [
      'a page that names none, which gets the parameter',
      'console.aws.amazon.com/ec2/home?a=b#c',
      'console.aws.amazon.com/ec2/home?a=b&region=eu-west-1#c',
    ],
    [
      'a page of the dual-stack hosts, which it stays on',
      'us-east-1.console.aws.com/ec2/home?region=us-east-1',
      'eu-west-1.console.aws.com/ec2/home?region=eu-west-1',
    ],
    [
      'nothing in the hash',
      'us-east-1.console.aws.amazon.com/x#?region=us-east-1',
      'eu-west-1.console.aws.amazon.com/x#?region=us-east-1',
    ],
    [
      "a session's host, without the session",
      `${session}.us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1`,
      'eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1',
    ],
  ])('changes %s to the region', (_, page, expected) => {
    expect(redirectUrl(`https://${page}`, 'aws', { region: 'eu-west-1' })).toBe(`https://${expected}`)
  })

  it.each([
    ['a global service', 'console.aws.amazon.com/iam/home#/roles'],
    ['a global service in us-east-1', 'us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles'],
    [
      'a global service deep in its console',
      'us-east-1.console.aws.amazon.com/route53/v2/hostedzones?region=us-east-1',
    ],
    ['a console of its own host', 'health.aws.amazon.com/health/home'],
  ])('ignores the region for %s', (_, page) => {
    expect(redirectUrl(`https://${page}`, 'aws', { region: 'eu-west-1' })).toBe(`https://${page}`)
  })

  it('also removes the session from a global service’s address', () => {
    expect(
      redirectUrl(`https://${session}.us-east-1.console.aws.amazon.com/iam/home`, 'aws', {
        region: 'eu-west-1',
      }),
    ).toBe('https://us-east-1.console.aws.amazon.com/iam/home')
  })

  it.each([
    [`${session}.us-east-1.console.aws.amazon.com/ec2/home#a`, 'us-east-1.console.aws.amazon.com/ec2/home#a'],
    [`${session.toUpperCase()}.us-east-1.console.aws.amazon.com/`, 'us-east-1.console.aws.amazon.com/'],
    [`${session}.console.aws.amazon.com/`, 'console.aws.amazon.com/'],
    ['111122223333.us-east-1.console.aws.amazon.com/', '111122223333.us-east-1.console.aws.amazon.com/'],
    [`${session}e.us-east-1.console.aws.amazon.com/`, 'us-east-1.console.aws.amazon.com/'],
    [
      '111122223333-ab1.us-east-1.console.aws.amazon.com/',
      '111122223333-ab1.us-east-1.console.aws.amazon.com/',
    ],
  ])('removes a session from %s', (page, expected) => {
    expect(redirectUrl(`https://${page}`, 'aws')).toBe(`https://${expected}`)
  })

  it.each<[Partition, string, string, string]>([
    ['aws-us-gov', 'us-gov-west-1', 'console.amazonaws-us-gov.com', 'us-gov-east-1'],
    ['aws-cn', 'cn-north-1', 'console.amazonaws.cn', 'cn-northwest-1'],
    ['aws-eusc', 'eusc-de-east-1', 'console.amazonaws-eusc.eu', 'eusc-de-west-1'],
  ])('stays in %s', (partition, here, domain, there) => {
    const page = `https://${here}.${domain}/ec2/home?region=${here}`
    expect(redirectUrl(page, partition, { region: there })).toBe(
      `https://${there}.${domain}/ec2/home?region=${there}`,
    )
    expect(redirectUrl(page, partition, { region: 'eu-west-1' })).toBe(page)
  })

  it('stays in aws', () => {
    const page = 'https://us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1'
    for (const region of ['us-gov-west-1', 'cn-north-1', 'eusc-de-east-1']) {
      expect(redirectUrl(page, 'aws', { region })).toBe(page)
    }
  })

  it('drops user and password', () => {
    expect(redirectUrl('https://me:secret@console.aws.amazon.com/x', 'aws')).toBe(
      'https://console.aws.amazon.com/x',
    )
  })

  it.each([
    ['goes', '?login_hint=111122223333-ab12cd34&region=us-east-1', {}, '?region=us-east-1'],
    ['goes, the only one', '?login_hint=111122223333-ab12cd34', {}, ''],
  ])('login_hint %s', (_, search, wanted, expected) => {
    const page = 'https://us-east-1.console.aws.amazon.com/ec2/home'
    expect(redirectUrl(`${page}${search}#a`, 'aws', wanted)).toBe(`${page}${expected}#a`)
  })

  it.each([
    ['is the wanted one', '?account=111122223333&a=b', '333344445555', '?account=333344445555&a=b'],
    ['goes if the wanted one is known by its alias', '?account=111122223333&a=b', 'acme', '?a=b'],
    ['is removed if none is wanted', '?a=b&account=111122223333', undefined, '?a=b'],
    ['stays if it is something else', '?account=all', '333344445555', '?account=all'],
    ['isn’t added', '?a=b', '333344445555', '?a=b'],
  ])('the account in the address %s', (_, search, account, expected) => {
    const page = 'https://us-east-1.console.aws.amazon.com/billing/home'
    expect(redirectUrl(`${page}${search}`, 'aws', { account })).toBe(`${page}${expected}`)
  })
})

describe('redirectOnHost', () => {
  const wanted = { region: 'eu-west-1' }

  it.each([
    [
      'us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:',
      'us-east-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:',
    ],
    [
      'us-east-1.console.aws.amazon.com/ec2/home?a=b+c#x',
      'us-east-1.console.aws.amazon.com/ec2/home?a=b+c&region=eu-west-1#x',
    ],
    ['console.aws.amazon.com/ec2/home', 'console.aws.amazon.com/ec2/home?region=eu-west-1'],
    ['us-east-1.console.aws.com/s3/home', 'us-east-1.console.aws.com/s3/home?region=eu-west-1'],
    ['us-east-1.console.aws.amazon.com/iam/home#/roles', 'us-east-1.console.aws.amazon.com/iam/home#/roles'],
    ['health.aws.amazon.com/health/home', 'health.aws.amazon.com/health/home'],
    ['lightsail.aws.amazon.com/ls/webapp', 'lightsail.aws.amazon.com/ls/webapp'],
  ])('sets the region of %s only in the parameter', (page, expected) => {
    expect(redirectOnHost(`https://${page}`, 'aws', wanted)).toBe(`https://${expected}`)
  })

  it('never leaves the page’s host, whatever is requested', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('us-east-1.console.aws.amazon.com', 'console.aws.com', 'health.aws.amazon.com'),
        fc.webPath(),
        fc.webQueryParameters(),
        fc.record({
          region: fc.option(fc.string(), { nil: undefined }),
          account: fc.option(fc.string(), { nil: undefined }),
        }),
        (host, path, query, wanted) => {
          const page = `https://${host}${path}?${query}`
          expect(new URL(redirectOnHost(page, 'aws', wanted)).host).toBe(host)
        },
      ),
    )
  })

  it('returns the page unchanged if no region is requested', () => {
    const page = 'https://us-east-1.console.aws.amazon.com/ec2/home'
    expect(redirectOnHost(page, 'aws')).toBe(page)
    expect(redirectOnHost(page, 'aws', { region: 'cn-north-1' })).toBe(page)
  })
})
