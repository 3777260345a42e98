export type BrowserName = 'chromium' | 'firefox'

/**
 * Identifies elements by name in the browser's own accessibility tree, by the label of a form control, or by a CSS
 * selector. A name or label given as a string must match as a whole. Runs of white space count as one space.
 */
export type Target = ByRole | { readonly label: string | RegExp } | { readonly css: string }

export interface ByRole {
  readonly role: string
  readonly name?: string | RegExp
}

/** What the document says about an element at the moment of the question. */
export interface ElementFacts {
  /** The text of the element's labels, or its `aria-label`. */
  readonly label: string
  /** The text as rendered (`innerText`). */
  readonly text: string
  /** The value of a form control, otherwise ''. */
  readonly value: string
  readonly checked: boolean
  readonly focused: boolean
  /** Whether the element has a size and isn't hidden by style. It may be scrolled out of view. */
  readonly visible: boolean
  readonly attributes: Readonly<Record<string, string>>
  /** In CSS pixels, from the viewport's top left corner. */
  readonly box: Box
}

/** What the browser's accessibility tree says about an element. Asking for it makes the browser build the tree. */
export interface AccessibleFacts extends ElementFacts {
  /** The computed ARIA role. `none` if the element isn't in the accessibility tree. */
  readonly role: string
  /** The accessible name, with runs of white space as one space. */
  readonly name: string
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ClickOptions {
  readonly button?: 'left' | 'middle' | 'right'
  readonly count?: 1 | 2
  /** How long to wait until the element exists and can be pressed, in milliseconds. `expectTimeoutMs` by default. */
  readonly timeout?: number
}

/** Overrides of a page's media queries. */
export interface Media {
  readonly colorScheme?: 'light' | 'dark'
  readonly forcedColors?: 'active' | 'none'
  readonly reducedMotion?: 'reduce' | 'no-preference'
}

/** A console tab, the popup or the options page. */
export interface Surface {
  url(): Promise<string>
  title(): Promise<string>
  /** Runs a self-contained function in the page. Arguments and result are passed as JSON. */
  evaluate<A extends readonly unknown[], R>(page: (...args: A) => R | Promise<R>, ...args: A): Promise<R>
  /** Runs a program's source text in the page, like one of the page's own scripts. */
  run(source: string): Promise<void>
  /** Presses and releases the mouse on the first such element, once it exists, stays in place and isn't covered. */
  click(target: Target, options?: ClickOptions): Promise<void>
  /** Moves the mouse onto the first such element, without pressing. */
  hover(target: Target): Promise<void>
  /** Focuses the first such field and replaces its text at once, like a paste. Fires `input` and `change`. */
  fill(target: Target, text: string): Promise<void>
  /** Types into the focused element, key by key. */
  type(text: string): Promise<void>
  /**
   * Presses one key, optionally with modifiers. Keys have the names of `KeyboardEvent.key`: `Enter`, `Control+s`,
   * `Shift+Tab`.
   */
  press(key: string): Promise<void>
  /** Presses a key and holds it down. Each further call repeats the key. `release` lets go of it. */
  hold(key: string): Promise<void>
  release(key: string): Promise<void>
  /** Returns every such element in document order. The list is empty if there is none. */
  all(target: ByRole): Promise<readonly AccessibleFacts[]>
  all(target: Target): Promise<readonly ElementFacts[]>
  /** Chooses files in a file input. */
  setFiles(target: Target, ...paths: readonly string[]): Promise<void>
  /** Saves the viewport as a PNG. */
  screenshot(path: string): Promise<void>
  /** Overrides the given media features of this surface. The others stay. */
  emulate(media: Media): Promise<void>
  /** Makes this the active tab. The popup is always in front. */
  activate(): Promise<void>
  reload(): Promise<void>
  close(): Promise<void>
  isOpen(): Promise<boolean>
}

interface Tab {
  readonly surface: Surface
  readonly active: boolean
  /** The number of the tab's container, 0 if it's in none. */
  readonly container: number
}

/** The extension's memory by category. A leak makes one of them grow. */
export type Memory = Readonly<Record<string, number>>

/** The browser's address bar. */
export interface AddressBar {
  /** Types the extension's keyword, a space and the text. */
  type(text: string): Promise<void>
  /** The rows that the extension offers, as they are shown. */
  rows(): Promise<readonly string[]>
  /** Presses `ArrowDown`, `Enter` or `Alt+Enter`. */
  press(key: string): Promise<void>
}

/** A running browser with the extension in it. */
export interface Driver {
  readonly name: BrowserName
  /**
   * Features that this browser doesn't support when driven, each with the reason as one sentence, for skipping tests.
   */
  readonly cannot: {
    readonly pressShortcut?: string
    readonly openPrivateWindow?: string
    readonly openInContainer?: string
    readonly refuseStorage?: string
    readonly tellOfHeldUpdate?: string
    readonly hideTabs?: string
  }
  /**
   * Opens the URL in a new, active tab and waits until it's loaded. The first call uses the empty tab that the browser
   * starts with.
   * @throws if the page can't be loaded. The tab stays, as in a browser.
   */
  open(url: string): Promise<Surface>
  /** Opens the URL in a new, active tab of the container with this number, and waits until it's loaded. */
  openInContainer(url: string, container: number): Promise<Surface>
  /**
   * Opens a private window in which the extension is allowed, and returns a driver for it. `close` closes the window.
   */
  openPrivateWindow(): Promise<Driver>
  /** Makes the browser refuse the extension its storage. Must be called before the storage is first used. */
  refuseStorage(): Promise<void>
  /** Whether an update of the extension would wait until the browser restarts. */
  holdsUpdate(): Promise<boolean>
  /** The tabs in the order of the tab strip. Each tab is always the same `Surface`. */
  tabs(): Promise<readonly Tab[]>
  /** Presses the extension's toolbar button over the active tab, which grants `activeTab`. Returns the popup. */
  pressToolbarButton(): Promise<Surface>
  /** When the toolbar button was last pressed, in milliseconds since 1970. */
  pressed(): number
  /** Presses the extension's keyboard shortcut (`_execute_action`) over the active tab. Returns the popup. */
  pressShortcut(): Promise<Surface>
  readonly addressBar: AddressBar
  /** Presses the key of one of the extension's commands, other than the popup's, over the active tab. */
  pressCommand(name: string): Promise<void>
  /** The popup, if one is open. */
  popup(): Promise<Surface | undefined>
  /** Opens the options page in a new tab. `suffix` is a query or hash. */
  openOptions(suffix?: string): Promise<Surface>
  /** Disconnects the browser from the network, or reconnects it. Pages and the extension get the events for that. */
  setOffline(offline: boolean): Promise<void>
  /** Stops the extension's background script at once, as the browser does if it's idle. Its next event starts it. */
  stopBackground(): Promise<void>
  /** Runs a self-contained function in the extension's background script, which is started if it isn't running. */
  evaluateInBackground<A extends readonly unknown[], R>(
    background: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>
  /** Collects garbage and returns the extension's memory. A page of the extension must be open. */
  memory(): Promise<Memory>
  /** Collects garbage and returns the memory of the open popup's scripts, in bytes. */
  popupMemory(): Promise<number>
  /** The folder that the browser saves to without asking. `close` removes it. */
  readonly downloads: string
  /** Returns the URL of one of the extension's files. */
  extensionUrl(path: string): string
  /** Returns the URL of one of the other extension's files, if there is another extension. */
  otherExtensionUrl(path: string): string
  /**
   * Ends the browser and all of its processes at once, like a power cut. The profile stays as it is, until `close`
   * removes everything that the driver made.
   */
  kill(): Promise<void>
  close(): Promise<void>
  /** Resolves when the browser has ended, also if a person closes its window. */
  readonly closed: Promise<void>
}

export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extension: string
  /** The folder of another extension to install too. */
  readonly otherExtension?: string
  /** A CONNECT proxy on 127.0.0.1 that the browser uses for every host. */
  readonly proxyPort: number
  /**
   * Match patterns, and names of other permissions, that the user grants if the extension asks for them. Chromium takes
   * them as granted once before, because nothing can press a prompt without a display. Firefox grants any request on a
   * real press.
   */
  readonly grants?: readonly string[]
  /** Additional certificate authorities, PEM, that the browser trusts. By default it accepts any certificate. */
  readonly authorities?: readonly string[]
  /**
   * The folder of the profile, created if it's missing. `close` keeps it, so that a later launch continues with the
   * stored data. By default the profile is new, and `close` removes it.
   */
  readonly profile?: string
  /**
   * What becomes of the page that Rolecall opens once in a new profile: `closed` by default, before anything else
   * happens, or `kept` open. `none`: the extension opens no such page.
   */
  readonly firstPage?: 'closed' | 'kept' | 'none'
  /** Restores the tabs that were open when the profile's browser was last closed. */
  readonly restoreTabs?: boolean
  /** The path of the browser to use instead of the installed one. */
  readonly executable?: string
  /** Whether to show a window, which needs a display. */
  readonly headed?: boolean
  /** The language of the browser's interface, such as `ja`. English by default. */
  readonly locale?: string
  /**
   * The zoom of the popup, 1 by default. In Chromium it's the default zoom of every page. In Firefox, where popups have
   * the zoom of the browser's own windows, it's theirs.
   */
  readonly zoom?: number
  /** Initial overrides of media queries, in every page. */
  readonly media?: Media
  /** The X display of a headed browser, such as `:99`. By default it's the environment's. */
  readonly display?: string
  /** Firefox preferences in addition to the driver's. */
  readonly firefoxPrefs?: Readonly<Record<string, string | number | boolean>>
  /** Chromium switches in addition to the driver's. */
  readonly chromiumSwitches?: readonly string[]
}
