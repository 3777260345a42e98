export interface Service {
  readonly name: string
  /** The path of the service's page. */
  readonly path: string
  /** Whether it has one page for all regions, whose URL names no region or the partition's first. */
  readonly global: boolean
}

const known: Readonly<Record<string, Service>> = {
  console: { name: 'Console Home', path: '/console/home', global: false },
  ec2: { name: 'EC2', path: '/ec2/home', global: false },
  s3: { name: 'S3', path: '/s3/home', global: false },
  lambda: { name: 'Lambda', path: '/lambda/home', global: false },
  cloudwatch: { name: 'CloudWatch', path: '/cloudwatch/home', global: false },
  iam: { name: 'IAM', path: '/iam/home', global: true },
  route53: { name: 'Route 53', path: '/route53/v2/hostedzones', global: true },
  cloudfront: { name: 'CloudFront', path: '/cloudfront/v4/home', global: true },
  organizations: { name: 'Organizations', path: '/organizations/v2/home', global: true },
  costmanagement: { name: 'Billing and Cost Management', path: '/costmanagement/home', global: true },
}

export const services = Object.values(known)

/** Returns the service that a console's path belongs to. An unknown one is a regional service of that name. */
export function serviceOf(path: string): Service {
  const first = path.split('/')[1] ?? ''
  return (Object.hasOwn(known, first) ? known[first] : undefined) ?? { name: first, path, global: false }
}
