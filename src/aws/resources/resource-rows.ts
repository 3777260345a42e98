import type { PageTemplate } from './page-template'

/**
 * How sure a row is, as in docs/console.md: AWS's own code or documents (A), several independent tools (B), one tool (C),
 * inferred (D). Nobody has opened these pages for Rolecall.
 */
type Grade = 'A' | 'B' | 'C' | 'D'

/** A kind of resource, and its page in the console. */
export interface ResourceRow {
  /** The ARN's service. */
  readonly service: string
  /** The ARN's resource: see `matched`. */
  readonly resource: string
  /** See `filled`. Besides the resource's parts: `{arn}`, `{region}`, `{account}` and `{dns}`, the domain of AWS's services. */
  readonly page: PageTemplate
  readonly grade: Grade
  readonly source: Source | `${Source}, ${string}`
  /** When the sources were read. */
  readonly read: `${number}-${number}`
}

/** Where rows come from. All are public. */
export const sources = {
  l2a: 'link2aws.github.io 1.0.25, `link2aws.js` and its test cases (2026-02)',
  acu: 'MacHu-GWU/aws_console_url-project, `aws_console_url/srv` (2025-03)',
  a9s: 'k2m30/a9s, issue #477 (2026)',
  toolkit: 'aws/aws-toolkit-vscode, `awsConsole.ts` and `consoleLinksUtils.ts`, which is AWS’s own (2026-07)',
  guardduty: '`SourceUrl` in GuardDuty’s findings, which is AWS’s own',
  docs: 'links in AWS’s documentation (2026)',
  samples: 'AWS’s own solutions and samples',
  cfn: 'tests of a CloudFormation extension’s links (2025)',
  cloudcatalog: 'boyney123/cloudcatalog',
  php: 'a PHP map from ARNs to pages (2026)',
  port: 'Port’s documentation (2023 to 2026)',
  sig: 'a design tool’s links (2026)',
  several: 'at least three independent public tools',
  inferred: 'none: inferred from related pages',
} as const

type Source = keyof typeof sources

type Line = readonly [resource: string, page: PageTemplate, grade: Grade, source: ResourceRow['source']]

/** When all of these were read. A row that is checked anew gets a date of its own. */
const read = '2026-11'

