import { describe, expect, it } from 'vitest'
import { newTeam, newText, oldText, settledBrowser, teamUrl, tenMinutes } from './handlers'

const year = 365 * 24 * 3_600_000

describe('once a wrong clock is right again', () => {
  it.each([10 * year, -10 * year])(
    'by %d ms, the team list is fetched and the text written to sync within an hour and a half',
    async clockError => {
      const browser = await settledBrowser()
      browser.state.clockError = clockError
      browser.ask('refresh-team')
      await browser.page().saveList(newText)
      await browser.pass(tenMinutes)
      browser.stopBackground()

      browser.state.clockError = 0
      browser.state.served[teamUrl] = newTeam
      // Like any use of the menu, this starts the background script.
      browser.tell('storage', {}, 'local')
      await browser.settle()
      await browser.page().saveList(oldText)
      await browser.pass(9 * tenMinutes)
      const kept = await browser.page().readKept(browser.state.areas.sync)
      expect(kept.team).toEqual([newTeam])
      expect([kept.inSync, kept.isInStep]).toEqual([{ text: oldText }, true])
    },
    60_000,
  )
})
