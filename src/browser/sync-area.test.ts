import { describe, expect, it, vi } from 'vitest'

// It can't be missing in either browser.
vi.mock('./api', () => ({ browser: { storage: {}, i18n: { getMessage: (key: string) => key } } }))

describe('in a browser without synced storage', () => {
  it.each([
    ['get', []],
    ['set', [{}]],
    ['remove', [[]]],
  ] as const)('%s rejects with an explanation', async (call, args) => {
    const { syncArea } = await import('./sync-area')
    const asked = (syncArea[call] as (...args: readonly unknown[]) => Promise<unknown>)(...args)
    await expect(asked).rejects.toThrow('syncMissing')
  })
})
