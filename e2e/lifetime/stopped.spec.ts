import { setTimeout as delay } from 'node:timers/promises'
import { unpackTargets } from '../../src/storage/stored-targets'
import { randomNumbers } from '../../testing/generators/random-numbers'
import type { OptionsPage } from '../../testing/pages/options-page'
import { inflate, stored } from '../../testing/pages/stored'
import { seed } from '../../testing/seed'
import { refreshTeam, waitForTeam } from '../../testing/steps/team'
import { expect, teamText, test } from '../../testing/team-test'

const stops = 15

test('of a team’s list that the background script was stopped at, all is in force afterwards or nothing', async ({
  team: { driver, server, options },
}) => {
  test.setTimeout(180_000)
  const random = randomNumbers(seed)
  const ends = { old: 0, new: 0 }
  const start = Date.now()
  await refreshTeam(options)
  const duration = Date.now() - start

  for (let number = 1; number <= stops; number++) {
    server.answer('/roles.ini', { kind: 'text', text: listOf(number) })
    // The stopped script never answers.
    const asked = refreshTeam(options).catch(() => {})
    await delay(random() * duration)
    await driver.stopBackground()
    const found = await inForce(options)
    expect([listOf(number - 1), listOf(number)], `stop ${number} of the seed ${seed}`).toContain(found)
    ends[found === listOf(number) ? 'new' : 'old']++
    await asked

    await refreshTeam(options)
    expect(await inForce(options)).toBe(listOf(number))
  }
  await waitForTeam(options, new RegExp(`^The list has ${stops + 2} roles\\.`))
  console.log(
    `${driver.name}, ${stops} stops: ${ends.old} left the old list in force, ${ends.new} the new one. ` +
      `ROLECALL_SEED=${seed} has the same moments.`,
  )
})

/** Returns a list with one more role each time. */
function listOf(number: number): string {
  const more = Array.from(
    { length: number },
    (_, index) => `\n[added-${index}]\naws_account_id = 777788889999\nrole_name = Added${index}\n`,
  )
  return teamText + more.join('')
}

/** Returns the team list in use. Fails unless the parsed form matches it. */
async function inForce(options: OptionsPage): Promise<string> {
  const { files, texts } = await value<{
    readonly files: readonly { readonly text: number }[]
    readonly texts: readonly string[]
  }>(options, 'teamFiles')
  const { targets } = await value<{ readonly targets: string }>(options, 'parsed')
  const text = inflate(texts[files[0]?.text ?? -1])
  const { roles } = await unpackTargets(targets)
  const added = roles.filter(({ name }) => name.startsWith('added-'))
  expect(added).toHaveLength(text.match(/added-\d+/g)?.length ?? 0)
  return text
}

async function value<Value>(options: OptionsPage, key: string): Promise<Value> {
  return ((await stored(options, key)) as { readonly value: Value }).value
}
