import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'

const held = vi.hoisted(() => ({ storage: undefined as unknown }))
vi.mock('../browser/api', () => ({ browser: held }))

import { askedLink, askedLinksItem, keyOfLink, noteAsked } from './asked-links'

const link =
  'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1&rolecall=444455556666%2FOperator'

beforeEach(() => {
  const storage = new FakeStorage()
  storage.stubLocks()
  held.storage = { session: storage.local }
})

describe('a link', () => {
  it('is the same one in another session and in another place of its page', () => {
    const key = keyOfLink(link)
    expect(key).toMatch(/^\w+$/)
    expect(keyOfLink(link.replace('eu-west-1.', '111122223333-ab12cd34.eu-west-1.'))).toBe(key)
    expect(keyOfLink(`${link}#Instances:`)).toBe(key)
  })

  it('is another one with another page or role', () => {
    const others = [
      link.replace('/ec2/', '/s3/'),
      link.replace('Operator', 'Admin'),
      link.replace('region=eu-west-1', 'region=eu-west-3'),
      link.replace('eu-west-1.', 'eu-west-3.'),
    ]
    expect(new Set([link, ...others].map(keyOfLink)).size).toBe(5)
  })

  it.each([
    link.replace('aws.amazon.com', 'aws.example'),
    link.replace('https:', 'http:'),
    link.replace('&rolecall=444455556666%2FOperator', ''),
    `${link.replace('&rolecall', '#rolecall')}`,
    'about:blank',
  ])('isn’t %s', url => {
    expect(keyOfLink(url)).toBeUndefined()
  })
})

describe('what was asked', () => {
  it('is known for the link and the tab, and no longer waits once the menu has shown it', async () => {
    expect(await askedLink(1, link)).toBeUndefined()
    await noteAsked(1, link, true)
    expect(await askedLink(1, `${link}#a`)).toMatchObject({ isWaiting: true })
    expect(await askedLink(2, link)).toBeUndefined()
    await noteAsked(1, link, false)
    expect(await askedLink(1, link)).toMatchObject({ isWaiting: false })
  })

  it('never has an address in it, nor more than 200 links', async () => {
    for (let tab = 0; tab < 250; tab++) await noteAsked(tab, link, false)
    const stored = await askedLinksItem.get()
    expect(stored).toMatchObject({ kind: 'value', value: { length: 200 } })
    expect(JSON.stringify(stored)).not.toContain('console')
    expect(await askedLink(249, link)).toBeDefined()
    expect(await askedLink(49, link)).toBeUndefined()
  })

  it('isn’t stored for any other address', async () => {
    await noteAsked(1, 'https://example.com/?rolecall=444455556666%2FOperator', true)
    expect(await askedLinksItem.get()).toEqual({ kind: 'value', value: [] })
  })
})
