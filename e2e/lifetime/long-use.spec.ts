import { expect, test } from '../../testing/browser-test'
import type { Driver } from '../../testing/browsers/driver'
import { growth } from '../../testing/growth'
import { type Sample, useForLong } from '../../testing/steps/long-use'
import { startTeam, teamHost } from '../../testing/steps/team'

const amount = { openings: 40, refreshes: 40, samples: 20 }

/** How much each browser's numbers may grow: less than if one menu, or one team list, stayed in memory each time. */
const allowed: Readonly<Record<Driver['name'], Readonly<Record<string, number>>>> = {
  chromium: {
    'pages, bytes': 1_000_000,
    'background script, bytes': 500_000,
    documents: 2,
    nodes: 200,
    listeners: 20,
  },
  firefox: {
    'page, bytes': 1_000_000,
    'background script, bytes': 500_000,
    scopes: 4,
    'process: objects, bytes': 4_000_000,
    'process: all else, bytes': 4_000_000,
  },
}

test('a menu that is opened again and again, and a list that is fetched again and again, leave nothing behind', async ({
  launchDriver,
  demo,
}) => {
  test.setTimeout(300_000)
  const server = await startTeam(demo)
  const driver = await launchDriver({ grants: [`https://${teamHost}/*`] })
  const samples: Sample[] = []
  const { isOneLife } = await useForLong({ driver, demo, server }, amount, sample => samples.push(sample))
  await server.close()

  expect(isOneLife, 'whether the background script was never stopped').toBe(true)
  const grown = Object.entries(allowed[driver.name]).map(([name, most]) => {
    const by = growth(samples.map(({ memory }) => memory[name] ?? Number.NaN))
    return { name, by, most }
  })
  console.log(
    `${driver.name}, ${amount.openings} openings, ${amount.refreshes} refreshes: ` +
      grown.map(({ name, by, most }) => `${name} +${by} (at most ${most})`).join('; '),
  )
  for (const { name, by, most } of grown) {
    expect(Number.isFinite(by), name).toBe(true)
    expect(by, name).toBeLessThanOrEqual(most)
  }
  // All lists have the same length, but deflate to slightly different ones.
  for (const area of ['local', 'session', 'sync'] as const) {
    const sizes = samples.map(({ stored }) => stored[area])
    expect(sizes[0], area).toBeGreaterThan(0)
    expect(growth(sizes), `storage.${area}`).toBeLessThanOrEqual(50)
  }
})
