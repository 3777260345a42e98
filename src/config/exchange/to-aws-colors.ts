import { isAccountId } from '../../aws/account-id'
import { oklab } from '../../lib/oklab'
import type { Shell } from '../../lib/shell'
import { argument } from '../../lib/shell-word'
import type { TargetRoles } from '../resolve/target-roles'

/**
 * The colors that the console can give an account, with a typical shade of each: AWS names them, but publishes no values, so
 * the shades are ours. Source of the names: botocore 1.43.11, `data/uxc/2024-07-01/service-2.json`, AccountColor; also the
 * AWS CLI's reference, “uxc update-account-customizations”. Its `none` removes a color.
 */
const awsColors = {
  pink: 'e07f9d',
  purple: '8456ce',
  darkBlue: '1b4db3',
  lightBlue: '5ba8e6',
  teal: '018977',
  green: '3f9c35',
  yellow: 'f2c811',
  orange: 'ec7211',
  red: 'd13212',
} as const

export type AwsColor = keyof typeof awsColors

export interface AwsColors {
  readonly text: string
  /** Number of accounts that get a color. */
  readonly count: number
  readonly limits: readonly AwsColorLimit[]
}

export interface AwsColorLimit {
  readonly kind: /** Only an alias of the account is known, so that it isn't clear which accounts are the same. */
    | 'alias'
    /** The shell can't be given the name safely. */
    | 'name'
    /** AWS has no gray. */
    | 'gray'
    /** Another partition's: nothing says that the service is there. */
    | 'partition'
  readonly names: readonly string[]
}

/** The chroma in Oklab below which a color counts as gray. */
const minChroma = 0.03

/**
 * Returns commands for the AWS CLI that give accounts their colors in the console itself, one for each account: that of the
 * first profile that colors it. A command acts on the account of its profile, so the profiles have to be in `~/.aws/config`.
 * The service is in us-east-1 only. Source: Pulumi's AWS provider, “uxc.AccountCustomizations”.
 */
export function toAwsColors({ roles, bases }: TargetRoles, shell: Shell): AwsColors {
  const commands = new Map<string, string>()
  const limits = new Map<AwsColorLimit['kind'], string[]>()
  const tell = (kind: AwsColorLimit['kind'], name: string) =>
    limits.set(kind, [...(limits.get(kind) ?? []), name])
  for (const { name, account, color, partition = 'aws' } of [...roles, ...bases]) {
    if (color === undefined || commands.has(account)) continue
    const profile = argument(name, shell)
    const nearest = nearestColor(color)
    if (partition !== 'aws') tell('partition', name)
    else if (!isAccountId(account)) tell('alias', name)
    else if (nearest === undefined) tell('gray', name)
    else if (profile === undefined) tell('name', name)
    else {
      const what = `update-account-customizations --account-color ${nearest} --region us-east-1`
      commands.set(account, `aws uxc ${what} --profile ${profile}\n`)
    }
  }
  return {
    text: [...commands.values()].join(''),
    count: commands.size,
    limits: [...limits].map(([kind, names]) => ({ kind, names })),
  }
}

/** Returns the color of AWS's that looks most like `color`, six hex digits; undefined for a gray. */
export function nearestColor(color: string): AwsColor | undefined {
  const [lightness, a, b] = oklab(color)
  if (Math.hypot(a, b) < minChroma) return undefined
  const distances = Object.entries(awsColors).map(([name, shade]) => {
    const [l, otherA, otherB] = oklab(shade)
    // Lightness counts half: a dark red is a red.
    return { name: name as AwsColor, distance: Math.hypot((lightness - l) / 2, a - otherA, b - otherB) }
  })
  return distances.reduce((best, one) => (one.distance < best.distance ? one : best)).name
}
