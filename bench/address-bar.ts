// `npm run bench:address-bar` says how long the background script takes to answer a text in the address bar, with 10,000
// roles or as many as the argument says: to each letter of a word, and after the script was stopped to the first letter, a
// moment after the keyword, and to a text that comes at once. In Firefox the text is typed into the browser's own address bar.
import { setTimeout as delay } from 'node:timers/promises'
import { launch } from '../testing/browsers/launch'
import { waitFor } from '../testing/browsers/wait'
import { startDemoConsole } from '../testing/demo-console'
import { generatedConfiguration } from '../testing/generators/generated-configuration'
import { median } from '../testing/median'
import { storeList } from '../testing/steps/store-list'
import { rounded } from './row'

const roles = Number(process.argv[2] ?? 10_000)
const word = 'grove sear'
const rounds = 5
/** As fast as anybody types, in milliseconds. */
const betweenKeysMs = 100

const demo = await startDemoConsole()
try {
  for (const browser of ['chromium', 'firefox'] as const) {
    const folder = `dist/${browser === 'firefox' ? 'firefox' : 'chrome'}`
    const driver = await launch(browser, { extension: folder, proxyPort: demo.proxyPort })
    const lastAnswer = () =>
      driver.evaluateInBackground(async () => performance.getEntriesByName('rolecall-answer')[0]?.duration)
    const typing = async (text: string) => {
      await driver.addressBar.type(text)
      return waitFor('the answer', lastAnswer)
    }
    try {
      await storeList(driver, generatedConfiguration(roles))
      await driver.open('about:blank')
      const [warm, first, cold] = [[] as number[], [] as number[], [] as number[]]
      for (let round = 0; round < rounds; round++) {
        await driver.stopBackground()
        cold.push(await typing(word))
        await driver.stopBackground()
        await typing('')
        await delay(betweenKeysMs)
        first.push(await typing(word.slice(0, 1)))
        for (let length = 1; length <= word.length; length++) warm.push(await typing(word.slice(0, length)))
      }
      const worst = (times: readonly number[]) => rounded(Math.max(...times))
      console.log(
        `${browser}, ${roles} roles: a letter ${rounded(median(warm))} ms, at most ${worst(warm)} ms; ` +
          `first letter after a stop ${rounded(median(first))} ms, at most ${worst(first)} ms; ` +
          `whole text at once after a stop ${rounded(median(cold))} ms, at most ${worst(cold)} ms`,
      )
    } finally {
      await driver.close()
    }
  }
} finally {
  await demo.close()
}
