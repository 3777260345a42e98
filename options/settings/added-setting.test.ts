import { describe, expect, it, vi } from 'vitest'
import english from '../../public/_locales/en/messages.json'
import schema from '../../public/managed_schema.json'
import { settingSchema } from '../../src/settings/policy-schema'
import { settingsOf, settingWords } from '../../src/settings/setting-words'
import {
  defaultSettings,
  knownSettings,
  type SettingName,
  type Settings,
  settingNames,
  settingsInForce,
} from '../../src/settings/settings'
import { SettingField } from '../parts/setting-field'
import { checkPolicy } from './check-policy'

const { words } = vi.hoisted(() => ({
  words: {
    panel: 'appearance',
    label: 'options_order',
    explanation: 'options_orderExplained',
    labels: { calm: 'options_orderFile', wild: 'options_orderName' },
    policy: ['Mood', 'calm or wild.'],
  },
}))

vi.mock('../../src/browser/api', () => ({
  browser: { storage: {}, i18n: { getMessage: (key: string) => key } },
}))

// A setting that is only a row, and its words.
vi.mock('../../src/settings/setting-rows', async importOriginal => {
  const real = await importOriginal<typeof import('../../src/settings/setting-rows')>()
  const mood = { default: 'calm', values: ['calm', 'wild'] }
  return { ...real, settingRows: { ...real.settingRows, mood } }
})
vi.mock('../../src/settings/setting-words', async importOriginal => {
  const real = await importOriginal<typeof import('../../src/settings/setting-words')>()
  Object.assign(real.settingWords, { mood: words })
  return real
})

const mood = 'mood' as SettingName
const known = settingNames.filter(name => name !== mood)

describe('a setting that is added as a row', () => {
  it('has its default, or what the user or an administrator has chosen', () => {
    expect(defaultSettings).toMatchObject({ mood: 'calm' })
    expect(knownSettings({ mood: 'wild' })).toEqual({ mood: 'wild' })
    expect(knownSettings({ mood: 'odd' })).toEqual({})
    expect(settingsInForce({}, { mood: 'wild' })).toMatchObject({ mood: 'wild' })
  })

  it('is checked in a policy', () => {
    expect(checkPolicy({ mood: 'wild' })).toEqual({ locked: ['mood'], failures: [] })
    expect(checkPolicy({ mood: 7 }).failures).toEqual([
      { kind: 'not-one-of', name: 'mood', values: ['calm', 'wild'] },
    ])
    expect(settingSchema()).toMatchObject({
      mood: { title: 'Mood', description: 'calm or wild.', type: 'string' },
    })
  })

  it('is in its panel', () => {
    expect(settingsOf('appearance')).toContain('mood')
    let changed: Settings = defaultSettings
    const onChange = (settings: Settings) => {
      changed = settings
    }
    const field = SettingField({ name: mood, settings: defaultSettings, locked: [], onChange })
    expect(field.props).toMatchObject({ id: 'mood', chosen: 'calm', labels: words.labels })
    Reflect.get(field.props, 'onChange')('wild')
    expect(changed).toMatchObject({ mood: 'wild' })
  })
})

describe('the words for settings', () => {
  it('are those that public/managed_schema.json gives browsers', () => {
    const ours = settingSchema()
    for (const name of known) expect(schema.properties).toHaveProperty(name, ours[name])
  })

  it('are existing messages', () => {
    for (const name of known) {
      const { policy, label, explanation } = settingWords[name]
      expect(policy.every(text => text !== '')).toBe(true)
      expect(Object.keys(english)).toEqual(expect.arrayContaining([label, explanation]))
    }
  })
})
