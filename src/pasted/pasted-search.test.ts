import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLinear } from '../../bench/is-linear'
import { tricks } from '../../testing/hostile/texts'
import { consolePlace } from '../aws/console-place'
import type { Session } from '../aws/session'
import type { Role } from '../config/resolve/role'
import { maxQueryLength } from '../roles/query'
import { search } from '../roles/search'
import { typos } from '../roles/typos'
import { mentionsIn } from './mentions-in'
import { pastedSearch } from './pasted-search'
import { readPasted } from './read-pasted'
import type { Place } from './roles-for'

function role(name: string, rest: Partial<Role> = {}): Role {
  return { name, account: '999900001111', roleName: 'Reader', ...rest }
}

const roles = [
  role('admin', { account: '111122223333', roleName: 'Admin' }),
  role('reader', { account: '111122223333', roleName: 'AdminReader' }),
  role('lead', { account: '111122223333', roleName: 'team/Lead' }),
  role('other', { account: '444455556666', roleName: 'Admin' }),
  role('zero', { account: '000012345678', roleName: 'Zero' }),
  role('alias', { account: 'acme-shop', roleName: 'Shop' }),
  role('china', { account: '222233334444', roleName: 'Admin', partition: 'aws-cn' }),
]
const habits = { recent: [], frequent: [], pinned: [] }

function searchIn(place: Partial<Place> = {}) {
  const all = { roles, all: place.roles ?? roles, habits, ...place }
  return pastedSearch(search(all.roles, typos), all)
}
const found = (query: string, place?: Partial<Place>) =>
  searchIn(place)
    .find(query)
    .map(({ name }) => name)
const aim = (query: string, place?: Partial<Place>) => searchIn(place).aim(query)

const session: Session = {
  partition: 'aws',
  mode: { kind: 'classic' },
  signInHost: 'signin.aws.amazon.com',
  base: { id: '333344445555', alias: 'acme-shop' },
}

describe('a text that names accounts or roles', () => {
  it.each([
    ['1111-2222-3333', ['admin', 'reader', 'lead']],
    ['#1111-2222-3333', ['admin', 'reader', 'lead']],
    ['#1111-22', ['admin', 'reader', 'lead']],
    ['#111122223333', ['admin', 'reader', 'lead']],
    ['1111 2222 3333', ['admin', 'reader', 'lead']],
    ['1111‑2222‑3333', ['admin', 'reader', 'lead']],
    ['１１１１−２２２２－３３３３', ['admin', 'reader', 'lead']],
    ['1111.2222.3333', ['admin', 'reader', 'lead']],
    ['111,122,223,333', ['admin', 'reader', 'lead']],
    ["111'122'223'333", ['admin', 'reader', 'lead']],
    ['"111122223333"', ['admin', 'reader', 'lead']],
    ['(111122223333)', ['admin', 'reader', 'lead']],
    ['1111-2222-3333 /lead', ['lead']],
    ['1111-2222-3333 >eu-west-1', ['admin', 'reader', 'lead']],
    ['12345678', ['zero']],
    ['000012345678', ['zero']],
    ['account: 1111-2222-3333,', ['admin', 'reader', 'lead']],
    ['arn:aws:iam::111122223333:role/Admin', ['admin']],
    ['  arn:aws:iam::111122223333:role/Admin. ', ['admin']],
    ['"arn:aws:iam::111122223333:role/Admin"', ['admin']],
    ['role_arn = arn:aws:iam::111122223333:role/team/Lead', ['lead']],
    ['arn:aws:sts::111122223333:assumed-role/Lead/somebody', ['lead']],
    [
      'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_AdminReader_0123456789abcdef/somebody',
      ['reader'],
    ],
    [
      'arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Admin_0123456789abcdef',
      ['admin'],
    ],
    ['arn:aws:iam::111122223333:role/Unknown', ['admin', 'reader', 'lead']],
    ['arn:aws:lambda:eu-west-1:444455556666:function:shop', ['other']],
    ['arn%3Aaws%3Alambda%3Aeu-west-1%3A444455556666%3Afunction%3Ashop', ['other']],
    ['(arn:aws:lambda:eu-west-1:444455556666:function:shop)', ['other']],
    ['arn:aws:iam::444455556666:root', ['other']],
    ['arn:aws:lambda:eu-west-1:111122223333:function:shop lead', ['lead']],
    ['arn:aws:lambda:eu-west-1:111122223333:function:shop is on fire', ['admin', 'reader', 'lead']],
    [
      'User: arn:aws:sts::111122223333:assumed-role/Admin/me is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Admin',
      ['admin', 'other'],
    ],
    ['2026-11-28T10:00:00Z ERROR account=444455556666 request failed', ['other']],
    ['{"level":"error","accountId":"444455556666","ts":1767225600000}', ['other']],
    ['https://444455556666.signin.aws.amazon.com/console', ['other']],
    ['https://acme-shop.signin.aws.amazon.com/console', ['alias']],
    ['https://eu-west-1.signin.aws.amazon.com/switchrole?account=444455556666&roleName=Admin', ['other']],
    ['s3://cdk-assets-444455556666-eu-west-1/a', ['other']],
    ['acct_444455556666', ['other']],
    ['first line 444455556666second line', ['other']],
    ['arn:aws:lambda:eu-west-1:555566667777:function:shop', []],
    ['arn:aws:lambda:eu-west-1:222233334444:function:shop', []],
    ['arn:aws-cn:lambda:cn-north-1:222233334444:function:shop', ['china']],
    ['arn:aws-cn:lambda:cn-north-1:111122223333:function:shop', []],
    ['555566667777', []],
    ['1444455556666', []],
    ['a 44445555666 b', []],
  ])('%j finds %j', (query, names) => {
    expect(found(query)).toEqual(names)
  })

  it('is only searched for if its words find nothing', () => {
    const described = role('described', { account: '555566667777', description: 'formerly 111122223333' })
    expect(found('formerly 111122223333', { roles: [...roles, described] })).toEqual(['described'])
    const named = role('555566667777-admin')
    expect(found('555566667777', { roles: [...roles, named] })).toEqual(['555566667777-admin'])
  })

  it('finds the account by the alias that its session has', () => {
    expect(found('arn:aws:sqs:eu-west-1:333344445555:jobs', { session })).toEqual(['alias'])
  })

  it('takes time in proportion to its length', () => {
    const make = (length: number) => `${'1111-'.repeat(length)}${'arn:aws:iam::'.repeat(length)}`
    expect(isLinear(20_000, make, mentionsIn)).toBe(true)
  })
})

