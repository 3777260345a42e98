import type { CDPSession, Target } from 'puppeteer-core'
import type { Memory } from '../driver'

/**
 * Returns the memory of a page after a garbage collection, including pages that share the process. The pages of the
 * extension do, so a menu that was closed but not freed counts in any of them.
 */
export async function pageMemory(page: Target): Promise<Memory & { readonly 'pages, bytes': number }> {
  const session: CDPSession = await page.createCDPSession()
  try {
    await session.send('HeapProfiler.enable')
    // Objects that the first collection frees may hold others.
    for (let round = 0; round < 2; round++) await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const { documents, nodes, jsEventListeners } = await session.send('Memory.getDOMCounters')
    return { 'pages, bytes': usedSize, documents, nodes, listeners: jsEventListeners }
  } finally {
    await session.detach()
  }
}
