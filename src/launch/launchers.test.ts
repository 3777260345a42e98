import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { consolePlace } from '../aws/console-place'
import type { Role } from '../config/resolve/role'
import { readLink } from '../pasted/read-link'
import { linkedRole } from '../roles/role-link'
import { typos } from '../roles/typos'
import { customScheme, readCustomLink } from './custom-link'
import { pinCommands } from './pin-commands'
import { searchedList, typedRoles } from './typed-role'

// The document is right if its examples work.
const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const document = read('docs/launchers.md')
const manifest = JSON.parse(read('manifest.json'))

const addresses = [...document.matchAll(/(?:ext\+rolecall:)?https:\/\/[^\s'`]+/g)].map(([found]) => found)
const custom = addresses.filter(found => found.startsWith(customScheme))
const portals = addresses.filter(found => found.includes('awsapps.com'))
const links = addresses.filter(found => !custom.includes(found) && !portals.includes(found))

describe('the document for launchers', () => {
  it('has at least two links of each scheme, and one of a portal', () => {
    expect([links.length, custom.length, portals.length]).toEqual([3, 2, 1])
  })

  it.each(links)('has the link %s, which names a console page and a role', link => {
    expect(consolePlace(link)).toBeDefined()
    expect(linkedRole(link)).toEqual({ account: '333344445555', roleName: 'Operator' })
  })

  it.each(custom)('has the link %s, which opens the same page', link => {
    const page = link.slice(customScheme.length)
    expect(readCustomLink(encodeURIComponent(link))).toEqual({ kind: 'page', url: page })
    expect(links).toContain(page)
  })

  it.each(portals)('has the link %s, which names a role and its page', link => {
    expect(readLink(link)).toMatchObject({
      account: '222233334444',
      roleName: 'Reader',
      page: { url: 'https://console.aws.amazon.com/s3/home' },
    })
  })

  it('has the manifest’s keyword and commands', () => {
    const { omnibox, commands } = manifest
    expect(document).toContain(`The keyword \`${omnibox.keyword}\``)
    const named = [...document.matchAll(/`(_execute_action|pin-\d+)`/g)].map(([, name]) => name)
    expect(named).toEqual(Object.keys(commands))
    expect(named.slice(1)).toEqual(pinCommands.map(({ name }) => name))
  })
})

describe('what the document types into the address bar', () => {
  const roles: readonly Role[] = [
    { name: 'shop-production', account: '333344445555', roleName: 'Operator', group: 'production' },
    { name: 'payments-production', account: '444455556666', roleName: 'Auditor' },
    { name: 'sandbox', account: '111122223333', roleName: 'Operator' },
  ]
  const list = searchedList(roles, 'file', { recent: [], frequent: [], pinned: [] }, typos)
  const rows = [...document.matchAll(/^\| `rc ([^`]+)` \|/gm)].map(([, text = '']) => text)
  const expected: Readonly<Record<string, string>> = {
    'shop-production': 'shop-production',
    'pay prod': 'payments-production',
    '#444455556666': 'payments-production',
    '@production /operator': 'shop-production',
    'shop-production >eu-west-1': 'shop-production',
    'arn:aws:lambda:eu-west-1:444455556666:function:checkout': 'payments-production',
  }

  it('is all of these', () => {
    expect(rows).toEqual(Object.keys(expected))
  })

  it.each(Object.entries(expected))('%s finds %s', (text, name) => {
    expect(typedRoles(text, list)[0]?.name).toBe(name)
  })
})
