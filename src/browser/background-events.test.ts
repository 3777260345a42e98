import { beforeEach, expect, it, vi } from 'vitest'
import { registerRecurring } from './background-events'

const { alarms, browser } = vi.hoisted(() => {
  const alarms = { set: [] as { when: number; periodInMinutes?: number }[], fire: (_: object) => {} }
  const event = { addListener: () => {} }
  const browser = {
    alarms: {
      create: async (_: string, info: { when: number }) => void alarms.set.push(info),
      clear: async () => {},
      onAlarm: {
        addListener: (listener: (alarm: object) => void) => {
          alarms.fire = listener
        },
      },
    },
    runtime: { onInstalled: event, onStartup: event, onMessage: event },
    storage: { onChanged: event },
  }
  return { alarms, browser }
})
vi.mock('./api', () => ({ browser }))

const minute = 60_000

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  alarms.set = []
})

/** Fires the alarm this many times, and returns the delay of the last one set, in minutes. */
async function fired(times: number): Promise<number | undefined> {
  for (let time = 0; time < times; time++) {
    alarms.fire({ name: 'synchronize', ...alarms.set.at(-1) })
    await vi.advanceTimersByTimeAsync(0)
  }
  const last = alarms.set.at(-1)
  return last && last.when / minute
}

it('waits twice as long after each failure, up to six hours, even if the script was stopped in between', async () => {
  const work = vi.fn(() => Promise.reject(new Error('no room')))
  const start = () =>
    registerRecurring({
      name: 'synchronize',
      work,
      safety: minute,
      longest: 60 * minute,
      concerns: () => false,
    })
  start()
  expect(await fired(1)).toBe(1)
  expect(await fired(1)).toBe(2)
  // Its state is lost with it.
  start()
  expect(await fired(1)).toBe(4)
  expect(await fired(10)).toBe(6 * 60)
  expect(work).toHaveBeenCalledTimes(13)
})

it('forgets that once the work succeeds', async () => {
  let isFull = true
  const work = () => (isFull ? Promise.reject(new Error('no room')) : Promise.resolve(30 * minute))
  registerRecurring({
    name: 'synchronize',
    work,
    safety: minute,
    longest: 60 * minute,
    concerns: () => false,
  })
  await fired(4)
  isFull = false
  expect(await fired(1)).toBe(30)
  isFull = true
  expect(await fired(1)).toBe(1)
})
