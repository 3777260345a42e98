import { asOneLine, type OneLine } from '../../lib/one-line'
import type { Diagnostic, DiagnosticKind } from '../parse/diagnostic'
import { type FormField, formFields } from '../parse/keys'
import { meantValue } from '../parse/meant'
import type { Profile } from '../parse/profile'
import { writeHeader } from '../parse/section-header'
import { encode } from '../parse/value'
import { parseConfig } from '../resolve/parse-config'

/** A form field: the profile's name, or a key. */
export type RoleField = 'name' | FormField

/** A target role in a form; '' for an empty field. */
export type RoleForm = Readonly<Record<RoleField, string>>

/** The fields' keys, in the order in which they are written. */
export const fieldKeys: readonly (readonly [field: FormField, key: OneLine])[] = formFields.map(
  ([field, { name }]) => [field, asOneLine(name)],
)

export const emptyForm: RoleForm = formWith('', () => '')

export function formOf(profile: Profile): RoleForm {
  return formWith(profile.written ?? profile.name, (field, prefix) => {
    const value = profile[field]
    return value === undefined ? '' : prefix + value
  })
}

function formWith(name: string, shown: (field: FormField, prefix: string) => string): RoleForm {
  const values = formFields.map(([field, { form }]) => [field, shown(field, form?.prefix ?? '')])
  return { name, ...(Object.fromEntries(values) as Record<FormField, string>) }
}

/** Cleans up a form: removes invisible characters from pasted ids and names, and replaces look-alikes of plain signs. */
export function meantForm(form: RoleForm): RoleForm {
  const meant = fieldKeys.map(([field, key]) => [field, meantValue(key, form[field])])
  return { ...form, ...Object.fromEntries(meant), name: meantValue('', form.name) }
}

/** Returns the parser's errors and warnings for the name and each value, in field order. */
export function checkForm(filled: RoleForm): ReadonlyMap<RoleField, Diagnostic> {
  const form = meantForm(filled)
  const lines = fieldKeys.flatMap(([field, key]) =>
    form[field] === '' ? [] : [{ field, line: `${key} = ${encode(form[field])}` }],
  )
  const header = { field: 'name', line: writeHeader(form.name === '' ? 'role' : form.name, true) } as const
  const fields = [header, ...lines]
  const text = fields.map(({ line }) => line).join('\n')
  const found = new Map<RoleField, Diagnostic>()
  for (const diagnostic of parseConfig(text).diagnostics) {
    const at = fields[diagnostic.line - 1]
    if (at && !beyondForm.includes(diagnostic.kind)) found.set(at.field, diagnostic)
  }
  return found
}

/** Diagnostics that depend on other profiles, or on fields that are still empty. */
const beyondForm: readonly DiagnosticKind[] = [
  'missingSource',
  'misspelledSource',
  'selfSource',
  'missingAccount',
  'noRole',
  'onlyAccount',
  'missingReader',
  'misspelledReader',
]
