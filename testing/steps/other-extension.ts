import type { Driver, Surface } from '../browsers/driver'

interface Runtime {
  readonly runtime: { sendMessage(to: string, message: unknown, options: object): Promise<unknown> }
}

/** Has the other extension send Rolecall a message, and gives the answer. */
export function send(sender: Surface, to: string, message: unknown): Promise<unknown> {
  return sender.evaluate(
    // Without options a message that could be some is taken for them.
    (to, message) =>
      (globalThis as unknown as { chrome: Runtime }).chrome.runtime.sendMessage(to, message, {}),
    to,
    message,
  )
}

/** What the two extensions know each other by. */
export function idsIn(driver: Driver): { readonly rolecall: string; readonly sender: string } {
  const idOf = (url: string) => new URL(url).host
  return driver.name === 'firefox'
    ? { rolecall: 'rolecall@rolecall', sender: 'sender@example.com' }
    : { rolecall: idOf(driver.extensionUrl('')), sender: idOf(driver.otherExtensionUrl('')) }
}
