import { describe, expect, it, vi } from 'vitest'
import { sendersInForce } from './senders-in-force'
import type { TeamSender } from './stored-senders'

vi.mock('../browser/api', () => ({ browser: { storage: {} } }))

const [a, b, c] = ['a', 'b', 'c'].map(letter => letter.repeat(32)) as [string, string, string]
const own = (id: string): TeamSender => ({ id, roles: 1, sent: 5 })
const fresh = (id: string): TeamSender => ({ id, roles: 0, isManaged: true })

describe('the extensions that may send a list', () => {
  it('are the user’s own', () => {
    expect(sendersInForce(undefined, {})).toEqual([])
    expect(sendersInForce([own(a), own(b)], {})).toEqual([own(a), own(b)])
  })

  it('are only those that an administrator has locked', () => {
    expect(sendersInForce([own(a), own(b)], { senders: [b, c] })).toEqual([own(b), fresh(c)])
    expect(sendersInForce([own(a)], { senders: [] })).toEqual([])
  })

  it('are an administrator’s defaults until the user has chosen', () => {
    const managed = { senders: [a, b], changeable: ['senders'] }
    expect(sendersInForce(undefined, managed)).toEqual([fresh(a), fresh(b)])
    expect(sendersInForce([{ ...fresh(a), sent: 5 }, fresh(b)], managed)).toEqual([
      { ...fresh(a), sent: 5 },
      fresh(b),
    ])
    expect(sendersInForce([own(c)], managed)).toEqual([own(c)])
    // They removed the last one.
    expect(sendersInForce([], managed)).toEqual([])
  })

  it('are the user’s own again once an administrator’s are withdrawn', () => {
    expect(sendersInForce([own(a), fresh(b)], {})).toEqual([own(a)])
  })

  it('are the user’s own if an administrator’s value isn’t a list, and otherwise its valid ids', () => {
    expect(sendersInForce([own(a)], { senders: b })).toEqual([own(a)])
    expect(sendersInForce([own(a)], { senders: [b, 'nobody', 7, b] })).toEqual([fresh(b)])
  })
})
