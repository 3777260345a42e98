import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createStore } from './page-store'
import type { State } from './state'

beforeEach(() => {
  vi.useFakeTimers()
})

describe('the page’s state', () => {
  it('tells its listeners now and after each event that changes something', () => {
    const store = createStore()
    const told: State[] = []
    const leave = store.follow(state => told.push(state))
    store.dispatch({ kind: 'settled' })
    store.dispatch({ kind: 'settled' })
    expect(told.map(({ settled }) => settled)).toEqual([false, true])
    leave()
    store.dispatch({ kind: 'failure-dismissed' })
    store.dispatch({ kind: 'edited' })
    expect(told).toHaveLength(2)
    expect(store.state().list.edited).toBe(true)
  })

  it('takes what arrives by itself together, in its order, in the next task', () => {
    const store = createStore()
    let times = 0
    store.follow(() => times++)
    for (const value of ['a', 'b'])
      store.dispatchSoon({ kind: 'configuration-read', reading: { kind: 'value', value } })
    expect([times, store.state().list.saved]).toEqual([1, ''])
    vi.runAllTimers()
    expect([times, store.state().list.saved]).toEqual([2, 'b'])
  })

  it('takes an answer to the page before what arrived by itself', () => {
    const store = createStore()
    store.dispatch({ kind: 'configuration-read', reading: { kind: 'value', value: 'a' } })
    store.dispatch({ kind: 'save-began', text: 'b', changed: false })
    store.dispatchSoon({ kind: 'configuration-read', reading: { kind: 'value', value: 'b' } })
    store.dispatch({ kind: 'save-ended', roles: 1, secrets: '', forgotten: 0 })
    const saved = store.state()
    vi.runAllTimers()
    expect(store.state()).toBe(saved)
  })
})
