import { describe, expect, it } from 'vitest'
import {
  consoleHost,
  consoleSubdomain,
  defaultSignInHost,
  isRegion,
  isSignInHost,
  type Partition,
  partitionOfConsole,
  partitionOfRegion,
  partitions,
} from './partitions'

const signInHosts = {
  aws: ['signin.aws.amazon.com', 'us-east-1.signin.aws.amazon.com', 'ap-southeast-2.signin.aws.amazon.com'],
  'aws-us-gov': ['signin.amazonaws-us-gov.com', 'us-gov-west-1.signin.amazonaws-us-gov.com'],
  'aws-cn': ['signin.amazonaws.cn', 'cn-northwest-1.signin.amazonaws.cn'],
  'aws-eusc': ['eusc-de-east-1.signin.amazonaws-eusc.eu'],
} as const satisfies Record<Partition, readonly string[]>

describe('a console', () => {
  it.each([
    ['console.aws.amazon.com', 'aws'],
    ['us-east-1.console.aws.amazon.com', 'aws'],
    ['s3.console.aws.amazon.com', 'aws'],
    ['111122223333-ab12cd34.eu-west-1.console.aws.amazon.com', 'aws'],
    ['health.aws.amazon.com', 'aws'],
    ['lightsail.aws.amazon.com', 'aws'],
    ['us-gov-west-1.console.amazonaws-us-gov.com', 'aws-us-gov'],
    ['phd.amazonaws-us-gov.com', 'aws-us-gov'],
    ['cn-north-1.console.amazonaws.cn', 'aws-cn'],
    ['health.amazonaws.cn', 'aws-cn'],
    ['eusc-de-east-1.console.amazonaws-eusc.eu', 'aws-eusc'],
    ['console.amazonaws-us-gov.com', undefined],
    ['aws.amazon.com', undefined],
    ['signin.aws.amazon.com', undefined],
    ['docs.aws.amazon.com', undefined],
    ['evilconsole.aws.amazon.com', undefined],
    ['console.aws.amazon.com.evil.example', undefined],
    ['console.aws.amazon.com.', undefined],
    ['xhealth.aws.amazon.com', undefined],
    ['x.health.aws.amazon.com', undefined],
    ['', undefined],
  ])('at %s is of %s', (host, partition) => {
    expect(partitionOfConsole(host)).toBe(partition)
  })
})

describe('a sign-in host', () => {
  it.each(partitions.flatMap(partition => signInHosts[partition].map(host => [host, partition] as const)))(
    '%s is of %s and of no other partition',
    (host, partition) => {
      expect(partitions.filter(candidate => isSignInHost(host, candidate))).toEqual([partition])
    },
  )

  it.each([
    'signin.aws.amazon.com.evil.example',
    'evil-signin.aws.amazon.com',
    'evilsignin.aws.amazon.com',
    'evil.signin.aws.amazon.com',
    'us-east-1.evil.signin.aws.amazon.com',
    'cn-north-1.signin.aws.amazon.com',
    'us-gov-west-1.signin.aws.amazon.com',
    '.signin.aws.amazon.com',
    'us-east-1-.signin.aws.amazon.com',
    'SIGNIN.AWS.AMAZON.COM',
    'Signin.aws.amazon.com',
    'signin.aws.amazon.com.',
    'signin.aws.amazon.com:443',
    'signin.aws.amazon.com:8443',
    'user@signin.aws.amazon.com',
    'user:pass@us-east-1.signin.aws.amazon.com',
    'evil.example/us-east-1.signin.aws.amazon.com',
    'evil.example#us-east-1.signin.aws.amazon.com',
    'evil.example?x=us-east-1.signin.aws.amazon.com',
    'evil.example\\us-east-1.signin.aws.amazon.com',
    'us-east-1.signin.aws.amazon.com/evil',
    'https://signin.aws.amazon.com',
    ' signin.aws.amazon.com',
    'signin.aws.amazon.com\n',
    'us-east-1\n.signin.aws.amazon.com',
    // Cyrillic а and і, and a full stop that browsers take for one.
    'signin.аws.amazon.com',
    'sіgnin.aws.amazon.com',
    'signin。aws.amazon.com',
    'xn--sgnin-p9a.aws.amazon.com',
    'us‐east‐1.signin.aws.amazon.com',
    'signin.amazonaws-eusc.eu',
    'signin.amazonaws.com.cn',
    'aws.amazon.com',
    '',
  ])('is not %j', host => {
    expect(partitions.filter(partition => isSignInHost(host, partition))).toEqual([])
  })

  it.each(partitions)('of %s is there by default', partition => {
    expect(isSignInHost(defaultSignInHost(partition), partition)).toBe(true)
  })
})

describe('a region', () => {
  it.each([
    ['eu-west-1', 'aws'],
    ['us-east-1', 'aws'],
    ['mx-central-1', 'aws'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['cn-north-1', 'aws-cn'],
    ['eusc-de-east-1', 'aws-eusc'],
  ])('%s is of %s', (region, partition) => {
    expect(isRegion(region)).toBe(true)
    expect(partitionOfRegion(region)).toBe(partition)
  })

  it.each([
    '',
    'eu',
    'eu-west',
    'eu-west-',
    'EU-WEST-1',
    'eu-west-1a',
    '1-west-1',
    'eu--1',
    'eu west 1',
    's3',
  ])('is not %j', text => {
    expect(isRegion(text)).toBe(false)
  })
})

describe('what stands before the console domain', () => {
  it.each([
    ['console.aws.amazon.com', 'aws', ''],
    ['eu-west-1.console.aws.amazon.com', 'aws', 'eu-west-1'],
    ['cn-north-1.console.amazonaws.cn', 'aws-cn', 'cn-north-1'],
  ] as const)('of %s is taken off and put back', (host, partition, subdomain) => {
    expect(consoleSubdomain(host, partition)).toBe(subdomain)
    expect(consoleHost(subdomain, partition)).toBe(host)
  })

  it.each(['health.aws.amazon.com', 'cn-north-1.console.amazonaws.cn'])('of %s is none in aws', host => {
    expect(consoleSubdomain(host, 'aws')).toBeUndefined()
  })
})
