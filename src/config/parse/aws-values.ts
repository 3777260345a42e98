import { isAccountId } from '../../aws/account-id'
import { isPagePattern } from '../../aws/page-pattern'
import { isRegion, type Partition, partitions } from '../../aws/partitions'
import { maxSessionSeconds, minSessionSeconds } from '../../aws/session-limits'
import { asOneLine, maxLineLength, type OneLine } from '../../lib/one-line'
import { requestUrlFault } from '../../lib/request-url'
import { cssColor } from './css-color'
import type { Diagnosis } from './diagnostic'
import { type ImageFailure, imageFailure, maxImageBytes, maxImageSide } from './image-data'
import {
  aliasOfAddress,
  holdsArn,
  isNoRoleName,
  meantAccountId,
  meantPermissionSet,
  meantRoleArn,
  meantRoleName,
} from './near-miss'
import { encode } from './value'

/** A value in the form in which a profile stores it, or what is wrong with it. */
export type Checked = OneLine | Diagnosis

export interface RoleArn {
  readonly partition: Partition
  readonly account: OneLine
  readonly roleName: OneLine
}

// Source: IAM user guide, “Your AWS account ID and its alias”.
export const minAliasLength = 3
export const maxAliasLength = 63
const alias = new RegExp(`^[a-z\\d][a-z\\d-]{${minAliasLength - 2},${maxAliasLength - 2}}[a-z\\d]$`)
const digitsAndHyphens = /^[\d\s-]+$/
// Source: IAM API reference, CreateRole: RoleName, and Path of the characters ! to ~.
/** The maximum length of a role's name, without its path. */
export const maxRoleNameLength = 64
const roleName = new RegExp(`^(?:[!-~]+/)?[\\w+=,.@-]{1,${maxRoleNameLength}}$`)
const maxRolePathLength = 512
const arn = /^arn:([a-z-]+):iam::(\d{12}):role\/(.+)$/
const maxArnLength = 2048
const hexColor = /^#?[\da-f]{6}$/i
const shortHexColor = /^#?[\da-f]{3}$/i
const maxRegionLength = 32
/** In characters. Leaves room for an image that is too large, so that the error is about the image and not its text. */
export const maxImageTextLength = 4_000_000

/** `aws_account_id`: 12 digits, or an alias of 3 to 63 lowercase letters, digits and hyphens. */
export function checkAccount(value: string): Checked {
  if (isAccountId(value) || (isAlias(value) && !digitsAndHyphens.test(value))) return value
  const meant = meantAccountId(value) ?? aliasOfAddress(value) ?? value.toLowerCase()
  // `XXXXXXXXXXXX` is a placeholder for an id; nobody has such an alias.
  const isFix = meant !== value && isAccount(meant) && !/^(.)\1*$/.test(meant)
  return diagnosis('error', 'invalidAccount', value, isFix ? meant : undefined)
}

/** `sso_account_id`: 12 digits, because portals don't know aliases. */
export function checkAccountId(value: string): Checked {
  if (isAccountId(value)) return value
  const kind = typeof checkAccount(value) === 'string' ? 'aliasInPortal' : 'invalidAccount'
  return diagnosis('error', kind, value, meantAccountId(value))
}

/** `aws_account_alias`: the value if it is valid, else a warning, with a lowercase fix if that is valid. */
export function checkAlias(value: string): Checked {
  if (isAlias(value)) return value
  const written = value.toLowerCase()
  return diagnosis('warning', 'invalidAlias', value, isAlias(written) ? written : undefined)
}

/** `role_name` and `target_role_name`: a role name, optionally after a path. Drops a leading slash. */
export function checkRoleName(value: string): Checked {
  const written = value.startsWith('/') ? value.slice(1) : value
  if (isRoleName(written) && !isNoRoleName(value)) return written
  return noRoleName(value, meantRoleName(value))
}

/**
 * `sso_role_name`: a permission set's name. If it is the role that Identity Center creates for one, the fix is that name.
 */
export function checkPermissionSet(value: string): Checked {
  const meant = meantPermissionSet(value)
  return isRoleName(value) && meant === undefined ? value : noRoleName(value, meant ?? meantRoleName(value))
}

function noRoleName(value: string, meant: string | undefined): Diagnosis {
  const isFix = meant !== undefined && meant !== value && isRoleName(meant) && !isNoRoleName(meant)
  return diagnosis('error', 'invalidRoleName', value, isFix ? meant : undefined)
}

/** Whether the text is a role or permission set name, with or without a path, within IAM's limits. */
export function isRoleName(value: string): value is OneLine {
  return value.length <= maxRolePathLength && roleName.test(value)
}

/** `role_arn`: the ARN of an IAM role in a partition that has a console. */
export function checkRoleArn(value: string): RoleArn | Diagnosis {
  const [, partition, account, name] = (value.length <= maxArnLength && arn.exec(value)) || []
  const isArn = name !== undefined && isRoleName(name) && !holdsArn(name)
  if (partition === undefined || !account || !isAccountId(account) || !isArn) {
    const meant = meantRoleArn(value)
    const named = meant?.slice(meant.indexOf('/') + 1) ?? ''
    const isFix = isRoleName(named) && !holdsArn(named)
    return diagnosis('error', 'invalidRoleArn', value, isFix ? meant : undefined)
  }
  const known = partitions.find(candidate => candidate === partition)
  return known
    ? { partition: known, account, roleName: name }
    : diagnosis('error', 'unknownPartition', partition)
}

