import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tricks } from '../../../testing/hostile/texts'
import { consoleHost, homeRegionOf, type Partition, partitionOfRegion, partitions } from '../partitions'
import { regions } from '../regions'
import { parseArn } from './arn'
import { resourcePage } from './resource-page'
import { resourceRows } from './resource-rows'

const of = (arn: string, region?: string) => {
  const parsed = parseArn(arn)
  if (!parsed) throw new Error(`${arn} is no ARN.`)
  return resourcePage(parsed, region)
}
const euWest = 'https://eu-west-1.console.aws.amazon.com'
const global = 'https://us-east-1.console.aws.amazon.com'
const uuid = '12345678-1234-1234-1234-123456789012'

/** Sources: link2aws's test cases, and the sources of the rows. */
const examples: readonly (readonly [arn: string, page: string])[] = [
  [
    'ec2:eu-west-1:A:instance/i-0abc',
    `${euWest}/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-0abc`,
  ],
  ['ec2:eu-west-1:A:vpc/vpc-1', `${euWest}/vpcconsole/home?region=eu-west-1#VpcDetails:VpcId=vpc-1`],
  ['ec2:eu-west-1::image/ami-1', `${euWest}/ec2/home?region=eu-west-1#ImageDetails:imageId=ami-1`],
  [
    `autoscaling:eu-west-1:A:autoScalingGroup:${uuid}:autoScalingGroupName/web`,
    `${euWest}/ec2/home?region=eu-west-1#AutoScalingGroupDetails:id=web;view=details`,
  ],
  [
    'elasticloadbalancing:eu-west-1:A:loadbalancer/app/shop/50dc6c495c0c9188',
    `${euWest}/ec2/home?region=eu-west-1#LoadBalancer:loadBalancerArn=arn:aws:elasticloadbalancing:eu-west-1:A:loadbalancer/app/shop/50dc6c495c0c9188`,
  ],
  ['s3:::orders', `${global}/s3/buckets/orders?region=us-east-1&tab=objects`],
  ['s3:::orders/2026/11/', `${global}/s3/buckets/orders?region=us-east-1&prefix=2026%2F11%2F`],
  [
    's3:::orders/2026/a&b=c#d.json',
    `${global}/s3/object/orders?region=us-east-1&prefix=2026%2Fa%26b%3Dc%23d.json`,
  ],
  ['lambda:eu-west-1:A:function:pay', `${euWest}/lambda/home?region=eu-west-1#/functions/pay`],
  ['lambda:eu-west-1:A:function:pay:$LATEST', `${euWest}/lambda/home?region=eu-west-1#/functions/pay`],
  [
    'lambda:eu-west-1:A:function:pay:7',
    `${euWest}/lambda/home?region=eu-west-1#/functions/pay/versions/7?tab=code`,
  ],
  [
    'lambda:eu-west-1:A:function:pay:live',
    `${euWest}/lambda/home?region=eu-west-1#/functions/pay/aliases/live?tab=configure`,
  ],
  [
    'logs:eu-west-1:A:log-group:/aws/lambda/pay:*',
    `${euWest}/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fpay`,
  ],
  [
    'logs:eu-west-1:A:log-group:/aws/lambda/pay:log-stream:2026/11/29/[$LATEST]ab',
    `${euWest}/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fpay/log-events/2026$252F11$252F29$252F$255B$2524LATEST$255Dab`,
  ],
  [
    'cloudwatch:eu-west-1:A:alarm:5xx of /pay',
    `${euWest}/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/5xx%20of%20%2Fpay`,
  ],
  ['cloudwatch::A:dashboard/ops', `${global}/cloudwatch/home?region=us-east-1#dashboards:name=ops`],
  [
    'rds:eu-west-1:A:cluster:orders',
    `${euWest}/rds/home?region=eu-west-1#database:id=orders;is-cluster=true`,
  ],
  [
    'sqs:eu-west-1:A:jobs',
    `${euWest}/sqs/v3/home?region=eu-west-1#/queues/https%3A%2F%2Fsqs.eu-west-1.amazonaws.com%2FA%2Fjobs`,
  ],
  ['sns:eu-west-1:A:alerts', `${euWest}/sns/v3/home?region=eu-west-1#/topic/arn:aws:sns:eu-west-1:A:alerts`],
  ['ecs:eu-west-1:A:service/main/web', `${euWest}/ecs/v2/clusters/main/services/web?region=eu-west-1`],
  ['ecr:eu-west-1:A:repository/team/web', `${euWest}/ecr/repositories/private/A/team/web?region=eu-west-1`],
  ['iam::A:role/team/Deploy', `${global}/iam/home#/roles/details/Deploy?section=permissions`],
  [
    'iam::aws:policy/ReadOnlyAccess',
    `${global}/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FReadOnlyAccess`,
  ],
  ['sts::A:assumed-role/Deploy/ci', `${global}/iam/home#/roles/details/Deploy?section=permissions`],
  [
    'secretsmanager:eu-west-1:A:secret:prod/db-AbC123',
    `${euWest}/secretsmanager/secret?name=prod%2Fdb&region=eu-west-1`,
  ],
  [
    'ssm:eu-west-1:A:parameter/plain',
    `${euWest}/systems-manager/parameters/plain/description?region=eu-west-1&tab=Table`,
  ],
  [
    'ssm:eu-west-1:A:parameter/shop/db',
    `${euWest}/systems-manager/parameters/%2Fshop%2Fdb/description?region=eu-west-1&tab=Table`,
  ],
  [
    `cloudformation:eu-west-1:A:stack/net/${uuid}`,
    `${euWest}/cloudformation/home?region=eu-west-1#/stacks/stackinfo?stackId=arn%3Aaws%3Acloudformation%3Aeu-west-1%3AA%3Astack%2Fnet%2F${uuid}`,
  ],
  [
    'apigateway:eu-west-1::/restapis/a1b2',
    `${euWest}/apigateway/main/apis/a1b2/resources?api=a1b2&region=eu-west-1`,
  ],
  ['route53:::hostedzone/Z1', `${global}/route53/v2/hostedzones#ListRecordSets/Z1`],
  ['codebuild:eu-west-1:A:project/web', `${euWest}/codesuite/codebuild/A/projects/web?region=eu-west-1`],
  [
    'events:eu-west-1:A:rule/bus/nightly',
    `${euWest}/events/home?region=eu-west-1#/eventbus/bus/rules/nightly`,
  ],
]

