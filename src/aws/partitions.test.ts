import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consolePlace } from './console-place'
import {
  consoleHost,
  consoleSubdomain,
  isRegion,
  isSignInHost,
  otherSignInHosts,
  type Partition,
  partitionOfConsole,
  partitionOfRegion,
  partitions,
  signInHosts,
  usableSignInHost,
} from './partitions'

const known = {
  aws: [
    'signin.aws.amazon.com',
    'us-east-1.signin.aws.amazon.com',
    'ap-southeast-2.signin.aws.amazon.com',
    'signin.aws.com',
    'eu-west-1.signin.aws.com',
  ],
  'aws-us-gov': [
    'signin.amazonaws-us-gov.com',
    'us-gov-west-1.signin.amazonaws-us-gov.com',
    'signin-fips.amazonaws-us-gov.com',
    'us-gov-east-1.signin-fips.amazonaws-us-gov.com',
    'signin.aws-us-gov.com',
    'us-gov-west-1.signin.aws-us-gov.com',
  ],
  'aws-cn': [
    'signin.amazonaws.cn',
    'cn-northwest-1.signin.amazonaws.cn',
    'signin.amazonwebservices.cn',
    'cn-north-1.signin.amazonwebservices.cn',
  ],
  'aws-eusc': ['eusc-de-east-1.signin.amazonaws-eusc.eu', 'eusc-de-east-1.signin.aws.eu'],
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
    ['console.amazonaws-us-gov.com', 'aws-us-gov'],
    ['health.amazonaws-us-gov.com', 'aws-us-gov'],
    ['console.aws-us-gov.com', 'aws-us-gov'],
    ['us-gov-east-1.console.aws-us-gov.com', 'aws-us-gov'],
    ['console.amazonaws.cn', 'aws-cn'],
    ['phd.amazonaws.cn', 'aws-cn'],
    ['cn-north-1.console.amazonwebservices.cn', 'aws-cn'],
    ['console.amazonaws-eusc.eu', 'aws-eusc'],
    ['console.aws.eu', 'aws-eusc'],
    ['eusc-de-east-1.console.aws.eu', 'aws-eusc'],
    ['console.aws.com', 'aws'],
    ['eu-west-1.console.aws.com', 'aws'],
    ['xconsole.aws.com', undefined],
    ['aws.com', undefined],
    ['console.aws.com.evil.example', undefined],
    ['signin-fips.amazonaws-us-gov.com', undefined],
    ['aws.amazon.com', undefined],
    ['signin.aws.amazon.com', undefined],
    ['docs.aws.amazon.com', undefined],
    ['evilconsole.aws.amazon.com', undefined],
    ['console.aws.amazon.com.evil.example', undefined],
    ['console.aws.amazon.com.', undefined],
    ['xhealth.aws.amazon.com', undefined],
    ['x.health.aws.amazon.com', undefined],
    ['', undefined],
  ])('at %s belongs to %s', (host, partition) => {
    expect(partitionOfConsole(host)).toBe(partition)
  })
})

