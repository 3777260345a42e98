import { longestLine, type OneLine } from '../../lib/one-line'
import { type KeyRow, keyRows, type ReadKey } from './key-rows'
import type { Section } from './section'

/** A key's row with what it doesn't say. */
export interface Key extends KeyRow {
  readonly name: string
  readonly longest: number
}

const rows = Object.entries<KeyRow>(keyRows)

/** The keys that Rolecall reads, by name, most wanted first: the order in which suggestions are tried. */
export const keys: ReadonlyMap<string, Key> = new Map(
  rows.map(([name, row]) => {
    const read = row.isOfAws ? ofAws(row.read) : row.read
    return [name, { longest: longestLine, ...row, name, read }]
  }),
)

type Rows = typeof keyRows

/** The profile's fields whose keys say a thing of themselves, as `inherits`. */
type FieldWith<Mark extends keyof KeyRow> = {
  [Name in keyof Rows]: Rows[Name] extends { readonly field: infer Field } & {
    readonly [One in Mark]: unknown
  }
    ? Field
    : never
}[keyof Rows]

export type InheritedField = FieldWith<'inherits'>
export type RoleField = FieldWith<'onRole'>
export type FormField = FieldWith<'form'>

/** What a profile takes from the one that its `include_profile` names. */
export const inheritedFields: readonly InheritedField[] = fieldsWith('inherits')

/** What makes sense only in a profile that leads to an account. */
export const fieldsOfAccounts: readonly FieldWith<'needsAccount'>[] = fieldsWith('needsAccount')

/** What a role has of its profile as it is. */
export const roleFields: readonly RoleField[] = fieldsWith('onRole')

/** What the form of a role has, in the order in which it is written: the field of the profile, and its key's row. */
export const formFields: readonly (readonly [field: FormField, key: Key])[] = fieldsWith('form')
  .map(field => [field, keyOf(field)] as const)
  .sort(([, one], [, other]) => (one.form?.order ?? 0) - (other.form?.order ?? 0))

/** The fields of a profile that have a key each, with it. */
export const fieldKeys: ReadonlyMap<FieldWith<'field'>, string> = new Map(
  fieldsWith('field').map(field => [field, keyOf(field).name]),
)

/** The same of those of a section: of several keys AWS's own, or the newest. */
export const sectionFieldKeys: ReadonlyMap<NonNullable<KeyRow['sectionField']>, string> = new Map(
  rows.flatMap(([name, { sectionField }]) => (sectionField ? [[sectionField, name] as const] : [])).reverse(),
)

/** Whether a key says where a profile leads, or who says it for it. */
export function isDestinationKey(key: string | undefined): boolean {
  return key !== undefined && keys.get(key)?.leads === true
}

/** Whether a key's value is the name of a profile. */
export function namesProfile(key: string): boolean {
  return keys.get(key)?.names === 'profile'
}

function fieldsWith<Mark extends keyof KeyRow>(mark: Mark): readonly FieldWith<Mark>[] {
  const fields = rows.flatMap(([, row]) => (row[mark] !== undefined && row.field ? [row.field] : []))
  return fields as readonly unknown[] as readonly FieldWith<Mark>[]
}

function keyOf(field: KeyRow['field']): Key {
  const key = [...keys.values()].find(key => key.field === field)
  if (!key) throw new Error(`No key fills ${field}.`)
  return key
}

/** The same key, which tells that a section is one of `~/.aws/config`. */
function ofAws(read: ReadKey): ReadKey {
  const readAws = (value: OneLine, section: Section) => {
    section.hasAwsKeys = true
    return read(value, section)
  }
  return readAws as ReadKey
}
