import { describe, expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time'

describe('oneAtATime', () => {
  it('merges calls that come while it runs into one run', async () => {
    let runs = 0
    let atOnce = 0
    let most = 0
    const run = oneAtATime(async () => {
      runs++
      most = Math.max(most, ++atOnce)
      await new Promise(resolve => setImmediate(resolve))
      atOnce--
    })
    await Promise.all([run(), run(), run(), run()])
    expect([runs, most]).toEqual([2, 1])
    await run()
    expect(runs).toBe(3)
  })

  it('runs again after a run that failed', async () => {
    let runs = 0
    const run = oneAtATime(async () => {
      if (++runs === 1) throw new Error('no')
    })
    const [first, second] = await Promise.allSettled([run(), run()])
    expect([first.status, second.status, runs]).toEqual(['rejected', 'fulfilled', 2])
  })
})
