import { describe, expect, it, vi } from 'vitest'
import { defaultSettings, type SettingName, type Settings } from '../../src/settings/settings'
import { hasEffect, isOn, presetOf, turned, withAccess, withoutAccess } from './console-access'

vi.mock('../../src/browser/api', () => ({ browser: { storage: {} } }))

const none = { hosts: false, tabGroups: false, signIn: false }
const hosts = { ...none, hosts: true }
const groups = { ...hosts, tabGroups: true }
const all = { ...groups, signIn: true }

const loud = { marks: 'loud' } as const

function settings(...on: readonly SettingName[]): Settings {
  return { ...defaultSettings, ...Object.fromEntries(on.map(name => [name, true])) }
}

describe("a setting of the console's panel", () => {
  it('is on only if the user allows what it needs', () => {
    const chosen = settings('nameInTitle', 'groupTabs')
    expect(isOn('nameInTitle', { access: none, settings: chosen })).toBe(false)
    expect(isOn('nameInTitle', { access: hosts, settings: chosen })).toBe(true)
    expect(isOn('groupTabs', { access: hosts, settings: chosen })).toBe(false)
    expect(isOn('groupTabs', { access: all, settings: chosen })).toBe(true)
  })

  it('asks for what it needs when it is turned on', () => {
    const now = { access: none, settings: settings() }
    expect(turned('marks', 'clear', now).access).toEqual(hosts)
    expect(turned('groupTabs', true, now).access).toEqual(groups)
    expect(turned('listSessions', true, now).access).toEqual({ ...hosts, signIn: true })
    expect(turned('openSessions', true, now).access).toEqual(hosts)
  })

  it('gives back what nothing else needs when it is turned off', () => {
    const alone = { access: groups, settings: settings('groupTabs') }
    expect(turned('groupTabs', false, alone).access).toEqual(none)
    const other = { access: groups, settings: settings('groupTabs', 'nameInTitle') }
    expect(turned('groupTabs', false, other).access).toEqual(hosts)
    const list = { access: all, settings: settings('groupTabs', 'listSessions') }
    expect(turned('listSessions', false, list).access).toEqual(groups)
    expect(turned('groupTabs', false, list).access).toEqual({ ...hosts, signIn: true })
    const kept = { access: all, settings: settings('nameInTitle', 'openSessions') }
    expect(turned('nameInTitle', false, kept).access).toEqual(all)
  })

  it('goes off with the access', () => {
    const now = {
      access: all,
      settings: { ...settings('openSessions', 'listSessions', 'nameInTitle', 'groupTabs'), ...loud },
    }
    const { access, settings: after } = withoutAccess(now)
    expect(access).toEqual(none)
    expect(after).toEqual({
      ...now.settings,
      openSessions: false,
      listSessions: false,
      marks: 'off',
      nameInTitle: false,
      groupTabs: false,
    })
  })

  it('gives back the hosts with the last mark', () => {
    const now = { access: all, settings: { ...settings('groupTabs'), ...loud } }
    expect(turned('marks', 'off', now).access).toEqual(all)
    const alone = { access: hosts, settings: { ...settings(), ...loud } }
    expect(turned('marks', 'subtle', alone).access.hosts).toBe(true)
    expect(turned('marks', 'off', alone).access.hosts).toBe(false)
  })

  it('shows no preset without access, and unknown accounts only with a frame', () => {
    const framed = { ...settings('markUnknown'), ...loud }
    expect(presetOf({ access: none, settings: framed })).toBe('off')
    expect(presetOf({ access: all, settings: framed })).toBe('loud')
    expect(hasEffect('markUnknown', { access: none, settings: framed })).toBe(false)
    expect(hasEffect('markUnknown', { access: all, settings: framed })).toBe(true)
    expect(hasEffect('markUnknown', { access: all, settings: { ...framed, marks: 'subtle' } })).toBe(false)
    expect(hasEffect('signOutWithGroup', { access: all, settings: framed })).toBe(false)
    expect(hasEffect('groupTabs', { access: none, settings: framed })).toBe(true)
  })

  it('isn’t turned on by the access, except that open sessions are found', () => {
    expect(withAccess({ access: none, settings: settings() })).toEqual({
      access: hosts,
      settings: settings('openSessions'),
    })
  })

  it('leaves the access alone if it needs none', () => {
    const now = { access: all, settings: settings('groupTabs') }
    expect(turned('signOutWithGroup', true, now)).toEqual({
      access: all,
      settings: { ...now.settings, signOutWithGroup: true },
    })
  })
})
