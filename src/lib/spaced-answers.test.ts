import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { spacedAnswers } from './spaced-answers'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const answered: string[] = []
const ask = spacedAnswers(
  async (question: { readonly by: string; readonly text: string }) => {
    answered.push(question.text)
    return question.text
  },
  ({ by }) => by,
  500,
)

it('answers hundreds of one asker’s questions a few times, with the last question’s answer', async () => {
  const given: Promise<string>[] = []
  for (let time = 0; time < 732; time++) {
    given.push(ask({ by: 'a', text: `${time}` }))
    await vi.advanceTimersByTimeAsync(7)
  }
  await vi.runAllTimersAsync()
  expect(await given.at(-1)).toBe('731')
  expect(await Promise.all(given)).toHaveLength(732)
  expect(answered.length).toBeLessThanOrEqual(12)
  expect(answered.length).toBeGreaterThan(9)
})

it('keeps no other asker waiting, even if a clock was set back', async () => {
  await ask({ by: 'b', text: 'b' })
  await ask({ by: 'c', text: 'c' })
  vi.setSystemTime(Date.now() - 1e9)
  expect(await ask({ by: 'b', text: 'again' })).toBe('again')
})

it('continues after an answer that failed', async () => {
  let times = 0
  const failing = spacedAnswers(
    async () => {
      times++
      if (times < 3) throw new Error('no')
      return times
    },
    () => 'a',
    500,
  )
  await expect(failing(0)).rejects.toThrow('no')
  const second = expect(failing(0)).rejects.toThrow('no')
  await vi.runAllTimersAsync()
  await second
  await vi.advanceTimersByTimeAsync(500)
  expect(await failing(0)).toBe(3)
})
