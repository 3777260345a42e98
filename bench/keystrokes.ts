import type { Surface } from '../e2e/browsers/driver'

/**
 * Types the text key by key into what has the focus, and gives for each key the time from the key press to all its
 * work done, layout included, in milliseconds. What runs later, when the keyboard rests, isn't counted.
 */
export async function timeKeystrokes(page: Surface, text: string): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    let start = 0
    const { port1: later, port2: post } = new MessageChannel()
    later.onmessage = () => {
      document.body.getBoundingClientRect()
      times.push(performance.now() - start)
    }
    addEventListener('keydown', () => (start = performance.now()), true)
    // Behind the listeners of the page, and behind the microtasks that they leave.
    addEventListener('input', () => post.postMessage(undefined))
    Object.assign(globalThis, { keystrokes: times })
  })
  await page.type(text)
  return page.evaluate(async () => {
    await new Promise(resolve => setTimeout(resolve))
    return (globalThis as unknown as { keystrokes: readonly number[] }).keystrokes
  })
}