describe('the roles of a pasted text', () => {
  it('are those for its page first, then the pinned ones, then the ones used most', () => {
    const inOne = (name: string, rest?: Partial<Role>) => role(name, { account: '111122223333', ...rest })
    const roles = [
      inOne('plain'),
      inOne('used'),
      inOne('pinned'),
      inOne('for-it', { match: ['*.console.aws.amazon.com/lambda/*'] }),
      role('elsewhere', { match: ['*'] }),
    ]
    expect(
      found('arn:aws:lambda:eu-west-1:111122223333:function:shop', {
        roles,
        habits: { recent: ['used'], frequent: ['used', 'plain'], pinned: ['pinned'] },
      }),
    ).toEqual(['for-it', 'pinned', 'used', 'plain'])
  })

  it('are all of its partition if it names no account', () => {
    expect(found('arn:aws:s3:::orders')).toEqual(['admin', 'reader', 'lead', 'other', 'zero', 'alias'])
    expect(aim('arn:aws:s3:::orders')?.account).toBeUndefined()
    expect(found('arn:aws-cn:s3:::orders')).toEqual(['china'])
  })
})

describe('the page of a pasted text', () => {
  const page = (query: string) => aim(query)?.page?.url
  const plain =
    'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-1'

  it.each([
    [
      'of an ARN',
      'arn:aws:sns:eu-west-1:111122223333:alerts',
      'https://eu-west-1.console.aws.amazon.com/sns/v3/home?region=eu-west-1#/topic/arn:aws:sns:eu-west-1:111122223333:alerts',
    ],
    ['of a link', plain, plain],
    [
      'without anybody’s session',
      plain
        .replace('https://', 'https://444455556666-abcd1234.')
        .replace('&', '&login_hint=444455556666-abcd1234&'),
      plain,
    ],
    ['in words', `see <${plain}>, please`, plain],
    ['without the role of a link for Rolecall', plain.replace('#', '&rolecall=444455556666%2FAdmin#'), plain],
    [
      'of a portal’s link',
      `https://example.awsapps.com/start/#/console?account_id=444455556666&role_name=Admin&destination=${encodeURIComponent(plain)}`,
      plain,
    ],
    [
      'of a global service, where sessions can have it',
      'https://console.aws.amazon.com/iam/home#/users',
      'https://us-east-1.console.aws.amazon.com/iam/home#/users',
    ],
    [
      'of S3’s former host',
      'https://s3.console.aws.amazon.com/s3/buckets/orders?region=eu-west-1',
      'https://console.aws.amazon.com/s3/buckets/orders?region=eu-west-1',
    ],
  ])('%s', (_, query, url) => {
    expect(page(query)).toBe(url)
  })

  it.each([
    ['an account', '111122223333'],
    ['a role that is listed', 'arn:aws:iam::111122223333:role/Admin'],
    [
      'a portal that leads elsewhere',
      'https://example.awsapps.com/start/#/console?account_id=444455556666&role_name=Admin&destination=https%3A%2F%2Fevil.example',
    ],
    ['another site', 'https://console.aws.amazon.com.evil.example/ec2/home#444455556666'],
    ['two ARNs', 'arn:aws:sns:eu-west-1:111122223333:a arn:aws:sns:eu-west-1:111122223333:b'],
    ['an ARN that can’t be read', 'arn:aws-iso:sns:us-iso-east-1:111122223333:a'],
    ['a text that may be cut', `${plain}${'x'.repeat(maxQueryLength)}`],
  ])('is the current one for %s', (_, query) => {
    expect(page(query)).toBeUndefined()
  })

  it('says of an ARN that can’t be read that it can’t be', () => {
    expect(aim('arn:aws-iso:sns:us-iso-east-1:111122223333:a')).toMatchObject({
      kind: 'unreadable-arn',
      roles: [{ name: 'admin' }, { name: 'reader' }, { name: 'lead' }],
    })
  })

  it.each([
    ['its session', 'https://444455556666-abcd1234.eu-west-1.console.aws.amazon.com/kms/home#/kms/keys/1'],
    ['an ARN in the path', 'https://console.aws.amazon.com/go/view/arn:aws:sns:eu-west-1:444455556666:a'],
    ['an encoded ARN', 'https://console.aws.amazon.com/x?a=arn%3Aaws%3Asns%3Aeu-west-1%3A444455556666%3Aa'],
    [
      'CloudWatch’s encoding',
      'https://console.aws.amazon.com/cloudwatch/home#x:arn$253Aaws$253Asns$253Aeu-west-1$253A444455556666$253Aa',
    ],
    [
      'CodeBuild’s path',
      'https://eu-west-1.console.aws.amazon.com/codesuite/codebuild/444455556666/projects/web',
    ],
    ['ECR’s path', 'https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/444455556666/web'],
    [
      'a queue',
      'https://eu-west-1.console.aws.amazon.com/sqs/v3/home#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2F444455556666%2Fjobs',
    ],
  ])('is in the account that a link names by %s', (_, query) => {
    expect(aim(query)).toMatchObject({ account: '444455556666', roles: [{ name: 'other' }] })
  })

  it('can be seen in the tab’s own session if that is in the account', () => {
    expect(aim('arn:aws:sns:eu-west-1:333344445555:a', { session })?.isHere).toBe(true)
    expect(aim('arn:aws:sns:eu-west-1:444455556666:a', { session })?.isHere).toBe(false)
    expect(aim('arn:aws-cn:sns:cn-north-1:333344445555:a', { session })?.isHere).toBe(false)
  })
})

