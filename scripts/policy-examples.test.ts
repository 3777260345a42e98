import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import schema from '../public/managed_schema.json' with { type: 'json' }

const read = (name: string) => readFileSync(`examples/policies/${name}`, 'utf8')
const json = (name: string) => JSON.parse(read(name))
const id = '<id>'

const chrome = json('chrome.json')
const settings = chrome['3rdparty'].extensions[id]
const chromeStore = 'https://clients2.google.com/service/update2/crx'

describe('the policy files', () => {
  it('set only what the schema knows', () => {
    for (const name of Object.keys(settings)) expect(Object.keys(schema.properties)).toContain(name)
  })

  it('set the same for each browser', () => {
    expect(json('edge.json')['3rdparty'].extensions[id]).toEqual(settings)
    expect(json('self-hosted.json')['3rdparty'].extensions[id]).toEqual(settings)
    expect(json('firefox.json').policies['3rdparty'].Extensions['rolecall@rolecall']).toEqual(settings)
  })

  // Sources: Chrome Enterprise help, “Configure ExtensionSettings policy”; Microsoft Edge, “Detailed guide to the
  // ExtensionSettings policy”; Firefox 153, policies-schema.json.
  it('install Rolecall from each browser’s store, with its button on the toolbar', () => {
    const installs = { installation_mode: 'force_installed' }
    expect(chrome.ExtensionSettings[id]).toEqual({
      ...installs,
      update_url: chromeStore,
      toolbar_pin: 'force_pinned',
    })
    expect(json('edge.json').ExtensionSettings[id]).toEqual({
      ...installs,
      update_url: 'https://edge.microsoft.com/extensionwebstorebase/v1/crx',
      toolbar_state: 'force_shown',
    })
    expect(json('firefox.json').policies.ExtensionSettings['rolecall@rolecall']).toMatchObject({
      ...installs,
      default_area: 'navbar',
    })
  })

  it('say the same in the registry', () => {
    const text = read('chrome.reg')
    const [, line = ''] = /^"ExtensionSettings"="(.*)"$/m.exec(text) ?? []
    expect(JSON.parse(line.replaceAll('\\"', '"'))).toEqual(chrome.ExtensionSettings)
    expect(text).toContain(`"1"="${id};${chromeStore}"`)
    expect(text).toContain(`"teamUrl"="${settings.teamUrl}"`)
    expect(text).toContain(`"sync"=dword:0000000${Number(settings.sync)}`)
    expect(text).toContain(`"theme"="${settings.theme}"`)
    expect(text).toContain(`\\changeable]\n"1"="${settings.changeable[0]}"`)
  })

  it('say the same in a configuration profile', () => {
    const text = read('chrome.mobileconfig').replaceAll('&lt;', '<').replaceAll('&gt;', '>')
    const pairs = [...text.matchAll(/<key>(\w+)<\/key>\s*<(?:string>(.*?)<\/string|(true|false)\/)>/g)]
    const values = Object.fromEntries(pairs.map(([, key, string, flag]) => [key, string ?? flag === 'true']))
    const { changeable, ...plain } = settings
    expect(values).toMatchObject({ ...chrome.ExtensionSettings[id], ...plain })
    expect(text).toMatch(new RegExp(`<key>changeable</key>\\s*<array>\\s*<string>${changeable[0]}<`))
    expect(text).toContain(`<string>com.google.Chrome.extensions.${id}</string>`)
  })
})
