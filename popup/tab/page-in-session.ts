import { homeRegionOf, type Partition } from '../../src/aws/partitions'
import { redirectUrl } from '../../src/aws/redirect'
import { inSession } from '../../src/aws/session-host'

/** Like `inSession`. A page of any region is opened in the partition's home region. */
export function pageInSession(url: string, partition: Partition, id: string): string | undefined {
  const otherwise = () => redirectUrl(url, partition, { region: homeRegionOf(partition) })
  return inSession(url, partition, id) ?? inSession(otherwise(), partition, id)
}