describe('the page of a resource', () => {
  it.each(examples)('of arn:aws:%s', (arn, page) => {
    const inAccount = (text: string) => text.replaceAll(/\bA\b/g, '333344445555')
    const encoded = page
      .replaceAll('%3AA%3A', '%3A333344445555%3A')
      .replaceAll('%2FA%2F', '%2F333344445555%2F')
    expect(of(inAccount(`arn:aws:${arn}`))).toMatchObject({ by: 'row', url: inAccount(encoded) })
  })

  it('is in the current region if the ARN names none', () => {
    expect(of('arn:aws:s3:::orders', 'eu-west-3')).toMatchObject({
      url: 'https://eu-west-3.console.aws.amazon.com/s3/buckets/orders?region=eu-west-3&tab=objects',
    })
    expect(of('arn:aws-cn:s3:::orders', 'eu-west-3').url).toMatch(
      /^https:\/\/cn-north-1\.console\.amazonaws\.cn\//,
    )
    expect(of('arn:aws:s3:::orders').region).toBeUndefined()
  })

  it('is AWS’s own where there is no row, and the service’s home where that isn’t known to be', () => {
    const arn = 'bedrock:eu-west-1:333344445555:agent/ABC'
    expect(of(`arn:aws:${arn}`)).toMatchObject({
      by: 'aws',
      service: 'Bedrock',
      name: 'ABC',
      url: `${euWest}/go/view?region=eu-west-1&arn=arn%3Aaws%3Abedrock%3Aeu-west-1%3A333344445555%3Aagent%2FABC`,
    })
    expect(of('arn:aws-cn:bedrock:cn-north-1:333344445555:agent/ABC')).toMatchObject({
      by: 'service',
      url: 'https://cn-north-1.console.amazonaws.cn/bedrock/home?region=cn-north-1',
    })
    expect(of('arn:aws-eusc:unheard:eusc-de-east-1:333344445555:x')).toMatchObject({
      by: 'home',
      service: '',
      url: 'https://eusc-de-east-1.console.amazonaws-eusc.eu/console/home?region=eusc-de-east-1',
    })
  })

  it('never is a step to another folder', () => {
    expect(of('arn:aws:ecs:eu-west-1:333344445555:cluster/..').by).toBe('aws')
    expect(of('arn:aws:s3:::../x').by).toBe('aws')
  })
})