const account = fc.constantFrom('111122223333', '444455556666', '555566667777')
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'/:?#@.%&=;$a0- ') }),
  fc.constantFrom(...Object.values(tricks)),
)

describe('any pasted text', () => {
  const texts = fc.oneof(
    hostile,
    fc
      .tuple(account, hostile, hostile)
      .map(([id, service, rest]) => `arn:aws:${service}:eu-west-1:${id}:${rest}`),
    fc
      .tuple(account, hostile)
      .map(([id, rest]) => `https://${id}-abcd1234.eu-west-1.console.aws.amazon.com${rest}`),
    fc
      .tuple(account, hostile)
      .map(([id, rest]) => `https://${rest}.console.aws.amazon.com/x?a=arn:aws:sns::${id}:a`),
    fc
      .tuple(account, hostile)
      .map(
        ([id, to]) =>
          `https://example.awsapps.com/start/#/console?account_id=${id}&destination=${encodeURIComponent(to)}`,
      ),
  )

  it('leads to a console of its partition, in its account only', () => {
    fc.assert(
      fc.property(texts, text => {
        const pasted = aim(text)
        if (!pasted) return
        const { page, account, roles } = pasted
        const place = page && consolePlace(page.url)
        if (page) expect(place).toBeDefined()
        expect(place?.session).toBeUndefined()
        for (const role of roles) {
          if (account !== undefined) expect([role.account, role.accountAlias]).toContain(account)
          if (place) expect(role.partition ?? 'aws').toBe(place.partition)
        }
        const named = /^(?:arn:aws:[a-z\d-]+:eu-west-1:|https:\/\/)(\d{12})[:-]/.exec(text)?.[1]
        if (named !== undefined && account !== undefined && pasted.kind !== 'unreadable-arn') {
          if (readPasted(text, () => false)?.words === '') expect(account).toBe(named)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
