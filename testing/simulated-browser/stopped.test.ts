import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Browser,
  type Handler,
  handlers,
  type Kept,
  newTeam,
  newText,
  oldTeam,
  oldText,
  settledBrowser,
  tenMinutes,
} from './handlers'

let settled: Browser

beforeAll(async () => {
  settled = await settledBrowser()
}, 60_000)

/** For each kind of work, how many stops it survived in which way. */
const table: Record<
  string,
  Record<'stops' | 'done' | 'by its alarm' | 'by the event again' | 'left to the next start', number>
> = {}

describe('the background script, stopped before each of its calls to the browser because of', () => {
  afterAll(() => {
    const all = Object.values(table)
    const sum = all.reduce((sum, { stops }) => sum + stops, 0)
    console.log(`The background script was stopped ${sum} times, in ${all.length} handlers.`)
    console.table(table)
  })

  it.each(handlers.map(handler => [handler.name, handler] as const))(
    '%s, keeps everything whole and finishes its work',
    async (_, handler) => {
      const start = await browserBefore(handler)
      expect(handler.done(start.state, await keptWhole(start, handler, 'before'))).toBe(false)
      const ends = {
        stops: 0,
        done: 0,
        'by its alarm': 0,
        'by the event again': 0,
        'left to the next start': 0,
      }
      table[handler.name] = ends
      for (; ; ends.stops++) {
        const browser = start.copy()
        browser.stopsAfter = ends.stops
        await handler.event(browser)
        await browser.settle()
        // It made no more calls.
        if (browser.background) {
          expect(handler.done(browser.state, await keptWhole(browser, handler, 'undisturbed'))).toBe(true)
          break
        }
        const where = `stopped after ${ends.stops} calls`
        const isDone = handler.done(browser.state, await keptWhole(browser, handler, where))
        await expectAfterStart(browser.copy(), handler, `${where}, and started with the browser`)
        if (isDone) {
          ends.done++
          continue
        }
        const { alarm } = handler
        const due = alarm === undefined ? undefined : browser.state.alarms[alarm]
        const isSet = due !== undefined && due <= browser.state.now + tenMinutes
        await browser.pass(tenMinutes)
        const again = `${where}, and started again`
        const isDoneByAlarm = handler.done(browser.state, await keptWhole(browser, handler, again))
        if (isSet) expect(isDoneByAlarm, `${where}, and started by its alarm`).toBe(true)
        if (isDoneByAlarm) ends['by its alarm']++
        else if (handler.isOnce) ends['left to the next start']++
        else {
          await handler.event(browser)
          await browser.pass(tenMinutes)
          ends['by the event again']++
          const kept = await keptWhole(browser, handler, again)
          expect(handler.done(browser.state, kept), `${where}, and started by the same event`).toBe(true)
        }
      }
      expect(ends.stops).toBeGreaterThan(1)
    },
    // This takes seconds, but more on a busy machine.
    180_000,
  )
})

async function browserBefore({ before }: Handler): Promise<Browser> {
  const browser = settled.copy()
  await before?.(browser)
  await browser.settle()
  browser.state.told = 0
  return browser.copy()
}

async function expectAfterStart(browser: Browser, handler: Handler, where: string): Promise<void> {
  await browser.restart()
  await browser.pass(tenMinutes)
  const { done, afterStart = done } = handler
  expect(afterStart(browser.state, await keptWhole(browser, handler, where)), where).toBe(true)
}

/**
 * Returns the stored data. Fails unless every text is whole and was written by somebody, and everything else matches
 * it.
 */
async function keptWhole(browser: Browser, { isOlder }: Handler, where: string): Promise<Kept> {
  const { areas, groups } = browser.state
  const kept = await browser.page().readKept(areas.sync)
  expect([oldText, newText], where).toContain(kept.text)
  if (typeof kept.inSync === 'object') expect([oldText, newText], where).toContain(kept.inSync.text)
  else expect(kept.inSync, where).toBe('none')
  for (const text of [...kept.team, ...kept.sent]) expect([oldTeam, newTeam], where).toContain(text)
  const isNotParsedAnew = isOlder && kept.unreadable.includes('parsedItem')
  expect(kept.unreadable, where).toEqual(isNotParsedAnew ? ['parsedItem'] : [])
  if (!isNotParsedAnew) expect(kept.isParsedOfTexts, where).toBe(true)
  expect(groups.length, where).toBeLessThan(2)
  return kept
}
