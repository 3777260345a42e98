import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBreaking } from '../lib/one-line'
import { shellWord } from '../lib/shell-word'
import { type CopyKind, roleCopies } from './role-copies'

const role = { name: 'shop', account: '111122223333', roleName: 'team/Operator', color: 'd13212' }

function copied(kind: CopyKind, rest: Partial<typeof role> = {}, partition: 'aws' | 'aws-cn' = 'aws') {
  return roleCopies({ ...role, ...rest }, partition).find(copy => copy.kind === kind)?.text
}

describe('these can be copied for a role', () => {
  it.each([
    ['account', '111122223333'],
    ['arn', 'arn:aws:iam::111122223333:role/team/Operator'],
    ['aws-vault', 'aws-vault exec shop --'],
    ['aws', 'aws --profile shop'],
    ['export', 'export AWS_PROFILE=shop'],
    [
      'link',
      'https://signin.aws.amazon.com/switchrole?account=111122223333&roleName=team%2FOperator&displayName=shop&color=d13212',
    ],
  ] as const)('%s: %s', (kind, text) => {
    expect(copied(kind)).toBe(text)
  })

  it('a link to a page: with Rolecall’s parameter, or for a portal role the portal’s', () => {
    const page = 'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:'
    const link = (rest: object) =>
      roleCopies({ ...role, ...rest }, 'aws', page).find(({ kind }) => kind === 'page-link')?.text
    expect(link({})).toBe(page.replace('#', '&rolecall=111122223333%2Fteam%2FOperator#'))
    expect(link({ portal: 'https://example.awsapps.com/start', roleName: 'Reader' })).toBe(
      `https://example.awsapps.com/start/#/console?account_id=111122223333&role_name=Reader&destination=${encodeURIComponent(page)}`,
    )
    expect(copied('page-link')).toBeUndefined()
  })

  it('for a portal role a link without the page, on another partition’s console', () => {
    const portal = { portal: 'https://start.home.awsapps.cn/directory/example', partition: 'aws-cn' } as const
    const copies = roleCopies({ ...role, ...portal }, 'aws', 'https://console.aws.amazon.com/ec2/home')
    expect(copies.at(-1)).toEqual({
      kind: 'portal-link',
      text: 'https://start.home.awsapps.cn/directory/example/#/console?account_id=111122223333&role_name=team%2FOperator',
    })
  })

  it.each([
    [true, 'sso-login', 'aws sso login --profile identity'],
    [false, 'login', 'aws login --profile identity'],
  ] as const)(
    'the command that signs in where the credentials come from: portal %s',
    (isPortal, kind, text) => {
      const copies = roleCopies(role, 'aws', undefined, 'posix', { profile: 'identity', isPortal })
      expect(copies).toContainEqual({ kind, text })
      const quoted = roleCopies(role, 'aws', undefined, 'posix', { profile: 'a; rm', isPortal })
      expect(quoted.find(copy => copy.kind === kind)?.text).toMatch(/--profile 'a; rm'$/)
      const kinds = roleCopies(role, 'aws').map(copy => copy.kind)
      expect(kinds).not.toContain(kind)
    },
  )

  it('no ARN for a portal role, and no form to switch to it', () => {
    const kinds = roleCopies({ ...role, portal: 'https://example.awsapps.com/start' }, 'aws').map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['account', 'aws-vault', 'aws', 'export', 'portal-link'])
  })

  it('no ARN if only the account’s alias is known', () => {
    expect(copied('arn', { account: 'my-company' })).toBeUndefined()
  })

  it('what fits the console’s partition', () => {
    expect(copied('arn', {}, 'aws-cn')).toBe('arn:aws-cn:iam::111122223333:role/team/Operator')
    expect(copied('link', {}, 'aws-cn')).toMatch(/^https:\/\/signin\.amazonaws\.cn\/switchrole\?/)
  })

  it('a name in quotes if a shell would read it as more than a name', () => {
    expect(copied('aws', { name: "a b'; rm -rf ~; '" })).toBe("aws --profile 'a b'\\''; rm -rf ~; '\\'''")
    expect(copied('export', { name: '本番' })).toBe("export AWS_PROFILE='本番'")
  })
})

it('a shell returns every quoted name unchanged', () => {
  const printable = fc.string({ unit: 'grapheme' }).filter(text => !isBreaking(text))
  fc.assert(
    fc.property(fc.array(printable, { minLength: 1, maxLength: 50 }), names => {
      const printed = execFileSync(
        'sh',
        ['-c', `printf '%s\\n' ${names.map(name => shellWord(name)).join(' ')}`],
        {
          encoding: 'utf8',
        },
      )
      expect(printed).toBe(names.map(name => `${name}\n`).join(''))
    }),
    { numRuns: 30 },
  )
})
