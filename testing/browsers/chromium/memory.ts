import type { BrowserContext, Page } from '@playwright/test'
import type { Memory } from '../driver'

/**
 * Measures the memory of the extension's pages after a garbage collection. They share a process and its heap, so a menu
 * that was closed but not freed counts in any open page. `root` is what the URLs of the extension's files begin with.
 */
export async function pagesMemory(context: BrowserContext, root: string): Promise<Memory> {
  const page = context.pages().find(page => page.url().startsWith(root))
  if (!page) throw new Error('No page of the extension is open.')
  return heapOf(page)
}

/**
 * Returns the memory of a page's scripts after a garbage collection, in bytes. It includes pages that share the
 * process.
 */
export async function scriptMemory(page: Page): Promise<number> {
  return (await heapOf(page))['pages, bytes']
}

async function heapOf(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  try {
    await cdp.send('HeapProfiler.enable')
    // Objects that the first collection frees may hold others.
    for (let round = 0; round < 2; round++) await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    const { documents, nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters')
    return { 'pages, bytes': usedSize, documents, nodes, listeners: jsEventListeners }
  } finally {
    await cdp.detach()
  }
}
