import { describe, expect, it } from 'vitest'
import { isOfPattern, isPagePattern } from './page-pattern'

const bucket =
  'https://111122223333-abcdefgh.eu-west-1.console.aws.amazon.com/s3/buckets/prod-logs?region=eu-west-1#/'

describe('a page matches a pattern', () => {
  it.each([
    ['*.console.aws.amazon.com/s3/', true],
    ['*/s3/buckets/prod-*', true],
    ['*/s3/buckets/prod-*region=eu-west-1*', true],
    ['https://*.eu-west-1.console.aws.amazon.com/', true],
    ['*region=eu-west-1#/', true],
    ['*/ec2/', false],
    ['console.aws.amazon.com/s3/', false],
    ['*prod-*prod-*', false],
    ['*/s3/buckets/PROD-*', false],
  ])('%s: %s', (pattern, expected) => {
    expect(isOfPattern(bucket, pattern)).toBe(expected)
  })

  it('in time that doesn’t explode with the number of stars', () => {
    const url = `https://${'a'.repeat(8_000)}`
    const started = performance.now()
    for (let again = 0; again < 1_000; again++) isOfPattern(url, `${'*a'.repeat(15)}*b`)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('a pattern', () => {
  it.each([
    ['*.console.aws.amazon.com/s3/*', true],
    ['*', false],
    ['***', false],
    ['', false],
    ['*/a b', false],
    ['*/日本', false],
    [`${'*a'.repeat(17)}`, false],
    [`*/${'a'.repeat(600)}`, false],
  ])('%s: %s', (text, expected) => {
    expect(isPagePattern(text)).toBe(expected)
  })
})
