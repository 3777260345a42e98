import type { Surface } from '../testing/browsers/driver'

/**
 * Types the text key by key into the focused element. Returns for each key how long the page works on it, layout
 * included, in milliseconds: from the browser's event that the text is about to change to the end of the page's
 * listeners and their microtasks. Work that runs later, while no key is pressed, isn't counted.
 */
export async function timeKeystrokes(page: Surface, text: string): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    let start = 0
    addEventListener('beforeinput', () => (start = performance.now()), true)
    addEventListener('input', async () => {
      await undefined
      document.body.getBoundingClientRect()
      times.push(performance.now() - start)
    })
    Object.assign(globalThis, { keystrokes: times })
  })
  await page.type(text)
  return page.evaluate(() => (globalThis as unknown as { keystrokes: readonly number[] }).keystrokes)
}
