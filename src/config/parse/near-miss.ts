import { type Partition, partitionOfHost, partitions } from '../../aws/partitions'
import { plainRoleName } from '../../aws/role-name'

/** Longer than any ARN or link to a role. */
const maxUrlLength = 2048

const quotesAround = /^[\s"'`<([{]{1,8}|[\s"'`>)\]};,]{1,8}$/g
// An account and a role in place of an ARN, with what people put between the two.
const accountAndRole =
  /^(.{0,40}?)(\d[\d\s.-]{8,18}\d)\s?[:/]{1,3}\s?(assumed-)?roles?\s?[:/\\]{1,3}\s?(\S(?:.*\S)?)$/i
const beforeAccount =
  /^(?:arn)?[:\s]{0,3}(?:aws[a-z-]{0,12})?[:\s]{0,3}(?:iam|sts)?[:\s]{0,3}(?:[a-z]{2}-[a-z]+-(?:[a-z]+-)?\d)?[:\s]{0,3}$/i
const link = /:\/\/|^(?:[\w-]+\.)*(?:aws\.amazon\.com|amazonaws[\w-]*\.\w+)\//i
const roleBeforeName = /^\/?(?:assumed-)?role[:/\\]/i
const reservedRole = /(?:^|\/)AWSReservedSSO_.+_[\da-f]{16}$/

/**
 * Whether a text can't be meant as a role's name and path: it is an ARN, a link, or starts with an account or the word
 * `role`. IAM would allow most of these as a path.
 */
export function isNoRoleName(text: string): boolean {
  return (
    holdsArn(text) ||
    link.test(text) ||
    roleBeforeName.test(text) ||
    /:(?:assumed-)?roles?[:/]/i.test(text) ||
    /^\d{4}-?\d{4}-?\d{4}[:/]/.test(text)
  )
}

/** Whether a text that should be a role's name and path contains an ARN or a link. */
export function holdsArn(text: string): boolean {
  return /(?:^|[^a-z\d])arn:/i.test(text) || text.includes('://')
}

/** Returns the role's name and path from an ARN, a link to a role or other text for one, unchecked. */
export function meantRoleName(text: string): string | undefined {
  if (text.length > maxUrlLength) return undefined
  const bare = text.replace(quotesAround, '')
  const arn = meantRoleArn(bare)
  if (arn !== undefined) return arn.slice(arn.indexOf('/') + 1)
  if (link.test(bare)) return roleOfLink(bare)
  if (holdsArn(bare)) return /:role\/([^:]+)$/i.exec(bare)?.[1]
  const [, assumed, named] =
    /^(?:.*:|\/)?(assumed-)?roles?[:/\\]{1,3}(.+)$/i.exec(bare) ??
    /^\d{4}-?\d{4}-?\d{4}[:/]{1,2}(assumed-)?(.+)$/.exec(bare) ??
    []
  if (named === undefined && isNoRoleName(bare)) return undefined
  const name = (named ?? bare).replace(/^\/+|\/+$/g, '')
  return assumed ? name.split('/')[0] : name
}

/** Returns the permission set in a text for one of its roles, `AWSReservedSSO_…`; undefined for any other text. */
export function meantPermissionSet(text: string): string | undefined {
  const name = meantRoleName(text) ?? text
  if (reservedRole.test(name)) return plainRoleName(name)
  return isNoRoleName(text) ? name : undefined
}

/**
 * Returns the role ARN that a text nearly is: with an extra or missing sign, in capitals, in another ARN, or a link to a
 * role.
 */
export function meantRoleArn(text: string): string | undefined {
  if (text.length > maxUrlLength) return undefined
  const bare = text.replace(quotesAround, '')
  if (link.test(bare)) return arnOfLink(bare)
  const inner = bare.slice(Math.max(0, bare.toLowerCase().lastIndexOf('arn:')))
  const [, before = '', digits = '', assumed, named = ''] = accountAndRole.exec(inner) ?? []
  if (!beforeAccount.test(before)) return undefined
  const account = meantDigits(digits)
  const outer = /\d{12}/.exec(bare)?.[0]
  // In an ARN of another account, it isn't clear which of the two is meant.
  if (account === undefined || (inner !== bare && outer !== undefined && outer !== account)) return undefined
  const written = named.replace(/^[:/\\]+|\/+$/g, '')
  const name = assumed ? written.split('/')[0] : written
  const partition = knownPartition(/aws[a-z-]*/i.exec(before)?.[0]?.toLowerCase() ?? 'aws')
  return name && partition && !isNoRoleName(name)
    ? `arn:${partition}:iam::${account}:role/${name}`
    : undefined
}

/**
 * Returns the account id that a text nearly is: with signs between the digits, without the zeros that a spreadsheet drops,
 * or the only one in an ARN, an address or a sentence.
 */
export function meantAccountId(text: string): string | undefined {
  if (text.length > maxUrlLength) return undefined
  const digits = /^[\d\s.,_–-]+$/.test(text.trim()) ? meantDigits(text) : undefined
  if (digits !== undefined) return digits
  const found = new Set(
    text.match(/(?<!\d)(?:\d{12}|\d{4}-\d{4}-\d{4})(?!\d)/g)?.map(id => id.replace(/-/g, '')),
  )
  const [only] = found
  return found.size === 1 && only !== text ? only : undefined
}

/** Returns the alias in the address of an account's sign-in page. */
export function aliasOfAddress(text: string): string | undefined {
  return /^https?:\/\/([a-z\d-]{3,63})\.signin\.(?:aws\.|amazonaws)/i.exec(text)?.[1]?.toLowerCase()
}

/** Nine to eleven digits lack their leading zeros. Ids with more than three leading zeros don't occur in practice. */
function meantDigits(text: string): string | undefined {
  const digits = text.replace(/\D/g, '')
  return digits.length >= 9 && digits.length <= 12 ? digits.padStart(12, '0') : undefined
}

function knownPartition(written: string): Partition | undefined {
  return partitions.find(partition => partition === written)
}

function arnOfLink(text: string): string | undefined {
  const account = /[?&#]account=(\d{12})(?!\d)/i.exec(text)?.[1]
  const name = roleOfLink(text)
  if (account === undefined || name === undefined) return undefined
  const host =
    text
      .replace(/^\w+:\/\//, '')
      .split(/[/?#:]/)[0]
      ?.toLowerCase() ?? ''
  const partition = partitionOfHost(host) ?? 'aws'
  return `arn:${partition}:iam::${account}:role/${name}`
}

/** Reads the console's switch-role link, its page of a role, and addresses that end the same way. */
function roleOfLink(text: string): string | undefined {
  const named =
    /[?&#]role_?name=([^&#\s]+)/i.exec(text)?.[1] ?? /\/roles?\/(?:details\/)?([^?#&\s]+)/i.exec(text)?.[1]
  if (named === undefined) return undefined
  try {
    const name = decodeURIComponent(named).replace(/^\/+|\/+$/g, '')
    return isNoRoleName(name) ? undefined : name
  } catch {
    return undefined
  }
}
