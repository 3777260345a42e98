import { expect, it } from 'vitest'
import { containerLink } from '../src/switching/container-link'
import { endingOf } from './ending-of'

it('a command ends with its result', async () => {
  expect(await endingOf(async () => ({ kind: 'done', tab: 1 }))).toEqual({ kind: 'done', tab: 1 })
})

it.each<readonly [what: string, act: () => Promise<never>]>([
  [
    'an address is made',
    () => {
      containerLink({ name: '\ud83d' }, 'https://example.com/')
      throw new Error('An address was made of half of a character.')
    },
  ],
  ['it is loaded', async () => Promise.reject(new Error('A file can’t be loaded.'))],
  [
    'anything else is thrown',
    () => {
      throw 'text'
    },
  ],
])('an error thrown while %s is a failure with a reason', async (_, act) => {
  expect(await endingOf(act)).toEqual({ kind: 'failed', message: expect.stringMatching(/./) })
})
