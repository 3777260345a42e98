import { consoleHost, type Partition } from './partitions'

/** Returns the console's first page in a region of the partition. */
export function consoleHomeIn(region: string, partition: Partition): string {
  return `https://${consoleHost(region, partition)}/console/home?region=${region}`
}
