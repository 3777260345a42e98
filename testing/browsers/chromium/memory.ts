import type { Page } from 'puppeteer-core'

/**
 * Measures the memory of an extension page after a garbage collection. The extension's pages share a process and its
 * heap, so a menu that was closed but not freed counts in any open page.
 */
export async function pageMemory(page: Page) {
  const cdp = await page.createCDPSession()
  await cdp.send('HeapProfiler.enable')
  // Objects that the first collection frees may hold others.
  for (let round = 0; round < 2; round++) await cdp.send('HeapProfiler.collectGarbage')
  await cdp.detach()
  const { JSHeapUsedSize = 0, Documents = 0, Nodes = 0, JSEventListeners = 0 } = await page.metrics()
  return { 'pages, bytes': JSHeapUsedSize, documents: Documents, nodes: Nodes, listeners: JSEventListeners }
}
