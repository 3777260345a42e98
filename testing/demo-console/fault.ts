import { consoleOfUrl } from './hosts'
import type { Partition } from './partitions'

/** Why the sign-in host refuses a request. */
export interface Fault {
  readonly status: number
  readonly errorCode: string
  readonly reason: string
}

export const badRequest = (reason: string): Fault => ({ status: 400, errorCode: 'INVALID_PARAMETER', reason })

export const forbidden = (reason: string): Fault => ({ status: 403, errorCode: 'FORBIDDEN', reason })

export const notSignedIn: Fault = {
  status: 401,
  errorCode: 'NOT_SIGNED_IN',
  reason: 'nobody is signed in, or the session has ended',
}

/** Refuses a request that didn't come from a console page of the partition. */
export function originFault(origin: string | undefined, partition: Partition): Fault | undefined {
  const found = consoleOfUrl(origin ?? '')
  if (found?.partition === partition && found.url.origin === origin) return undefined
  return forbidden(`the origin must be a console of ${partition}, not ${origin ?? 'empty'}`)
}

/** Refuses a URL to come back to that isn't a console of the partition, or that names a session. */
export function returnFault(url: string, partition: Partition): Fault | undefined {
  const found = consoleOfUrl(url)
  if (found?.partition !== partition)
    return badRequest(`the redirect doesn’t go to a console of ${partition}`)
  return found.sessionId ? badRequest('the redirect names a session in its host') : undefined
}
