import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { awaitQuiet } from './await-quiet'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('a pause begins again with each disturbance, and ends once', () => {
  const heard = vi.fn()
  const quiet = awaitQuiet(700, heard)
  for (let keys = 0; keys < 10; keys++) {
    vi.advanceTimersByTime(699)
    quiet.disturb()
  }
  expect(heard).not.toHaveBeenCalled()
  vi.advanceTimersByTime(700)
  expect(heard).toHaveBeenCalledTimes(1)
  quiet.disturb()
  vi.advanceTimersByTime(10_000)
  expect(heard).toHaveBeenCalledTimes(1)
})

it('a pause that is ended is never over', () => {
  const heard = vi.fn()
  const quiet = awaitQuiet(700, heard)
  quiet.end()
  quiet.disturb()
  vi.advanceTimersByTime(10_000)
  expect(heard).not.toHaveBeenCalled()
})
