import { describe, expect, it } from 'vitest'
import type { Partition } from '../aws/partitions'
import type { PostFormResult, PostJsonResult } from './page/post-results'
import { switchOutcome } from './switch-outcome'

const destination = 'https://333344445555-ab12cd34.us-east-1.console.aws.amazon.com/ec2/home'

const answer = (answered: object, partition: Partition = 'aws') =>
  switchOutcome({ kind: 'answered', status: 200, ...answered }, partition)

describe('a switch without an answer', () => {
  it.each<PostFormResult | PostJsonResult>([
    { kind: 'leaving' },
    { kind: 'no-csrf-token' },
    { kind: 'timed-out' },
    { kind: 'blocked', directive: 'form-action' },
    { kind: 'failed', message: 'TypeError: Failed to fetch' },
  ])('ends as the page says: %j', result => {
    expect(switchOutcome(result, 'aws')).toEqual(result)
  })
})

describe('a granted switch', () => {
  it.each<[Partition, string]>([
    ['aws', destination],
    ['aws', 'https://signin.aws.amazon.com/sessions/open?login_hint=333344445555-ab12cd34'],
    ['aws', 'https://us-east-1.signin.aws.amazon.com/oauth?login_hint=333344445555-ab12cd34'],
    ['aws', 'https://HEALTH.aws.amazon.com/'],
    ['aws-us-gov', 'https://us-gov-west-1.console.amazonaws-us-gov.com/'],
    ['aws-cn', 'https://cn-north-1.signin.amazonaws.cn/'],
    ['aws-eusc', 'https://eusc-de-east-1.console.amazonaws-eusc.eu/'],
  ])('with %s opens %s', (partition, url) => {
    expect(answer({ destination: url, status: 201 }, partition)).toEqual({ kind: 'open', url })
  })

  it.each([
    ['https://evil.example/', 'evil.example'],
    ['https://signin.aws.amazon.com.evil.example/', 'signin.aws.amazon.com.evil.example'],
    ['https://evil-signin.aws.amazon.com/', 'evil-signin.aws.amazon.com'],
    ['https://us-gov-west-1.console.amazonaws-us-gov.com/', 'us-gov-west-1.console.amazonaws-us-gov.com'],
    ['http://console.aws.amazon.com/', 'console.aws.amazon.com'],
    ['https://console.aws.amazon.com:8443/', 'console.aws.amazon.com'],
    ['https://me@console.aws.amazon.com/', 'console.aws.amazon.com'],
    ['https://:secret@console.aws.amazon.com/', 'console.aws.amazon.com'],
    ['https://console.aws.amazon.com@evil.example/', 'evil.example'],
    ['https://console.аws.amazon.com/', 'console.xn--ws-6kc.amazon.com'],
    ['javascript:alert(1)//console.aws.amazon.com', 'javascript:alert(1)//console.aws.amazon.com'],
    ['data:text/html,hello', 'data:text/html,hello'],
    ['//console.aws.amazon.com', '//console.aws.amazon.com'],
    ['', ''],
  ])('does not open %j', (url, host) => {
    expect(answer({ destination: url })).toEqual({ kind: 'foreign-destination', host })
  })
})

describe('a refused switch', () => {
  it.each([
    ['a status', { status: 403 }, 'HTTP 403'],
    ['a status, whatever the destination', { status: 400, destination }, 'HTTP 400'],
    ['a redirect', { status: 302, destination }, 'HTTP 302'],
    ['no status', { status: undefined, destination }, 'HTTP undefined'],
    ['an error code in a 200', { errorCode: 'UNAUTHORIZED', destination }, '(UNAUTHORIZED)'],
    ['a code and a message', { status: 403, errorCode: 'DENIED', message: 'No.' }, 'No. (DENIED)'],
    ['a message', { status: 400, message: 'Later.' }, 'Later.'],
    ['a message in place of a destination', { message: 'No.' }, 'No.'],
  ])('with %s is reported', (_, answered, reason) => {
    expect(answer(answered)).toEqual({ kind: 'refused', reason })
  })
})

it.each([401, 404])('tells apart the status of a host that doesn’t know the session: %d', status => {
  const reason = `HTTP ${status}`
  expect(answer({ status })).toEqual({ kind: 'refused', reason, isUnknown: true })
})

it('reports an answer that neither refuses nor leads anywhere', () => {
  expect(answer({})).toEqual({ kind: 'unknown-answer' })
})

describe("a hostile page's result", () => {
  it.each([
    { kind: 'open', url: 'https://evil.example/' },
    { kind: 'foreign-destination', host: {} },
    { kind: 'constructor' },
    { kind: null },
    {},
    'open',
    5,
    [],
  ])('%j opens nothing', result => {
    expect(switchOutcome(result as unknown as PostFormResult, 'aws')).toEqual({ kind: 'unknown-answer' })
  })

  it.each([
    [
      { kind: 'blocked', directive: { evil: true } },
      { kind: 'blocked', directive: '' },
    ],
    [
      { kind: 'failed', message: 5 },
      { kind: 'failed', message: '' },
    ],
    [{ kind: 'leaving', url: 'https://evil.example/' }, { kind: 'leaving' }],
  ])('%j is reduced to its text', (result, expected) => {
    expect(switchOutcome(result as unknown as PostFormResult, 'aws')).toEqual(expected)
  })

  it.each([{ destination: 5 }, { destination: [destination] }])('%j opens nothing', answered => {
    expect(answer(answered)).toEqual({ kind: 'unknown-answer' })
  })

  it('is a refusal if the error code isn’t text', () => {
    expect(answer({ destination, errorCode: {} })).toEqual({ kind: 'refused', reason: 'HTTP 200' })
  })

  it('is reported at a length that can be shown', () => {
    const long = 'x'.repeat(100_000)
    for (const outcome of [
      answer({ status: 500, message: long, errorCode: long }),
      answer({ destination: `https://${'x.'.repeat(10_000)}example/` }),
      switchOutcome({ kind: 'failed', message: long }, 'aws'),
    ]) {
      expect(JSON.stringify(outcome).length).toBeLessThan(1100)
    }
  })
})

it.each([500, 502, 503, 599])(
  'an answer with status %i says that the sign-in host can’t serve anyone now',
  status => {
    expect(answer({ status, errorCode: 'X', message: 'Later.' })).toEqual({ kind: 'unavailable', status })
  },
)
