import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consolePlace } from '../aws/console-place'
import { linkedRole, roleLink } from '../roles/role-link'
import { type CustomLink, readCustomLink } from './custom-link'

const link =
  'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1&a=b%2Bc&rolecall=444455556666%2Fteam%2FOperator#Instances:id=1'

const read = (text: string) => readCustomLink(encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')))

describe('a link of Rolecall’s own scheme', () => {
  it.each([
    link,
    'https://console.aws.amazon.com/?rolecall=my-company%2FAdmin',
    'https://111122223333-ab12cd34.us-east-1.console.aws.amazon.com/s3/home?rolecall=111122223333%2FAdmin',
    'https://console.amazonaws-us-gov.com/?rolecall=111122223333%2FAdmin',
    'https://cn-north-1.console.amazonaws.cn/?rolecall=111122223333%2FAdmin',
    'https://console.amazonaws-eusc.eu/?rolecall=111122223333%2FAdmin',
  ])('leads to the console page of %s', url => {
    expect(read(`ext+rolecall:${url}`)).toEqual({ kind: 'page', url })
    expect(read(`EXT+Rolecall:${url}`)).toEqual({ kind: 'page', url })
  })

  const evil = 'evil.example'
  const role = '?rolecall=444455556666%2FOperator'
  it.each([
    [`https://${evil}/${role}`, evil],
    [`https://console.aws.amazon.com.${evil}/${role}`, `console.aws.amazon.com.${evil}`],
    [`https://console.aws.amazon.com@${evil}/${role}`, evil],
    [`https:\\\\${evil}/${role}`, undefined],
    [`https://${evil}\\@console.aws.amazon.com/${role}`, evil],
    [`https://signin.aws.amazon.com/${role}`, 'signin.aws.amazon.com'],
    [`https://example.awsapps.com/start/${role}`, 'example.awsapps.com'],
    [`https://console.aws.amazon.com.:443/${role}`, 'console.aws.amazon.com.'],
    [`https://console.aws.am\u0430zon.com/${role}`, 'console.aws.xn--amzon-5ve.com'],
  ])('that leads elsewhere, such as %s, doesn’t', (url, host) => {
    expect(read(`ext+rolecall:${url}`)).toEqual(host ? { kind: 'elsewhere', host } : { kind: 'no-link' })
  })

  it.each([
    '',
    link,
    'ext+rolecall:',
    'ext+rolecall:444455556666/Operator',
    `ext+rolecall:${link.replace('https:', 'http:')}`,
    `ext+rolecall: ${link}`,
    `ext+rolecall:ext+rolecall:${link}`,
    `ext+rolecall:view-source:${link}`,
    `ext+rolecall:javascript:location='${link}'`,
    `ext+rolecall:data:text/html,${link}`,
    `ext+rolecall:file:///console.aws.amazon.com/${role}`,
    `ext+rolecall:moz-extension://console.aws.amazon.com/${role}`,
    `ext+rolecall://console.aws.amazon.com/${role}`,
    `ext+rolecall:https://user@console.aws.amazon.com/${role}`,
    `ext+rolecall:https://console.aws.amazon.com:8443/${role}`,
    'ext+rolecall:https://console.aws.amazon.com/s3/home',
    `ext+rolecall:https://console.aws.amazon.com/#${role}`,
  ])('isn’t %j', text => {
    expect(read(text)).toEqual({ kind: 'no-link' })
  })

  it.each([
    '',
    '444455556666',
    '4444/Operator',
    '444455556666/<b>Operator</b>',
    '444455556666/Operator\u202Egnp',
  ])('doesn’t open with the role %j', named => {
    const url = `https://console.aws.amazon.com/?rolecall=${encodeURIComponent(named)}`
    expect(read(`ext+rolecall:${url}`)).toEqual({ kind: 'malformed' })
  })

  it('that can’t be decoded isn’t one', () => {
    expect(readCustomLink('ext%2Brolecall%3Ahttps%3A%2F%2F%E0%A4')).toEqual({ kind: 'no-link' })
  })
})

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    'https://',
    'http://',
    'console.aws.amazon.com',
    'eu-west-1.console.aws.amazon.com',
    'evil.example',
    '.',
    '@',
    ':',
    '\\',
    '/',
    '?',
    '#',
    '&',
    '%',
    '%2F',
    '%00',
    'rolecall=',
    '444455556666',
    'Operator',
    'javascript:',
    '\u202e',
    '\n',
    '\t',
    ' ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 16 }).map(parts => parts.join('')),
  )

  it('a page that opens is a console’s, over HTTPS, and names a valid role', () => {
    let opened = 0
    const check = (found: CustomLink) => {
      if (found.kind !== 'page') return
      opened++
      expect(new URL(found.url).protocol).toBe('https:')
      expect(consolePlace(found.url)).toBeDefined()
      expect(linkedRole(found.url)).toEqual(expect.objectContaining({ roleName: expect.any(String) }))
    }
    const start = 'https://console.aws.amazon.com'
    fc.assert(
      fc.property(texts, text => {
        check(readCustomLink(text))
        check(read(`ext+rolecall:${text}`))
        check(read(`ext+rolecall:${start}${text}`))
        check(read(`ext+rolecall:${start}/?rolecall=444455556666/Operator&${text}`))
      }),
    )
    expect(opened).toBeGreaterThan(0)
  })

  it('every link that Rolecall copies opens', () => {
    const path = fc.webPath()
    fc.assert(
      fc.property(path, fc.webQueryParameters(), fc.webFragments(), (path, query, fragment) => {
        const page = `https://us-east-1.console.aws.amazon.com${path}?${query}#${fragment}`
        const url = roleLink(page, { account: '444455556666', roleName: 'team/Operator' })
        // Another parameter of that name comes first only in an address that was no page's.
        fc.pre(!/[?&]rolecall=/.test(page))
        expect(read(`ext+rolecall:${url}`)).toEqual({ kind: 'page', url })
      }),
    )
  })
})