describe('an ARN', () => {
  it.each([
    'arn:aws:ec2:cn-north-1:333344445555:instance/i-1',
    'arn:aws:ec2:eu-west-1.evil.example:333344445555:instance/i-1',
    'arn:aws:ec2:@evil.example/:333344445555:instance/i-1',
    'arn:aws-iso:ec2:us-iso-east-1:333344445555:instance/i-1',
    'arn:aws:EC2:eu-west-1:333344445555:instance/i-1',
    'arn:aws:s3:::',
    'arn:aws',
    `arn:aws:s3:::${'x'.repeat(2_050)}`,
  ])('is none: %s', text => {
    expect(parseArn(text)).toBeUndefined()
  })

  it.each(['aws', '', '33334444555', '3333444455556'])('has no account if that is %j', account => {
    expect(parseArn(`arn:aws:iam::${account}:policy/X`)?.account).toBeUndefined()
  })
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'/:?#@.%&=;\\ $a0-[]*') }),
  fc.constantFrom(
    ...Object.values(tricks),
    '..',
    '.',
    '%2e%2e',
    '//evil.example',
    '\\\\evil.example',
    '\ud800',
  ),
)
const account = '333344445555'
const resource = fc.oneof(
  hostile,
  // Fills the holes of a row with anything.
  fc
    .tuple(fc.constantFrom(...resourceRows), hostile)
    .map(([row, text]) => row.resource.replace(/\{[^}]+\}/g, () => text)),
  fc.tuple(fc.constantFrom(...resourceRows), hostile).map(([row, text]) => {
    let isFirst = true
    return row.resource.replace(/\{[^}]+\}/g, () => {
      const value = isFirst ? 'x1' : text
      isFirst = false
      return value
    })
  }),
)
const anyArn = fc
  .tuple(
    fc.constantFrom(...partitions),
    fc.oneof(fc.constantFrom(...resourceRows.map(({ service }) => service)), hostile),
    fc.oneof(fc.constantFrom('', ...regions), hostile),
    fc.oneof(fc.constant(account), fc.constant(''), hostile),
    resource,
  )
  .map(parts => ['arn', ...parts].join(':'))

describe('the page of any ARN', () => {
  const hostsOf = (partition: Partition) => [
    ...regions.filter(region => partitionOfRegion(region) === partition),
    homeRegionOf(partition),
  ]

  it('is on a console of its partition, in its region, whatever it says', () => {
    fc.assert(
      fc.property(anyArn, hostile, (text, otherwise) => {
        const arn = parseArn(text)
        if (!arn) return
        const page = resourcePage(arn, otherwise)
        const url = new URL(page.url)
        const hosts = hostsOf(arn.partition).map(region => consoleHost(region, arn.partition))
        expect([...hosts, consoleHost(arn.region ?? '', arn.partition)]).toContain(url.host)
        expect([url.protocol, url.username, url.password]).toEqual(['https:', '', ''])
        if (arn.region !== undefined && url.searchParams.has('region')) {
          expect(url.host).toBe(consoleHost(arn.region, arn.partition))
          expect(url.searchParams.getAll('region')).toEqual([arn.region])
        }
        // What the browser makes of it is what the row says: no value has changed the path.
        const paths = [...resourceRows.map(row => row.page), '/go/view', '/console/home'].map(
          template => template.split(/[/?#]/)[1],
        )
        if (page.by === 'row' || page.by === 'aws') expect(paths).toContain(url.pathname.split('/')[1])
        expect(page.url).toMatch(/^[!-~]+$/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('names no account but the ARN’s', () => {
    fc.assert(
      fc.property(fc.constantFrom(...resourceRows), row => {
        const text = row.resource.replace(/\{[^}]+:digits\}/g, '7').replace(/\{[^}]+\}/g, 'x1')
        const arn = parseArn(`arn:aws:${row.service}:eu-west-1:${account}:${text}`)
        const ids = arn && [...resourcePage(arn).url.matchAll(/\d{12}/g)].map(([id]) => id)
        expect(new Set(ids)).toEqual(new Set(ids?.length ? [account] : []))
      }),
    )
  })
})

describe('the rows', () => {
  it('are of one kind: a path, and a region that the ARN or the page decides', () => {
    for (const { page } of resourceRows) {
      expect(page).toMatch(/^\/[a-z]/)
      // Nothing but a region may decide anything outside path, query and fragment.
      expect(page).not.toMatch(/^[^?#]*(?:\/\/|\\|@)/)
    }
  })

  it('are about at least 45 kinds, no two of which are the same', () => {
    const kinds = resourceRows.map(({ service, resource }) => `${service}:${resource}`)
    expect(new Set(kinds).size).toBe(kinds.length)
    expect(kinds.length).toBeGreaterThan(45)
  })
})
