import { consoleHost, homeRegionOf, isRegion, type Partition, partitionOfRegion } from '../partitions'
import { isGlobalPath } from '../redirect'
import type { Arn } from './arn'
import { filled, matched, type PageTemplate } from './page-template'
import { resourceRows } from './resource-rows'
import { serviceNamed } from './services'

/** The console page of a resource, for any session: its host has no session's name. */
export interface ResourcePage {
  readonly url: string
  readonly partition: Partition
  /** The region of the resource; absent if its ARN names none, so that any will do. */
  readonly region?: string
  /** How it was found: by its row, by AWS's own page for ARNs, or not, so that it's the service's or the console's home. */
  readonly by: 'row' | 'aws' | 'service' | 'home'
  /** The service's name; '' if it isn't known. */
  readonly service: string
  /** The resource as its ARN calls it. */
  readonly name: string
}

/**
 * Returns the console page of the ARN's resource. `region` is for a resource without one. The host is always a console of
 * the ARN's partition: `atConsole` is the only way to an address.
 */
export function resourcePage(arn: Arn, region?: string): ResourcePage {
  const { partition, service } = arn
  const found = rowOf(arn, region) ?? awsPage(arn, region) ?? homePage(arn, region)
  return {
    ...found,
    partition,
    ...(arn.region !== undefined && { region: arn.region }),
    service: serviceNamed(service)?.name ?? '',
    name: nameOf(arn),
  }
}

type Found = Pick<ResourcePage, 'url' | 'by'>

function rowOf(arn: Arn, region: string | undefined): Found | undefined {
  for (const row of resourceRows) {
    if (row.service !== arn.service) continue
    const values = matched(row.resource, arn.resource)
    const url = values && atConsole(row.page, values, arn, region)
    if (url !== undefined) return { url, by: 'row' }
  }
  return undefined
}

/**
 * AWS's own page that leads to a resource's page. Sources: aws-toolkit-vscode, `awsConsole.ts` (A, but undocumented); only
 * seen in the standard partition.
 */
function awsPage(arn: Arn, region: string | undefined): Found | undefined {
  if (arn.partition !== 'aws') return undefined
  const url = atConsole('/go/view?region={region}&arn={arn}', {}, arn, region)
  return url === undefined ? undefined : { url, by: 'aws' }
}

function homePage(arn: Arn, region: string | undefined): Found {
  const service = serviceNamed(arn.service)
  const url = service && atConsole(service.home, {}, arn, region)
  if (url !== undefined) return { url, by: 'service' }
  const chosen = regionFor(arn, region)
  return { url: address(`/console/home?region=${chosen}`, arn.partition, chosen), by: 'home' }
}

/** The one door from an ARN to an address: undefined if the template can't be filled. */
function atConsole(
  template: PageTemplate,
  values: Readonly<Record<string, string>>,
  arn: Arn,
  region: string | undefined,
): string | undefined {
  const { partition, account } = arn
  const chosen = regionFor(arn, region)
  const page = filled(template, {
    ...values,
    arn: arn.text,
    region: chosen,
    dns: serviceDomains[partition],
    ...(account !== undefined && { account }),
  })
  return page === undefined ? undefined : address(page, partition, chosen)
}

/** Returns a page of the partition's console: a global service's in the partition's home region. */
function address(page: string, partition: Partition, region: string): string {
  const isGlobal = isGlobalPath(page)
  return `https://${consoleHost(isGlobal ? homeRegionOf(partition) : region, partition)}${page}`
}

function regionFor({ region, partition }: Arn, otherwise: string | undefined): string {
  if (region !== undefined) return region
  const isOfPartition =
    otherwise !== undefined && isRegion(otherwise) && partitionOfRegion(otherwise) === partition
  return isOfPartition ? otherwise : homeRegionOf(partition)
}

/** The domains of AWS's services. Sources: the guides of GovCloud (US) and China; the European one is inferred (D). */
const serviceDomains: Readonly<Record<Partition, string>> = {
  aws: 'amazonaws.com',
  'aws-us-gov': 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-eusc': 'amazonaws.eu',
}

/** Returns what follows the kind of resource in an ARN, which people know it by. */
function nameOf({ service, resource }: Arn): string {
  // A bucket isn't a kind.
  if (service === 's3') return resource
  const name = resource.replace(/:\*$/, '')
  const [kind, ...rest] = name.split(/[:/]/)
  return rest.length === 0 ? (kind ?? '') : name.slice((kind?.length ?? 0) + 1)
}
