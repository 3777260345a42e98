import { expect, it } from 'vitest'
import { isApart, isSameJar, jarName } from './cookie-jar'

const usual = { isPrivate: false, cookieStoreId: 'firefox-default' }
const container = { isPrivate: false, cookieStoreId: 'firefox-container-2' }

it('each container has its own jar, and so do private windows', () => {
  const jars = [usual, container, { isPrivate: true, cookieStoreId: 'firefox-private' }]
  for (const one of jars) expect(jars.filter(other => isSameJar(one, other))).toEqual([one])
  expect(new Set(jars.map(jarName)).size).toBe(3)
})

it('a browser without containers has two', () => {
  expect(isSameJar({ isPrivate: false }, { isPrivate: false })).toBe(true)
  expect(isSameJar({ isPrivate: false }, { isPrivate: true })).toBe(false)
  expect([usual, container, { isPrivate: true }].map(isApart)).toEqual([false, true, true])
})
