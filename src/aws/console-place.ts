import {
  consoleSubdomain,
  type Family,
  familyOfConsole,
  isRegion,
  type Partition,
  partitionOfConsole,
} from './partitions'
import { sessionOfHost, withoutSession } from './session-host'

/** Where in AWS a console page is, by its address, which the browser vouches for. */
export interface ConsolePlace {
  readonly partition: Partition
  readonly family: Family
  /** The region that the host names, or else the `region=` parameter. */
  readonly region?: string
  /** The multi-session session that the host names. */
  readonly session?: string
}

/**
 * The place of the console page at `url`; undefined for any other address. A console's address is https, without a port
 * and without a user name.
 */
export function consolePlace(url: string): ConsolePlace | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return undefined
  const partition = partitionOfConsole(hostname)
  const family = partition && familyOfConsole(hostname, partition)
  if (partition === undefined || family === undefined) return undefined
  const named = withoutSession(consoleSubdomain(hostname, partition) ?? '')
  const region = [named, searchParams.get('region') ?? ''].find(isRegion)
  const session = sessionOfHost(hostname)
  return { partition, family, ...(region && { region }), ...(session && { session }) }
}

/** The id of the multi-session session that a console page's host names; undefined for any other URL. */
export function sessionOfUrl(url: string): string | undefined {
  return consolePlace(url)?.session
}
