import { describe, expect, it } from 'vitest'
import {
  consoleTab,
  newTeam,
  newText,
  oldTeam,
  oldText,
  settledBrowser,
  tabOf,
  teamUrl,
  withSettings,
} from './handlers'

describe('the background script in one long life', () => {
  it('has as many listeners and timers after hundreds of events as after the first', async () => {
    const browser = await settledBrowser()
    await withSettings(browser)
    const held: (number | undefined)[] = []
    for (let round = 0; round < 100; round++) {
      browser.state.served[teamUrl] = round % 2 === 0 ? newTeam : oldTeam
      browser.ask('refresh-team')
      await browser.page().saveList(round % 2 === 0 ? newText : oldText)
      const tab = tabOf(browser.state)
      browser.askForMarks(tab)
      await browser.pass(10_000)
      browser.closeTab(tab.id)
      await browser.settle()
      browser.state.tabs.push(consoleTab(++browser.state.lastId))
      await browser.settle()
      held.push(browser.background?.held)
    }
    expect(held[0]).toBeGreaterThan(10)
    expect(new Set(held.slice(1)).size).toBe(1)
    expect(held.at(-1)).toBe(held[0])
    expect(browser.state.opened.length).toBe(100)
  }, 60_000)
})
