import type { Managed } from '../browser/storage-areas'

/** What an administrator has set. */
export interface Policy<Values> {
  /** Values that the user can't change. */
  readonly locked: Partial<Values>
  /** Defaults, used until the user chooses otherwise. */
  readonly defaults: Partial<Values>
}

/** The policy name under which an administrator lists what users may change. */
export const changeable = 'changeable'

/** Separates locked values from defaults. `names` are the names of the values that the administrator has set. */
export function policyOf<Values extends object>(
  values: Partial<Values>,
  managed: Managed,
  names: Partial<Record<keyof Values, string>> = {},
): Policy<Values> {
  const listed = managed[changeable]
  const isChangeable = (key: string) =>
    Array.isArray(listed) && listed.includes(names[key as keyof Values] ?? key)
  const pick = (wanted: boolean) =>
    Object.fromEntries(
      Object.entries(values).filter(([key]) => isChangeable(key) === wanted),
    ) as Partial<Values>
  return { locked: pick(false), defaults: pick(true) }
}