/** `color`: `rrggbb`, `#rrggbb`, `#rgb`, or CSS without transparency. Returns six lowercase hex digits. */
export function checkColor(value: string): Checked {
  if (hexColor.test(value)) return asOneLine(value.slice(-6).toLowerCase())
  if (shortHexColor.test(value)) {
    const written = value.slice(-3).toLowerCase().replace(/./g, '$&$&')
    return value.startsWith('#') ? asOneLine(written) : diagnosis('warning', 'invalidColor', value, written)
  }
  const color = cssColor(value)
  return color?.opaque ? asOneLine(color.digits) : diagnosis('warning', 'invalidColor', value, color?.digits)
}

/** `region` and `target_region`: checks only the form of a region name, so new regions need no new version. */
export function checkRegion(value: string): Checked {
  if (value.length <= maxRegionLength && isRegion(value)) return asOneLine(value)
  // An availability zone is a region plus a letter.
  const written = value
    .slice(0, maxRegionLength)
    .toLowerCase()
    .replace(/(\d)[a-f]$/, '$1')
  return diagnosis('warning', 'invalidRegion', value, isRegion(written) ? written : undefined)
}

/**
 * `image`: an https URL, or a data URL of a PNG, JPEG, GIF or WebP of bounded size. SVG isn't allowed because it can keep a
 * browser busy forever; on the web, the address reveals it.
 */
export function checkImage(value: OneLine): Checked {
  if (/^data:/i.test(value)) {
    const failure = imageFailure(value)
    return failure ? { severity: 'warning', kind: failure.kind, values: imageFailureValues(failure) } : value
  }
  if (value.length > maxLineLength) return diagnosis('warning', 'tooLong', 'image')
  if (/^https:\/\/[^/]/i.test(value) && URL.canParse(value)) {
    return isSvgAddress(value) ? diagnosis('warning', 'imageSvg', value) : value
  }
  const written = value.replace(/^http:/i, 'https:')
  return diagnosis(
    'warning',
    'invalidImage',
    value,
    written !== value && URL.canParse(written) ? written : undefined,
  )
}

function imageFailureValues(failure: ImageFailure): readonly string[] {
  if (failure.kind === 'imageType') return [failure.type]
  if (failure.kind === 'imageTooLarge') return [String(failure.bytes), String(maxImageBytes)]
  if (failure.kind === 'imageTooWide') return [`${failure.width} × ${failure.height}`, String(maxImageSide)]
  return []
}

/** Whether the path ends like an SVG's, ignoring anything that servers ignore. */
function isSvgAddress(url: string): boolean {
  const { pathname } = new URL(url)
  const path = pathname.replace(/%([\da-f]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  return /\.svgz?[\s./]*(?:;.*)?$/i.test(path)
}

/** `confirm`: as `checkYesOrNo`, or `name`. */
export function checkConfirm(value: string): boolean | 'name' | Diagnosis {
  if (value.toLowerCase() === 'name') return 'name'
  const checked = checkYesOrNo(value)
  return typeof checked === 'boolean' ? checked : diagnosis('warning', 'invalidConfirm', value)
}

/** `request_url`: an `https:` URL with placeholders after its host. */
export function checkRequestUrl(value: OneLine): Checked {
  const fault = requestUrlFault(value)
  if (fault === undefined) return value
  if (typeof fault === 'object')
    return { severity: 'warning', kind: 'unknownPlaceholder', values: [fault.unknown] }
  const written = value.replace(/^http:/i, 'https:')
  const isFix = written !== value && requestUrlFault(written) === undefined
  return diagnosis('warning', 'invalidRequestUrl', value, isFix ? written : undefined)
}

/** `container` and `reason`: `true` or `false`, `yes` or `no`, in any case. */
export function checkYesOrNo(value: string): boolean | Diagnosis {
  const written = value.toLowerCase()
  if (written === 'true' || written === 'yes') return true
  if (written === 'false' || written === 'no') return false
  return diagnosis('warning', 'invalidYesOrNo', value)
}

/**
 * `duration_seconds`: what AWS allows for a role session, 15 minutes to 12 hours, in seconds. Source: IAM user guide,
 * “Maximum session duration”.
 */
export function checkDuration(value: string): number | Diagnosis {
  const seconds = /^\d{1,6}$/.test(value) ? Number(value) : 0
  return seconds >= minSessionSeconds && seconds <= maxSessionSeconds
    ? seconds
    : diagnosis('warning', 'invalidDuration', value)
}

/**
 * Checks each of the distinct values separated by spaces or commas. Returns the valid ones, and what is wrong with the first
 * invalid one.
 */
export function checkList(
  value: string,
  check: (value: string) => Checked,
): { readonly right: readonly OneLine[]; readonly wrong: Diagnosis | undefined } {
  const checked = [...new Set(value.split(/[\s,]+/).filter(Boolean))].map(check)
  const wrong = checked.find(one => typeof one !== 'string')
  return {
    right: checked.filter(one => typeof one === 'string'),
    // The span covers the whole list, but the fix is for only a part of it.
    wrong: wrong && { severity: wrong.severity, kind: wrong.kind, values: wrong.values },
  }
}

/** Checks one pattern of `match`. Returns it if it is valid, else a warning. */
export function checkPattern(value: string): Checked {
  return isPagePattern(value) ? asOneLine(value) : diagnosis('warning', 'invalidPattern', value)
}

function isAccount(value: string): value is OneLine {
  return isAccountId(value) || isAlias(value)
}

function isAlias(value: string): value is OneLine {
  return alias.test(value)
}

function diagnosis(
  severity: Diagnosis['severity'],
  kind: Diagnosis['kind'],
  value: string,
  fix?: string,
): Diagnosis {
  return { severity, kind, values: [value], ...(fix !== undefined && { fix: { text: encode(fix) } }) }
}
