import { type SettingRow, settingRows } from './setting-rows'
import { type SettingWords, settingWords } from './setting-words'

/** What administrators may set: the settings' part of `public/managed_schema.json`, by name. */
export function settingSchema(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries<SettingWords>(settingWords).map(([name, { policy }]) => {
      const [title, description] = policy
      const values = (settingRows as Readonly<Record<string, SettingRow>>)[name]?.values
      const type = values ? { type: typeof values[0] } : { type: 'array', items: { type: 'string' } }
      return [name, { title, description, ...type }]
    }),
  )
}
