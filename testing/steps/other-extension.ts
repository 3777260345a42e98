import type { Driver, Surface } from '../browsers/driver'

interface Runtime {
  readonly runtime: { sendMessage(to: string, message: unknown, options: object): Promise<unknown> }
}

/** Makes the other extension send Rolecall a message, and returns the answer. */
export function send(sender: Surface, to: string, message: unknown): Promise<unknown> {
  return sender.evaluate(
    // Without explicit options, a message that looks like options is taken for them.
    (to, message) =>
      (globalThis as unknown as { chrome: Runtime }).chrome.runtime.sendMessage(to, message, {}),
    to,
    message,
  )
}

/** Returns the ids by which the two extensions address each other. */
export function idsIn(driver: Driver): { readonly rolecall: string; readonly sender: string } {
  const idOf = (url: string) => new URL(url).host
  return driver.name === 'firefox'
    ? { rolecall: 'rolecall@rolecall', sender: 'sender@example.com' }
    : { rolecall: idOf(driver.extensionUrl('')), sender: idOf(driver.otherExtensionUrl('')) }
}
