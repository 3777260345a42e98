import { expect, it, vi } from 'vitest'
import { encode } from '../sync-codec/codec'
import { thisMachine } from './this-machine'

vi.mock('../browser/api', () => ({ browser: {} }))

it('reads another browser’s text without the access keys that an earlier version left in it', () => {
  const role = '[a]\naws_account_id = 111122223333\nrole_name = R\n'
  const text = `${role}; secret_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n`
  expect(thisMachine.decode(encode(text))).toBe(`${role}; secret_key removed\n`)
  expect(thisMachine.decode(encode(role))).toBe(role)
})
