import type { Surface } from '../testing/browsers/driver'

/**
 * Types the text key by key into what has the focus, and gives for each key how long the page works on it, layout
 * included, in milliseconds: from the browser's word that the text is about to change to the end of the page's
 * listeners and of the microtasks that they leave. What runs later, when the keyboard rests, isn't counted.
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
