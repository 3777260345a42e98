import {
  consoleSubdomain,
  type Family,
  familyOfConsole,
  isRegion,
  type Partition,
  partitionOfConsole,
} from './partitions'
import { sessionOfHost, withoutSession } from './session-host'

/** Where in AWS a console page is, according to its address, which the browser vouches for. */
export interface ConsolePlace {
  readonly partition: Partition
  readonly family: Family
  /** The region in the host name, or else the `region=` parameter. */
  readonly region?: string
  /** The id of the multi-session session in the host name. */
  readonly session?: string
}

/**
 * Returns the place of the console page at `url`, or undefined for any other address. Console addresses use https and have
 * no port or user name.
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

/** Returns the multi-session session id in a console page's host name, or undefined for any other URL. */
export function sessionOfUrl(url: string): string | undefined {
  return consolePlace(url)?.session
}
