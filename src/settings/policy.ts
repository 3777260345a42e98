import type { Managed } from '../browser/managed'

/** What an administrator has set. */
export interface Policy<Values> {
  /** What the user can't change. */
  readonly locked: Partial<Values>
  /** What counts until the user chooses otherwise. */
  readonly defaults: Partial<Values>
}

/** The name under which an administrator lists the names of what users may change. */
export const changeable = 'changeable'

/** Tells the values that are locked from those that are defaults; `names` are those that the administrator has for them. */
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
