import type { PageTemplate } from './page-template'

/** A service as the console shows it: its name, and the page that it begins with. */
export interface Service {
  readonly name: string
  readonly home: PageTemplate
}

/** Names and homes of services, by what ARNs call them. Names and first parts of paths: links in AWS's documentation (B). */
const services: Readonly<Record<string, readonly [name: string, home: PageTemplate]>> = {
  'access-analyzer': ['IAM Access Analyzer', '/access-analyzer/home?region={region}'],
  acm: ['Certificate Manager', '/acm/home?region={region}'],
  apigateway: ['API Gateway', '/apigateway/main/apis?region={region}'],
  appsync: ['AppSync', '/appsync/home?region={region}'],
  athena: ['Athena', '/athena/home?region={region}'],
  autoscaling: ['EC2 Auto Scaling', '/ec2/home?region={region}#AutoScalingGroups:'],
  backup: ['Backup', '/backup/home?region={region}'],
  batch: ['Batch', '/batch/home?region={region}'],
  bedrock: ['Bedrock', '/bedrock/home?region={region}'],
  cloudformation: ['CloudFormation', '/cloudformation/home?region={region}'],
  cloudfront: ['CloudFront', '/cloudfront/v4/home'],
  cloudtrail: ['CloudTrail', '/cloudtrailv2/home?region={region}'],
  cloudwatch: ['CloudWatch', '/cloudwatch/home?region={region}'],
  codebuild: ['CodeBuild', '/codesuite/codebuild/projects?region={region}'],
  codecommit: ['CodeCommit', '/codesuite/codecommit/repositories?region={region}'],
  codepipeline: ['CodePipeline', '/codesuite/codepipeline/pipelines?region={region}'],
  config: ['Config', '/config/home?region={region}'],
  dynamodb: ['DynamoDB', '/dynamodbv2/home?region={region}'],
  ec2: ['EC2', '/ec2/home?region={region}'],
  ecr: ['ECR', '/ecr/repositories?region={region}'],
  ecs: ['ECS', '/ecs/v2/clusters?region={region}'],
  eks: ['EKS', '/eks/home?region={region}'],
  elasticache: ['ElastiCache', '/elasticache/home?region={region}'],
  elasticfilesystem: ['EFS', '/efs/home?region={region}'],
  elasticloadbalancing: ['Elastic Load Balancing', '/ec2/home?region={region}#LoadBalancers:'],
  es: ['OpenSearch Service', '/aos/home?region={region}'],
  events: ['EventBridge', '/events/home?region={region}'],
  firehose: ['Data Firehose', '/firehose/home?region={region}'],
  glue: ['Glue', '/glue/home?region={region}'],
  guardduty: ['GuardDuty', '/guardduty/home?region={region}'],
  iam: ['IAM', '/iam/home'],
  kinesis: ['Kinesis', '/kinesis/home?region={region}'],
  kms: ['KMS', '/kms/home?region={region}'],
  lambda: ['Lambda', '/lambda/home?region={region}'],
  logs: ['CloudWatch Logs', '/cloudwatch/home?region={region}#logsV2:log-groups'],
  organizations: ['Organizations', '/organizations/v2/home'],
  rds: ['RDS', '/rds/home?region={region}'],
  redshift: ['Redshift', '/redshiftv2/home?region={region}'],
  route53: ['Route 53', '/route53/v2/home'],
  s3: ['S3', '/s3/home?region={region}'],
  sagemaker: ['SageMaker', '/sagemaker/home?region={region}'],
  scheduler: ['EventBridge Scheduler', '/scheduler/home?region={region}'],
  secretsmanager: ['Secrets Manager', '/secretsmanager/home?region={region}'],
  securityhub: ['Security Hub', '/securityhub/home?region={region}'],
  sns: ['SNS', '/sns/v3/home?region={region}'],
  sqs: ['SQS', '/sqs/v3/home?region={region}'],
  ssm: ['Systems Manager', '/systems-manager/home?region={region}'],
  states: ['Step Functions', '/states/home?region={region}'],
  // Its ARNs name roles' sessions.
  sts: ['IAM', '/iam/home'],
  wafv2: ['WAF', '/wafv2/homev2?region={region}'],
}

/** Returns the service that ARNs call `service`; undefined if its home isn't known. */
export function serviceNamed(service: string): Service | undefined {
  const found = Object.hasOwn(services, service) ? services[service] : undefined
  return found && { name: found[0], home: found[1] }
}

/** First parts of paths that aren't what ARNs call the service. */
const otherPaths: Readonly<Record<string, string>> = {
  aos: 'es',
  dynamodbv2: 'dynamodb',
  efs: 'elasticfilesystem',
  iamv2: 'iam',
  redshiftv2: 'redshift',
  cloudtrailv2: 'cloudtrail',
  'systems-manager': 'ssm',
  gluestudio: 'glue',
}
/** Consoles of a service without ARNs of that name. */
const otherNames: Readonly<Record<string, string>> = {
  vpc: 'VPC',
  vpcconsole: 'VPC',
  billing: 'Billing',
  'cost-management': 'Cost Management',
  costmanagement: 'Cost Management',
  console: '',
  go: '',
  codesuite: 'CodeSuite',
}

/** Returns the name of the service whose console page the path is; '' if it isn't known. */
export function serviceOfPath(path: string): string {
  const [, first = ''] = path.split('/')
  if (Object.hasOwn(otherNames, first)) return otherNames[first] ?? ''
  const service = Object.hasOwn(otherPaths, first) ? otherPaths[first] : first
  return serviceNamed(service ?? '')?.name ?? ''
}
