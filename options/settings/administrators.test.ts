import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import schema from '../../public/managed_schema.json'
import { maxRefreshMinutes, minRefreshMinutes } from '../../src/config/parse/refresh-minutes'
import { changeable } from '../../src/settings/policy'
import { settingValues } from '../../src/settings/setting-words'
import { defaultSettings, type SettingName, settingNames, settingsInForce } from '../../src/settings/settings'
import { sendersName } from '../../src/team/senders-policy'
import { teamInForce } from '../../src/team/team-in-force'
import { teamNames } from '../../src/team/team-policy'
import { checkPolicy } from './check-policy'

vi.mock('../../src/browser/api', () => ({ browser: { storage: {} } }))

// Checks docs/administrators.md and public/managed_schema.json, which browsers read.
const document = readFileSync(join(import.meta.dirname, '../../docs/administrators.md'), 'utf8')
const allNames = [...Object.values(teamNames), sendersName, ...settingNames, changeable]

/** The table's rows: a name, and its possible values. */
const rows = [...document.matchAll(/^\| `(\w+)` \| .* \| (.+) \|$/gm)].map(
  ([, name = '', values = '']) => [name, values] as const,
)

describe('the settings documented for administrators', () => {
  it('are all that exist, in the document and in the schema', () => {
    expect(rows.map(([name]) => name).toSorted()).toEqual(allNames.toSorted())
    expect(Object.keys(schema.properties).toSorted()).toEqual(allNames.toSorted())
  })

  it('accept the documented values', () => {
    const documented = new Map(rows)
    for (const [name, values] of Object.entries(settingValues)) {
      const told = (values as readonly unknown[]).map(value => `\`${value}\``)
      expect(documented.get(name)?.split(', ').toSorted()).toEqual(told.toSorted())
    }
    expect(documented.get('teamRefresh')).toBe(`${minRefreshMinutes} to ${maxRefreshMinutes}`)
  })

  it('have the types in the schema', () => {
    const types = new Map(Object.entries(schema.properties).map(([name, { type }]) => [name, type]))
    for (const [name, [value]] of Object.entries(settingValues)) expect(types.get(name)).toBe(typeof value)
    expect([types.get('teamHeaders'), types.get('teamRefresh')]).toEqual(['object', 'integer'])
    for (const name of ['confirmGroups', 'confirmNameGroups', 'readerGroups', sendersName, changeable])
      expect(types.get(name)).toBe('array')
  })
})

/** For each setting, a value that isn't the default, and another. */
const others: Readonly<Record<SettingName, readonly [unknown, unknown]>> = Object.fromEntries(
  settingNames.map(name => {
    if (Array.isArray(defaultSettings[name])) return [name, [['production'], ['staging']]]
    const values = settingValues[name as keyof typeof settingValues] as readonly unknown[]
    const [first] = values.filter(value => value !== defaultSettings[name])
    return [name, [first, values.find(value => value !== first)]]
  }),
) as unknown as Readonly<Record<SettingName, readonly [unknown, unknown]>>

describe.each(settingNames)('%s', name => {
  const [set, chosen] = others[name]

  it('is locked to the set value, whatever the user has chosen', () => {
    expect(settingsInForce({ [name]: chosen }, { [name]: set })[name]).toEqual(set)
    expect(checkPolicy({ [name]: set })).toEqual({ locked: [name], failures: [] })
  })

  it('is used until the user chooses otherwise, if they may', () => {
    const managed = { [name]: set, changeable: [name] }
    expect(settingsInForce({}, managed)[name]).toEqual(set)
    expect(settingsInForce({ [name]: chosen }, managed)[name]).toEqual(chosen)
    expect(checkPolicy(managed)).toEqual({ locked: [], failures: [] })
  })

  it('is left to the user if it isn’t set', () => {
    expect(settingsInForce({ [name]: chosen }, {})[name]).toEqual(chosen)
  })
})

describe('the examples', () => {
  const example = {
    teamUrl: 'https://roles.example.com/roles.ini',
    teamHeaders: { Authorization: 'Bearer <token>' },
    sync: false,
    theme: 'dark',
    changeable: ['theme'],
  }
  const blocks = (language: string) =>
    [...document.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text)

  it('all say the same: list and sync are locked, the theme is a default', () => {
    expect(checkPolicy(example)).toEqual({ locked: ['sync'], failures: [] })
    const source = teamInForce(undefined, { declined: false, origin: '', chosen: {} }, example)
    expect(source?.policy).toMatchObject({ url: 'locked', headers: 'locked' })
  })

  it('in JSON say that', () => {
    const [chromium, firefox] = blocks('json').map(text => JSON.parse(text))
    expect(chromium['3rdparty'].extensions['<id>']).toEqual(example)
    expect(firefox.policies['3rdparty'].Extensions['rolecall@rolecall']).toEqual(example)
  })

  it('for the registry say that', () => {
    const [text = ''] = blocks('reg')
    const keys = [...text.matchAll(/^\[.*\\policy(?:\\(\w+))?\]\n((?:".*\n)*)/gm)]
    const values = (lines: string) =>
      [...lines.matchAll(/^"(.+?)"=(?:dword:0000000([01])|"(.*)")$/gm)].map(([, name, flag, value]) => [
        name,
        flag === undefined ? value : Number(flag),
      ])
    const read = Object.fromEntries(
      keys.flatMap(([, key, lines = '']) => {
        if (key === undefined) return values(lines)
        const found = values(lines)
        return [[key, key === changeable ? found.map(([, value]) => value) : Object.fromEntries(found)]]
      }),
    )
    expect(read).toEqual({ ...example, sync: 0 })
    expect(checkPolicy(read)).toEqual(checkPolicy(example))
  })

  it('in a configuration profile say that', () => {
    const [text = ''] = blocks('xml')
    const read: Record<string, unknown> = {}
    const pattern =
      /<key>(\w+)<\/key>\s*(?:<string>(.*?)<\/string>|<(true|false)\/>|<dict>([\s\S]*?)<\/dict>|<array>([\s\S]*?)<\/array>)/g
    const shown = (value: string) => value.replace('<!-- token -->', '<token>')
    for (const [, key = '', string, flag, dict, array] of text.replace('<dict>', '').matchAll(pattern)) {
      if (key.startsWith('Payload')) continue
      const strings = (xml: string) =>
        [...xml.matchAll(/<string>(.*?)<\/string>/g)].map(([, value = '']) => shown(value))
      const names = (xml: string) => [...xml.matchAll(/<key>(.*?)<\/key>/g)].map(([, name = '']) => name)
      if (flag !== undefined) read[key] = flag === 'true'
      else if (dict !== undefined) {
        const values = strings(dict)
        read[key] = Object.fromEntries(names(dict).map((name, index) => [name, values[index]]))
      } else read[key] = array === undefined ? shown(string ?? '') : strings(array)
    }
    expect(read).toEqual(example)
  })
})
