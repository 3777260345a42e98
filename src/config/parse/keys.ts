import { maxLineLength, type OneLine } from '../../lib/one-line'
import { type KeyRow, keyRows, type ReadKey } from './key-rows'
import type { Section } from './section'

/** A key's row, with defaults. */
export interface Key extends KeyRow {
  readonly name: string
  readonly longest: number
}

const rows = Object.entries<KeyRow>(keyRows)

/** The keys that Rolecall reads, by name, most wanted first. Suggestions are tried in this order. */
export const keys: ReadonlyMap<string, Key> = new Map(
  rows.map(([name, row]) => {
    const read = row.isOfAws ? ofAws(row.read) : row.read
    return [name, { longest: maxLineLength, ...row, name, read }]
  }),
)

type Rows = typeof keyRows

/** The profile fields whose keys have a property, such as `inherits`. */
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

/** The fields that a profile inherits from the one in its `include_profile`. */
export const inheritedFields: readonly InheritedField[] = fieldsWith('inherits')

/** The fields that only make sense in a profile that leads to an account. */
export const fieldsOfAccounts: readonly FieldWith<'needsAccount'>[] = fieldsWith('needsAccount')

/** The fields that a role copies unchanged from its profile. */
export const roleFields: readonly RoleField[] = fieldsWith('onRole')

/** The form fields of a role, in the order in which they are written: the field of the profile, and its key's row. */
export const formFields: readonly (readonly [field: FormField, key: Key])[] = fieldsWith('form')
  .map(field => [field, keyOf(field)] as const)
  .sort(([, one], [, other]) => (one.form?.order ?? 0) - (other.form?.order ?? 0))

/** The key of each profile field that has one. */
export const fieldKeys: ReadonlyMap<FieldWith<'field'>, string> = new Map(
  fieldsWith('field').map(field => [field, keyOf(field).name]),
)

/** The key of each section field. Of several keys, AWS's own or the newest. */
export const sectionFieldKeys: ReadonlyMap<NonNullable<KeyRow['sectionField']>, string> = new Map(
  rows.flatMap(([name, { sectionField }]) => (sectionField ? [[sectionField, name] as const] : [])).reverse(),
)

/** Whether a key says where a profile leads, or which profile says so. */
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

/** Marks a key as a sign that its section comes from `~/.aws/config`. */
function ofAws(read: ReadKey): ReadKey {
  const readAws = (value: OneLine, section: Section) => {
    section.hasAwsKeys = true
    return read(value, section)
  }
  return readAws as ReadKey
}
