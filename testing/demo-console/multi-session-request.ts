import { findAccount } from './accounts'
import { badRequest, type Fault, forbidden, originFault, returnFault } from './fault'
import type { DemoRequest, World } from './http'
import type { Partition } from './partitions'
import { colorFault, displayNameFault, type Role, roleNameFault } from './role'

export interface WantedSwitch {
  readonly role: Role
  readonly redirectUri: string
}

const names = ['account', 'color', 'displayName', 'redirectUri', 'roleName'] as const

type Fields = Readonly<Record<(typeof names)[number], string>>

/**
 * Refuses a preflight of the switch unless it's from a console of the partition, with only the headers that AWS
 * accepts.
 */
export function preflightFault({ headers }: DemoRequest, partition: Partition): Fault | undefined {
  const foreign = originFault(headers.origin, partition)
  if (foreign) return foreign
  if (headers['access-control-request-method'] !== 'POST') return forbidden('the method must be POST')
  const asked = (headers['access-control-request-headers'] ?? '').toLowerCase().split(/,\s*/)
  const unknown = asked.find(name => name !== 'content-type' && name !== 'x-csrf-protection')
  return unknown === undefined ? undefined : forbidden(`the header ${unknown} is not allowed`)
}

/** Refuses a switch if its headers are wrong. There is no CSRF token: the header and the preflight replace it. */
export function headerFault({ headers }: DemoRequest, partition: Partition): Fault | undefined {
  const foreign = originFault(headers.origin, partition)
  if (foreign) return foreign
  if (headers['x-csrf-protection'] !== '1') return forbidden('X-CSRF-PROTECTION is not 1')
  const type = headers['content-type'] ?? ''
  return /^application\/json(?:;\s*charset=utf-8)?$/i.test(type)
    ? undefined
    : { status: 415, errorCode: 'INVALID_CONTENT_TYPE', reason: 'the body is not JSON' }
}

/** Returns the JSON object in a body, or undefined if it isn't one. */
export function parseFields(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

/**
 * Checks the body: exactly the fields that AWS expects, each in its format. See docs/console.md, “Multi-session
 * switch”.
 */
export function checkBody(
  fields: Readonly<Record<string, unknown>> | undefined,
  partition: Partition,
  aliases: World['aliases'],
): WantedSwitch | Fault {
  if (!fields) return badRequest('the body is not a JSON object')
  const unknown = Object.keys(fields).find(name => !names.some(known => known === name))
  if (unknown !== undefined) return badRequest(`${unknown} is not a field of a switch`)
  const missing = names.find(name => typeof fields[name] !== 'string')
  if (missing) return badRequest(`${missing} must be a string`)

  const { account: shown, color, displayName, redirectUri, roleName } = fields as Fields
  const reason = roleNameFault(roleName) ?? colorFault(color) ?? displayNameFault(displayName)
  if (reason !== undefined) return badRequest(reason)
  const account = findAccount(shown, aliases)
  if (!account) return badRequest('account is neither 12 digits nor an alias')
  const fault = returnFault(redirectUri, partition)
  return fault ?? { role: { account, name: roleName, displayName, color }, redirectUri }
}
