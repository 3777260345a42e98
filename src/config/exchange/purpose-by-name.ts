import { namesProduction } from '../../lib/production-name'

/** What an account or a role is for, as far as its name says. */
export type Purpose = 'production' | 'staging' | 'development'

/** The color for each purpose if roles are colored by name, as the list writes it. */
export const purposeColors: Readonly<Record<Purpose, string>> = {
  production: '#d13212',
  staging: '#ff9900',
  development: '#1d8102',
}

/** Returns what the name says: `staging` includes tests, `development` sandboxes. Undefined if it says nothing. */
export function purposeOf(name: string): Purpose | undefined {
  if (namesProduction(name)) return 'production'
  if (/stag|stg|test|uat|qa|prod/i.test(name)) return 'staging'
  return /dev|sandbox|play|lab/i.test(name) ? 'development' : undefined
}
