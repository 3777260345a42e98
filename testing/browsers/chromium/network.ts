import type { Browser, CDPSession, Target } from 'puppeteer-core'

const offlineConditions = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }

/** Disconnects the browser's pages and background scripts from the network. Puppeteer does it for one page only. */
export class Network {
  readonly #browser: Browser
  /** Each keeps one target offline until it ends. */
  #sessions: readonly CDPSession[] = []

  constructor(browser: Browser) {
    this.#browser = browser
  }

  /** Disconnects what is open and running now, or reconnects it. */
  async setOffline(offline: boolean): Promise<void> {
    await Promise.all(this.#sessions.map(session => session.detach().catch(() => {})))
    this.#sessions = offline
      ? await Promise.all(this.#browser.targets().filter(isPageOrWorker).map(disconnect))
      : []
  }
}

function isPageOrWorker(target: Target): boolean {
  return target.type() !== 'browser'
}

async function disconnect(target: Target): Promise<CDPSession> {
  const session = await target.createCDPSession()
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', offlineConditions)
  return session
}
