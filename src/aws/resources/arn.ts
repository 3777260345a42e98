import { isAccountId } from '../account-id'
import { isRegion, type Partition, partitionOfRegion, partitions } from '../partitions'

/** The parts of an ARN that AWS's consoles may have a page for. Untrusted, apart from partition, region and account. */
export interface Arn {
  readonly text: string
  readonly partition: Partition
  readonly service: string
  /** A region of the partition; absent if the ARN has none, as in `arn:aws:s3:::bucket`. */
  readonly region?: string
  /** 12 digits; absent if the ARN has none, or AWS's own, as in `arn:aws:iam::aws:policy/ReadOnlyAccess`. */
  readonly account?: string
  readonly resource: string
}

/** The longest that AWS's own services accept. Source: IAM, “PolicyDocument”, `Resource`; link2aws has the same. */
const maxArnLength = 2_048

/**
 * Parses a text that is an ARN, and nothing else. Undefined if it isn't one, or belongs to a partition that Rolecall doesn't
 * know, or to a region of another partition. Source of the grammar: IAM user guide, “Identify AWS resources with ARNs”.
 */
export function parseArn(text: string): Arn | undefined {
  if (text.length > maxArnLength) return undefined
  const [prefix, named, service = '', region = '', account = '', ...rest] = text.split(':')
  const partition = partitions.find(one => one === named)
  const resource = rest.join(':')
  if (prefix?.toLowerCase() !== 'arn' || partition === undefined) return undefined
  if (!/^[a-z\d-]+$/.test(service) || resource === '') return undefined
  if (region !== '' && !(isRegion(region) && partitionOfRegion(region) === partition)) return undefined
  return {
    text,
    partition,
    service,
    ...(region !== '' && { region }),
    ...(isAccountId(account) && { account }),
    resource,
  }
}
