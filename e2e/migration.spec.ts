import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Surface } from './browsers/driver'
import { openOptions } from './steps/configure'
import { eventually } from './steps/eventually'
import { expect, test } from './test'

/** What the first version of each item that has another now looked like. */
const history = {
  version: 1,
  value: [{ time: 1_750_000_000_000, roles: 1, data: 'iy5KTVTISCzOSEvMzEktUsjMS8svyk0syczPAwA=' }],
}

interface Storage {
  readonly local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> }
}

function stored(page: Surface): Promise<unknown> {
  return page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome
    return (await storage.local.get('history')).history
  })
}

test('what an earlier version stored is read at once, and written anew when the browser starts', async ({
  launchDriver,
}) => {
  test.slow()
  const profile = await mkdtemp(join(tmpdir(), 'rolecall-migration-'))
  const first = await launchDriver({ profile })
  const before = await first.openOptions()
  await before.evaluate(async history => {
    const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome
    await storage.local.set({ history })
  }, history)
  await before.reload()
  await eventually(async () => expect(await before.all({ css: '.version' })).toHaveLength(1))
  expect(await stored(before)).toEqual(history)
  await first.close()

  const second = await launchDriver({ profile })
  const options = await openOptions(second)
  const value = history.value.map(version => ({ ...version, here: true }))
  await eventually(async () => expect(await stored(options)).toEqual({ version: 2, value }))
  await second.close()
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
})
