import { expectTimeoutMs } from '../../expect-timing'
import type { Chord } from '../keys'
import { webDriverKey } from '../keys'
import { waitFor } from '../wait'
import type { KeyEvents, Panel } from './privileged'
import type { Session } from './session'

declare const ChromeUtils: {
  importESModule(url: string): {
    readonly event: KeyEvents
    readonly keyData: { getData(key: string): object }
  }
}
declare const CustomizableUI: {
  addWidgetToArea(widget: string, area: string): void
  readonly AREA_NAVBAR: string
}

/** Firefox's toolbar with the extension's button. */
export class Toolbar {
  readonly #session: Session
  readonly #widget: string

  constructor(session: Session, extensionId: string) {
    this.#session = session
    this.#widget = extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')
  }

  /** Moves the button out of the extensions menu. */
  async pin(): Promise<void> {
    await this.#session.inWindow(
      widget => CustomizableUI.addWidgetToArea(widget, CustomizableUI.AREA_NAVBAR),
      `${this.#widget}-browser-action`,
    )
  }

  /**
   * Moves the mouse to the button and presses it like a person, which grants `activeTab`. Returns when it was pressed, in
   * milliseconds since 1970.
   */
  async press(): Promise<number> {
    const point = await waitFor('the toolbar button', () => this.#locateButton())
    return this.#session.inWindow(async ({ x, y }) => {
      const url = 'chrome://remote/content/shared/webdriver/Event.sys.mjs'
      const { event } = ChromeUtils.importESModule(url)
      let pressed = Number.NaN
      for (const type of ['mousemove', 'mousedown', 'mouseup']) {
        const click = type === 'mousemove' ? {} : { button: 0, clickCount: 1 }
        if (type === 'mouseup') pressed = performance.timeOrigin + performance.now()
        await event.synthesizeMouseAtPoint(x, y, { type, ...click }, window)
      }
      return pressed
    }, point)
  }

  /** Presses a shortcut of an extension, and waits until Firefox has acted on it. */
  async pressShortcut({ modifiers, key }: Chord): Promise<void> {
    await this.#session.inWindow(
      async (modifiers, key, timeoutMs) => {
        // The page gets the key first, in a process of its own; only then is it the window's.
        const taken = new Promise<void>((resolve, reject) => {
          const take = ({ target }: Event) => {
            if ((target as Element).closest('keyset[id^=ext-keyset]')) end(resolve)
          }
          const end = (settle: () => void) => {
            window.removeEventListener('command', take, true)
            clearTimeout(timer)
            settle()
          }
          const timer = setTimeout(
            () => end(() => reject(new Error('Firefox didn’t take the key.'))),
            timeoutMs,
          )
          window.addEventListener('command', take, true)
        })
        const { event } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Event.sys.mjs')
        const { keyData } = ChromeUtils.importESModule(
          'chrome://remote/content/shared/webdriver/KeyData.sys.mjs',
        )
        const held = {
          ctrlKey: modifiers.includes('Control'),
          shiftKey: modifiers.includes('Shift'),
          altKey: modifiers.includes('Alt'),
          metaKey: modifiers.includes('Meta'),
        }
        const data = { ...keyData.getData(key), ...held }
        event.sendKeyDown(data, window)
        event.sendKeyUp(data, window)
        await taken
      },
      modifiers,
      webDriverKey(key),
      expectTimeoutMs,
    )
  }

  /** Closes panels that are open from the toolbar. Otherwise a press on the button only closes the popup. */
  async closePanels(): Promise<void> {
    await waitFor('the panels to close', () =>
      this.#session.inWindow(() => {
        const open = [...document.querySelectorAll<Panel>('panel')].filter(({ state }) => state !== 'closed')
        for (const panel of open) panel.hidePopup()
        // The popup's page outlives its panel for a moment, and would be mistaken for the next popup's.
        const gone = !document.querySelector('panel browser.webextension-popup-browser')
        return open.length === 0 && gone
      }),
    )
  }

  #locateButton() {
    return this.#session.inWindow(selector => {
      const box = document.querySelector(selector)?.getBoundingClientRect()
      return box?.width ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : undefined
    }, `#${this.#widget}-BAP`)
  }
}
