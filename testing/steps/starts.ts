import type { Driver } from '../browsers/driver'

/** Makes the extension believe that every role session began this many minutes ago. */
export async function ageSessions(driver: Driver, minutes: number): Promise<void> {
  await driver.evaluateInBackground(async minutes => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        storage: {
          session: {
            get(key: string): Promise<{ sessionStarts?: { version: number; value: { at: number }[] } }>
            set(items: object): Promise<void>
          }
        }
      }
    }
    const { sessionStarts } = await chrome.storage.session.get('sessionStarts')
    if (!sessionStarts?.value.length) throw new Error('No session has begun.')
    const at = Date.now() - minutes * 60_000
    const value = sessionStarts.value.map(start => ({ ...start, at }))
    await chrome.storage.session.set({ sessionStarts: { ...sessionStarts, value } })
  }, minutes)
}

/** Fires the clock's alarm. */
export async function ringClock(driver: Driver): Promise<void> {
  await driver.evaluateInBackground(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        alarms: {
          get(name: string): Promise<object | undefined>
          create(name: string, when: object): Promise<void>
        }
      }
    }
    if (!(await chrome.alarms.get('session-clock'))) throw new Error('The alarm isn’t set.')
    await chrome.alarms.create('session-clock', { when: Date.now() })
  })
}
