import { describe, expect, it } from 'vitest'
import { checkTeamUrl } from './team-url'

describe('the address of a team list', () => {
  it.each([
    ['https://example.com/rolecall.ini', 'https://example.com/rolecall.ini', 'https://example.com/*'],
    ['  HTTPS://Example.COM  ', 'https://example.com/', 'https://example.com/*'],
    ['https://example.com:8443/a?b=c#d', 'https://example.com:8443/a?b=c', 'https://example.com/*'],
    ['https://example.com:443/a', 'https://example.com/a', 'https://example.com/*'],
    ['https://例え.jp/設定', 'https://xn--r8jz45g.jp/%E8%A8%AD%E5%AE%9A', 'https://xn--r8jz45g.jp/*'],
    ['https://my_host/a', 'https://my_host/a', 'https://my_host/*'],
    ['https://192.0.2.7/a', 'https://192.0.2.7/a', 'https://192.0.2.7/*'],
    ['https://[2001:DB8::7]/a', 'https://[2001:db8::7]/a', 'https://[2001:db8::7]/*'],
    ['http://localhost:8080/a', 'http://localhost:8080/a', 'http://localhost/*'],
    ['http://127.0.0.1/a', 'http://127.0.0.1/a', 'http://127.0.0.1/*'],
  ])('%j is %j, with the permission %j', (text, url, pattern) => {
    expect(checkTeamUrl(text)).toEqual({ kind: 'url', url, pattern })
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['example.com/rolecall.ini', 'no-url'],
    ['https://', 'no-url'],
    ['https://exa mple.com/', 'no-url'],
    ['https://example.com:99999/', 'no-url'],
    ['http://example.com/rolecall.ini', 'insecure'],
    ['http://localhost.example.com/', 'insecure'],
    ['http://127.0.0.2/', 'insecure'],
    ['http://[::1]/', 'insecure'],
    ['ftp://example.com/', 'no-url'],
    ['file:///etc/rolecall.ini', 'no-url'],
    ['data:text/plain,[a]', 'no-url'],
    ['javascript:alert(1)', 'no-url'],
    ['localhost:8080/a', 'no-url'],
    ['https://user@example.com/', 'credentials'],
    ['https://:password@example.com/', 'credentials'],
  ])('%j is rejected: %s', (text, kind) => {
    expect(checkTeamUrl(text)).toEqual({ kind })
  })

  it.each(['https://*/', 'https://*.example.com/', 'https://%2a.com/', 'https://a*b/'])(
    '%j is rejected because its pattern would match other hosts',
    text => {
      expect(checkTeamUrl(text)).toEqual({ kind: 'no-url' })
    },
  )

  it('has a length that every server accepts', () => {
    const url = (length: number) => `https://example.com/${'a'.repeat(length - 20)}`
    expect(checkTeamUrl(url(2048))).toMatchObject({ kind: 'url' })
    expect(checkTeamUrl(url(2049))).toEqual({ kind: 'too-long', most: 2048 })
    expect(checkTeamUrl(`https://example.com/${'本'.repeat(300)}`)).toEqual({ kind: 'too-long', most: 2048 })
  })
})
