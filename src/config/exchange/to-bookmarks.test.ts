import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tricks } from '../../../testing/hostile/texts'
import type { Origin } from '../parse/profile'
import { parseConfig } from '../resolve/parse-config'
import type { Role } from '../resolve/role'
import { targetRoles } from '../resolve/target-roles'
import { bookmarksOf } from './to-bookmarks'

const text = `
[shop]
aws_account_id = 444455556666
role_name = Operator

[profile data]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 333344445555
sso_role_name = Reader
group = R&D
region = eu-west-1

[profile "audit <all>"]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 222233334444
sso_role_name = Auditor
`
const roles = targetRoles(parseConfig(text).profiles).roles
const own: Role = {
  name: 'own',
  account: '222233334444',
  roleName: 'Reader',
  portal: 'https://aws.example.com',
}

/** Reads such a file: all tags, and between them only text. */
function read(html: string) {
  const [, body = ''] = html.split('</H1>')
  return body.split(/(<[^>]*>)/).flatMap(part => (part.trim() === '' ? [] : [part.trim()]))
}

describe('bookmarks', () => {
  it('are the portal’s own links, in a folder for each group', () => {
    const { html, count } = bookmarksOf(roles, 'AWS roles')
    expect(count).toBe(2)
    expect(html).toMatch(/^<!DOCTYPE NETSCAPE-Bookmark-file-1>\n/)
    const link = 'https://example.awsapps.com/start/#/console?account_id='
    expect(read(html)).toEqual([
      '<DL>',
      '<p>',
      '<DT>',
      '<H3>',
      'AWS roles',
      '</H3>',
      '<DL>',
      '<p>',
      '<DT>',
      '<H3>',
      'R&amp;D',
      '</H3>',
      '<DL>',
      '<p>',
      '<DT>',
      `<A HREF="${link}333344445555&amp;role_name=Reader&amp;destination=https%3A%2F%2Feu-west-1.console.aws.amazon.com%2Fconsole%2Fhome%3Fregion%3Deu-west-1">`,
      'data',
      '</A>',
      '</DL>',
      '<p>',
      '<DT>',
      `<A HREF="${link}222233334444&amp;role_name=Auditor">`,
      'audit &lt;all&gt;',
      '</A>',
      '</DL>',
      '<p>',
      '</DL>',
      '<p>',
    ])
  })

  it('leave out a team’s portal at an address that isn’t AWS’s, but not the user’s', () => {
    const origin: Origin = 'team'
    expect(bookmarksOf([own, { ...own, name: 'theirs', origin }], 'x')).toMatchObject({
      count: 1,
      leftOut: ['theirs'],
    })
  })

  it('are nothing but text and links, whatever roles are called', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...Object.values(tricks)))
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, group, roleName) => {
        const { html } = bookmarksOf(
          [{ ...own, name, group, roleName: encodeURIComponent(roleName.replace(/\p{Cs}/gu, '')) }],
          name,
        )
        const tags = read(html).filter(part => part.startsWith('<'))
        const known = /^<(?:\/?(?:DL|H3|A)|p|DT|A HREF="https:\/\/aws\.example\.com\/#\/console\?[^"<>]*")>$/
        expect(tags.filter(tag => !known.test(tag))).toEqual([])
        expect(html).not.toContain('\0')
      }),
    )
  })

  it('take time in proportion to the roles', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...own,
      name: `role-${index}`,
      group: 'One',
    }))
    expect(bookmarksOf(many, 'x').count).toBe(10_000)
  })
})