/** The pages of resources, by service. Of several rows that fit, the first counts. */
const lines: Readonly<Record<string, readonly Line[]>> = {
  ec2: [
    ['instance/{id}', '/ec2/home?region={region}#InstanceDetails:instanceId={id}', 'B', 'l2a, a9s, sig'],
    ['security-group/{id}', '/ec2/home?region={region}#SecurityGroup:groupId={id}', 'B', 'l2a, acu, a9s'],
    ['vpc/{id}', '/vpcconsole/home?region={region}#VpcDetails:VpcId={id}', 'B', 'l2a, acu, sig, a9s'],
    ['subnet/{id}', '/vpcconsole/home?region={region}#SubnetDetails:subnetId={id}', 'B', 'several'],
    ['route-table/{id}', '/vpcconsole/home?region={region}#RouteTableDetails:RouteTableId={id}', 'C', 'acu'],
    ['natgateway/{id}', '/vpcconsole/home?region={region}#NatGatewayDetails:natGatewayId={id}', 'C', 'l2a'],
    [
      'vpc-endpoint/{id}',
      '/vpcconsole/home?region={region}#EndpointDetails:vpcEndpointId={id}',
      'B',
      'l2a, acu',
    ],
    ['volume/{id}', '/ec2/home?region={region}#VolumeDetails:volumeId={id}', 'B', 'l2a, acu'],
    ['snapshot/{id}', '/ec2/home?region={region}#SnapshotDetails:snapshotId={id}', 'B', 'l2a, acu'],
    ['image/{id}', '/ec2/home?region={region}#ImageDetails:imageId={id}', 'B', 'l2a, acu'],
    [
      'launch-template/{id}',
      '/ec2/home?region={region}#LaunchTemplateDetails:launchTemplateId={id}',
      'C',
      'l2a',
    ],
  ],
  autoscaling: [
    [
      'autoScalingGroup:{uuid}:autoScalingGroupName/{name}',
      '/ec2/home?region={region}#AutoScalingGroupDetails:id={name};view=details',
      'B',
      'l2a, port',
    ],
  ],
  elasticloadbalancing: [
    [
      'loadbalancer/{kind}/{name}/{id}',
      '/ec2/home?region={region}#LoadBalancer:loadBalancerArn={open:arn}',
      'B',
      'l2a, php',
    ],
    [
      'targetgroup/{name}/{id}',
      '/ec2/home?region={region}#TargetGroup:targetGroupArn={open:arn}',
      'B',
      'several',
    ],
  ],
  s3: [
    ['{bucket}', '/s3/buckets/{bucket}?region={region}&tab=objects', 'B', 'several'],
    ['{bucket}/{folder:path}', '/s3/buckets/{bucket}?region={region}&prefix={folder}', 'B', 'acu, samples'],
    ['{bucket}/{key:any}', '/s3/object/{bucket}?region={region}&prefix={key}', 'B', 'acu, samples'],
  ],
  lambda: [
    ['function:{name}', '/lambda/home?region={region}#/functions/{name}', 'B', 'several'],
    ['function:{name}:$LATEST', '/lambda/home?region={region}#/functions/{name}', 'B', 'several'],
    [
      'function:{name}:{version:digits}',
      '/lambda/home?region={region}#/functions/{name}/versions/{version}?tab=code',
      'C',
      'acu',
    ],
    [
      'function:{name}:{alias}',
      '/lambda/home?region={region}#/functions/{name}/aliases/{alias}?tab=configure',
      'C',
      'acu',
    ],
    [
      'layer:{name}:{version:digits}',
      '/lambda/home?region={region}#/layers/{name}/versions/{version}',
      'B',
      'l2a, acu',
    ],
  ],
  logs: [
    [
      'log-group:{group:slashes}:log-stream:{stream:any}',
      '/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{cw:group}/log-events/{cw:stream}',
      'B',
      'several',
    ],
    [
      'log-group:{group:slashes}:*',
      '/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{cw:group}',
      'B',
      'several',
    ],
    [
      'log-group:{group:slashes}',
      '/cloudwatch/home?region={region}#logsV2:log-groups/log-group/{cw:group}',
      'B',
      'several',
    ],
  ],
  cloudwatch: [
    ['alarm:{name:any}', '/cloudwatch/home?region={region}#alarmsV2:alarm/{name}', 'B', 'cfn, a9s'],
    ['dashboard/{name}', '/cloudwatch/home?region={region}#dashboards:name={name}', 'B', 'several'],
  ],
  rds: [
    ['db:{id}', '/rds/home?region={region}#database:id={id};is-cluster=false', 'B', 'several'],
    // A cluster of DocumentDB or Neptune has the same ARN. Source: k2m30/a9s #477.
    ['cluster:{id}', '/rds/home?region={region}#database:id={id};is-cluster=true', 'B', 'several'],
    ['snapshot:{id:any}', '/rds/home?region={region}#db-snapshot:id={id}', 'C', 'l2a'],
    ['cluster-snapshot:{id:any}', '/rds/home?region={region}#db-snapshot:id={id}', 'C', 'l2a'],
  ],
  dynamodb: [['table/{name}', '/dynamodbv2/home?region={region}#table?name={name}', 'B', 'several']],
  sqs: [
    [
      '{name}',
      '/sqs/v3/home?region={region}#/queues/https%3A%2F%2Fsqs.{region}.{dns}%2F{account}%2F{name}',
      'B',
      'cfn, cloudcatalog',
    ],
  ],
  sns: [['{name}', '/sns/v3/home?region={region}#/topic/{open:arn}', 'B', 'l2a, sig']],
  ecs: [
    ['cluster/{cluster}', '/ecs/v2/clusters/{cluster}?region={region}', 'B', 'several'],
    [
      'service/{cluster}/{name}',
      '/ecs/v2/clusters/{cluster}/services/{name}?region={region}',
      'B',
      'l2a, several',
    ],
    ['task/{cluster}/{id}', '/ecs/v2/clusters/{cluster}/tasks/{id}?region={region}', 'B', 'l2a, acu'],
    [
      'task-definition/{family}:{revision:digits}',
      '/ecs/v2/task-definitions/{family}/{revision}?region={region}',
      'B',
      'l2a, acu',
    ],
  ],
  eks: [
    ['cluster/{name}', '/eks/home?region={region}#/clusters/{name}', 'B', 'several'],
    [
      'nodegroup/{cluster}/{name}/{id}',
      '/eks/home?region={region}#/clusters/{cluster}/nodegroups/{name}',
      'B',
      'several',
    ],
  ],
  ecr: [
    [
      'repository/{name:any}',
      '/ecr/repositories/private/{account}/{open:name}?region={region}',
      'B',
      'l2a, acu',
    ],
  ],
  iam: [
    ['role/{path:path}{name}', '/iam/home#/roles/details/{name}?section=permissions', 'B', 'several'],
    ['user/{path:path}{name}', '/iam/home#/users/details/{name}', 'B', 'several'],
    ['group/{path:path}{name}', '/iam/home#/groups/details/{name}', 'B', 'l2a, acu'],
    ['policy/{path:path}{name}', '/iam/home#/policies/details/{arn}', 'B', 'acu, several'],
  ],
  // What CloudTrail and errors name. The role's page has the name without its path.
  sts: [
    [
      'assumed-role/{name}/{session:any}',
      '/iam/home#/roles/details/{name}?section=permissions',
      'D',
      'inferred',
    ],
  ],
  kms: [['key/{id}', '/kms/home?region={region}#/kms/keys/{id}', 'B', 'several']],
  secretsmanager: [
    ['secret:{name:any}-{random:six}', '/secretsmanager/secret?name={name}&region={region}', 'B', 'l2a, a9s'],
  ],
  ssm: [
    [
      'parameter/{name}',
      '/systems-manager/parameters/{name}/description?region={region}&tab=Table',
      'B',
      'acu, several',
    ],
    // A name that is a path begins with a slash, which the ARN leaves out.
    [
      'parameter/{name:any}',
      '/systems-manager/parameters/%2F{name}/description?region={region}&tab=Table',
      'D',
      'inferred',
    ],
    ['document/{name}', '/systems-manager/documents/{name}/description?region={region}', 'B', 'docs'],
  ],
  cloudformation: [
    [
      'stack/{name}/{id}',
      '/cloudformation/home?region={region}#/stacks/stackinfo?stackId={arn}',
      'A',
      'toolkit, cfn, acu',
    ],
  ],
  states: [
    ['stateMachine:{name}', '/states/home?region={region}#/statemachines/view/{arn}', 'B', 'several'],
    [
      'execution:{machine}:{id}',
      '/states/home?region={region}#/v2/executions/details/{open:arn}',
      'B',
      'l2a, several',
    ],
  ],
  apigateway: [
    ['/restapis/{id}', '/apigateway/main/apis/{id}/resources?api={id}&region={region}', 'C', 'l2a'],
    ['/apis/{id}', '/apigateway/main/api-detail?api={id}&region={region}', 'C', 'cfn'],
  ],
  route53: [['hostedzone/{id}', '/route53/v2/hostedzones#ListRecordSets/{id}', 'B', 'sig, docs']],
  cloudfront: [['distribution/{id}', '/cloudfront/v4/home#/distributions/{id}', 'B', 'l2a, sig']],
  glue: [
    ['job/{name}', '/gluestudio/home?region={region}#/editor/job/{name}/script', 'C', 'l2a'],
    [
      'database/{name}',
      '/glue/home?region={region}#/v2/data-catalog/databases/view/{name}?catalogId={account}',
      'C',
      'acu',
    ],
  ],
  athena: [['workgroup/{name}', '/athena/home?region={region}#/workgroups/details/{name}', 'C', 'acu']],
  redshift: [
    ['cluster:{name}', '/redshiftv2/home?region={region}#cluster-details?cluster={name}', 'B', 'several'],
  ],
  es: [['domain/{name}', '/aos/home?region={region}#opensearch/domains/{name}', 'B', 'l2a, several']],
  elasticache: [
    ['replicationgroup:{id}', '/elasticache/home?region={region}#/redis/{id}', 'B', 'a9s, several'],
  ],
  kinesis: [
    ['stream/{name}', '/kinesis/home?region={region}#/streams/details/{name}/monitoring', 'B', 'several'],
  ],
  firehose: [
    ['deliverystream/{name}', '/firehose/home?region={region}#/details/{name}/monitoring', 'B', 'l2a, acu'],
  ],
  events: [
    ['rule/{name}', '/events/home?region={region}#/eventbus/default/rules/{name}', 'B', 'acu, several'],
    ['rule/{bus}/{name}', '/events/home?region={region}#/eventbus/{bus}/rules/{name}', 'B', 'acu, cfn'],
  ],
  scheduler: [
    ['schedule/{group}/{name}', '/scheduler/home?region={region}#schedules/{group}/{name}', 'C', 'cfn'],
  ],
  codebuild: [
    ['project/{name}', '/codesuite/codebuild/{account}/projects/{name}?region={region}', 'B', 'several'],
  ],
  codepipeline: [
    ['{name}', '/codesuite/codepipeline/pipelines/{name}/view?region={region}', 'B', 'l2a, acu'],
  ],
  batch: [['job/{id}', '/batch/home?region={region}#jobs/detail/{id}', 'B', 'several']],
  sagemaker: [
    ['endpoint/{name}', '/sagemaker/home?region={region}#/endpoints/{name}', 'B', 'several'],
    ['training-job/{name}', '/sagemaker/home?region={region}#/jobs/{name}', 'B', 'several'],
  ],
  guardduty: [
    [
      'detector/{detector}/finding/{id}',
      '/guardduty/home?region={region}#/findings?macros=current&fId={id}',
      'A',
      'guardduty',
    ],
  ],
  backup: [['backup-vault:{name}', '/backup/home?region={region}#/backupvaults/details/{name}', 'C', 'l2a']],
  acm: [['certificate/{id}', '/acm/home?region={region}#/certificates/{id}', 'B', 'l2a, several']],
  wafv2: [
    ['regional/webacl/{name}/{id}', '/wafv2/homev2/web-acl/{name}/{id}/overview?region={region}', 'C', 'l2a'],
  ],
  appsync: [['apis/{id}', '/appsync/home?region={region}#/{id}/v1/home', 'C', 'cfn']],
  'access-analyzer': [
    ['analyzer/{name}', '/access-analyzer/home?region={region}#/analyzer/{name}', 'C', 'l2a'],
  ],
  organizations: [
    ['account/{organization}/{member:digits}', '/organizations/v2/home/accounts/{member}', 'D', 'inferred'],
  ],
}

/** Every row, by service. */
export const resourceRows: readonly ResourceRow[] = Object.entries(lines).flatMap(([service, ofService]) =>
  ofService.map(([resource, page, grade, source]) => ({ service, resource, page, grade, source, read })),
)
