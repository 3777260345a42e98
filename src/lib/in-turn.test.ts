import { describe, expect, it } from 'vitest'
import { inTurn } from './in-turn'

describe('works in turn', () => {
  it('start when the previous one has ended, and return their results', async () => {
    const order: string[] = []
    const take = inTurn()
    let finish = () => {}
    const promise = new Promise<void>(resolve => {
      finish = resolve
    })
    const first = take(async () => {
      await promise
      order.push('first')
      return 1
    })
    const second = take(async () => {
      order.push('second')
      return 2
    })
    expect(order).toEqual([])
    finish()
    expect(await Promise.all([first, second])).toEqual([1, 2])
    expect(order).toEqual(['first', 'second'])
  })

  it('start even if the previous one has failed, whose caller gets the error', async () => {
    const take = inTurn()
    const failed = take(async () => Promise.reject(new Error('No')))
    const next = take(async () => 'next')
    await expect(failed).rejects.toThrow('No')
    expect(await next).toBe('next')
  })
})