describe('a sign-in host', () => {
  it.each(partitions.flatMap(partition => known[partition].map(host => [host, partition] as const)))(
    '%s belongs to %s and to no other partition',
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
    // Cyrillic а and і, and a character that browsers treat as a full stop.
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

  it.each(partitions)('of %s exists by default, in both families and every region', partition => {
    for (const family of ['first', 'dual-stack'] as const) {
      for (const region of [undefined, 'eu-west-1', 'us-gov-west-1', 'cn-north-1', 'evil.example/']) {
        const hosts = signInHosts(partition, family, region)
        expect(hosts.length).toBeGreaterThan(0)
        for (const host of hosts) expect(isSignInHost(host, partition), host).toBe(true)
      }
    }
  })

  it.each([
    ['aws', 'first', 'eu-west-1', ['signin.aws.amazon.com', 'eu-west-1.signin.aws.amazon.com']],
    ['aws', 'dual-stack', 'eu-west-1', ['signin.aws.com', 'eu-west-1.signin.aws.com']],
    ['aws', 'first', undefined, ['signin.aws.amazon.com']],
    ['aws-eusc', 'first', undefined, ['eusc-de-east-1.signin.amazonaws-eusc.eu']],
    ['aws-eusc', 'dual-stack', 'eusc-de-west-1', ['eusc-de-west-1.signin.aws.eu']],
  ] as const)('of %s, %s, in %s is one of %j', (partition, family, region, expected) => {
    expect(signInHosts(partition, family, region)).toEqual(expected)
  })

  it.each([
    ['eu-west-1.signin.aws.amazon.com', 'aws', 'eu-west-1', ['signin.aws.amazon.com']],
    ['signin.aws.com', 'aws', 'eu-west-1', ['eu-west-1.signin.aws.com']],
    [
      'signin-fips.amazonaws-us-gov.com',
      'aws-us-gov',
      'us-gov-east-1',
      ['us-gov-east-1.signin-fips.amazonaws-us-gov.com'],
    ],
    ['eusc-de-east-1.signin.amazonaws-eusc.eu', 'aws-eusc', 'eusc-de-east-1', []],
    ['evil.example', 'aws', 'eu-west-1', []],
  ] as const)('%s of %s has these alternatives in %s: %j', (host, partition, region, expected) => {
    expect(otherSignInHosts(host, partition, region)).toEqual(expected)
  })

  it('of the European cloud is the region’s if the page names the bare one', () => {
    expect(usableSignInHost('signin.amazonaws-eusc.eu', 'aws-eusc', 'eusc-de-west-1')).toBe(
      'eusc-de-west-1.signin.amazonaws-eusc.eu',
    )
    expect(usableSignInHost('signin.aws.eu', 'aws-eusc', undefined)).toBe('eusc-de-east-1.signin.aws.eu')
    expect(usableSignInHost('signin.aws.amazon.com', 'aws', 'eu-west-1')).toBe('signin.aws.amazon.com')
    expect(usableSignInHost('evil.example', 'aws-eusc', undefined)).toBe('evil.example')
  })
})

describe('a look-alike', () => {
  const domains = [
    'console.aws.amazon.com',
    'console.aws.com',
    'console.amazonaws.cn',
    'console.aws.eu',
    'console.aws-us-gov.com',
  ]
  const signInDomains = [
    'signin.aws.amazon.com',
    'signin.aws.com',
    'signin-fips.amazonaws-us-gov.com',
    'signin.aws.eu',
  ]
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)

  it('isn’t a console', () => {
    fc.assert(
      fc.property(fc.constantFrom(...domains), label, label, (domain, one, other) => {
        for (const host of [
          `${domain}.${one}.example`,
          `${one}${domain}`,
          `${one}-${domain}`,
          `${domain}.`,
          `${domain}${one}`,
          domain.replace('.', '-'),
          domain.replace('console', `console.${other}`),
        ]) {
          expect(partitionOfConsole(host), host).toBeUndefined()
        }
        for (const url of [
          `https://${domain}@${one}.example/`,
          `https://${domain}:8443/`,
          `https://${one}@${domain}/`,
          `https://${domain}./`,
          `http://${domain}/`,
          `https://${one}.example/${domain}`,
          `https://${one}.example?https://${domain}/`,
          `https://xn--${one}.${domain}.${other}.example/`,
          `ftp://${domain}/`,
        ]) {
          expect(consolePlace(url), url).toBeUndefined()
        }
      }),
    )
  })

  it('isn’t a sign-in host of any partition', () => {
    fc.assert(
      fc.property(fc.constantFrom(...signInDomains), label, (domain, one) => {
        for (const host of [
          `${domain}.${one}.example`,
          `${one}${domain}`,
          `${domain}.`,
          `x.${one}.${domain}`,
          `${domain}:443`,
        ]) {
          expect(
            partitions.filter(partition => isSignInHost(host, partition)),
            host,
          ).toEqual([])
        }
      }),
    )
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
  ])('%s belongs to %s', (region, partition) => {
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

describe('the part before the console domain', () => {
  it.each([
    ['console.aws.amazon.com', 'aws', ''],
    ['eu-west-1.console.aws.amazon.com', 'aws', 'eu-west-1'],
    ['cn-north-1.console.amazonaws.cn', 'aws-cn', 'cn-north-1'],
  ] as const)('of %s is removed and put back', (host, partition, subdomain) => {
    expect(consoleSubdomain(host, partition)).toBe(subdomain)
    expect(consoleHost(subdomain, partition)).toBe(host)
  })

  it.each(['health.aws.amazon.com', 'cn-north-1.console.amazonaws.cn'])(
    'of %s doesn’t exist in aws',
    host => {
      expect(consoleSubdomain(host, 'aws')).toBeUndefined()
    },
  )
})
