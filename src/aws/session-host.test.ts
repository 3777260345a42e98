import { describe, expect, it } from 'vitest'
import { sessionOfUrl } from './console-place'
import { inSession, isSessionId } from './session-host'

const id = '111122223333-ab12cd34'

describe('the session of a URL', () => {
  it.each([
    [`https://${id}.us-east-1.console.aws.amazon.com/ec2/home?region=us-east-1#Instances:`, id],
    [`https://${id}.us-gov-west-1.console.amazonaws-us-gov.com/`, id],
    ['https://us-east-1.console.aws.amazon.com/', undefined],
    [`https://${id}.us-east-1.console.aws.amazon.com.evil.example/`, undefined],
    [`http://${id}.us-east-1.console.aws.amazon.com/`, undefined],
    [`https://${id}x.us-east-1.console.aws.amazon.com/`, `${id}x`],
    ['https://111122223333-ab1.us-east-1.console.aws.amazon.com/', undefined],
    [`https://${id}.us-east-1.console.aws.com/`, id],
    [`https://${id}.us-east-1.console.aws.amazon.com:8443/`, undefined],
    [`https://signin.aws.amazon.com/sessions/${id}/v1/logout`, undefined],
    ['about:blank', undefined],
    ['no URL', undefined],
  ])('%s is %s', (url, session) => {
    expect(sessionOfUrl(url)).toBe(session)
  })
})

describe('a page in a session', () => {
  it.each([
    [
      'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:',
      `https://${id}.eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:`,
    ],
    [
      'https://console.aws.amazon.com/s3/home?region=eu-west-1',
      `https://${id}.eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1`,
    ],
    ['https://eu-west-1.console.aws.com/s3/home', `https://${id}.eu-west-1.console.aws.com/s3/home`],
    ['https://console.aws.amazon.com/s3/home', undefined],
    ['https://console.aws.amazon.com/s3/home?region=evil.example/', undefined],
    ['https://health.aws.amazon.com/health/home', undefined],
  ])('%s is %s', (url, expected) => {
    expect(inSession(url, 'aws', id)).toBe(expected)
  })
})

describe('the name of a session', () => {
  it.each(['1234', 'abcdef', 'ab12cd34', 'x'.repeat(40)])('is an account and %s', name => {
    expect(isSessionId(`111122223333-${name}`)).toBe(true)
  })

  it.each(['', 'abc', 'x'.repeat(41), 'ab_cd', 'ab.cd', 'ab/cd', 'ab12cd3é'])(
    'is not an account and %j',
    name => {
      expect(isSessionId(`111122223333-${name}`)).toBe(false)
    },
  )
})
