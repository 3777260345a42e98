export type BrowserName = 'chromium' | 'firefox'

/**
 * Identifies elements: by name in the browser's own accessibility tree, by the label of a form control, or by a CSS
 * selector. A name or label given as a string is matched whole, with runs of white space as one.
 */
export type Target =
  | { readonly role: string; readonly name?: string | RegExp }
  | { readonly label: string | RegExp }
  | { readonly css: string }

/** An element at the moment of asking. */
export interface ElementFacts {
  /** The computed ARIA role; `none` for what isn't in the accessibility tree. */
  readonly role: string
  /** The accessible name, runs of white space as one blank. */
  readonly name: string
  /** The text of its labels, or its `aria-label`. */
  readonly label: string
  /** The text as rendered (`innerText`). */
  readonly text: string
  /** The value of a form control, else ''. */
  readonly value: string
  readonly checked: boolean
  readonly focused: boolean
  /** Has a size, and isn't hidden by style. It may be scrolled out of view. */
  readonly visible: boolean
  readonly attributes: Readonly<Record<string, string>>
  /** In CSS pixels, from the corner of the viewport. */
  readonly box: Box
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
  /** How long to wait for the element to be there and pressable, in milliseconds; 10,000 by default. */
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
  /** Runs a self-contained function in the page. Arguments and result travel as JSON. */
  evaluate<A extends readonly unknown[], R>(page: (...args: A) => R | Promise<R>, ...args: A): Promise<R>
  /** Runs a program's source text in the page, as a script of its own would. */
  run(source: string): Promise<void>
  /** A mouse press and release on the first such element, when it is there, still and not covered. */
  click(target: Target, options?: ClickOptions): Promise<void>
  /** Focuses the first such field and replaces its text at once, as pasting does. Fires `input` and `change`. */
  fill(target: Target, text: string): Promise<void>
  /** Types into what has the focus, key by key. */
  type(text: string): Promise<void>
  /** One key, perhaps with modifiers, by the names of `KeyboardEvent.key`: `Enter`, `Control+s`, `Shift+Tab`. */
  press(key: string): Promise<void>
  /** Presses a key and holds it down; each further call repeats the key. `release` lets it go. */
  hold(key: string): Promise<void>
  release(key: string): Promise<void>
  /** Returns every such element in document order; an empty list if there is none. */
  all(target: Target): Promise<readonly ElementFacts[]>
  /** Chooses files in a file input. */
  setFiles(target: Target, ...paths: readonly string[]): Promise<void>
  /** Saves what the viewport shows as PNG. */
  screenshot(path: string): Promise<void>
  /** Overrides the given media features of this surface; the others stay. */
  emulate(media: Media): Promise<void>
  /** Makes this the active tab. The popup always is in front. */
  activate(): Promise<void>
  reload(): Promise<void>
  close(): Promise<void>
  isOpen(): Promise<boolean>
}

interface Tab {
  readonly surface: Surface
  readonly active: boolean
  /** The number of the container that the tab is in; 0 for none. */
  readonly container: number
}

/** The extension's memory by category: a leak makes one of them grow. */
export type Memory = Readonly<Record<string, number>>

/** A running browser with the extension in it. */
export interface Driver {
  readonly name: BrowserName
  /** Features that this browser doesn't support when driven, each with the reason as one sentence, for skipping tests. */
  readonly cannot: {
    readonly pressShortcut?: string
    readonly openPrivateWindow?: string
    readonly openInContainer?: string
    readonly refuseStorage?: string
    readonly tellOfHeldUpdate?: string
  }
  /**
   * Opens the URL in a new, active tab (the first time in the empty one that the browser starts with) and waits for it to
   * load.
   * @throws if it can't be loaded; the tab stays, as in a browser.
   */
  open(url: string): Promise<Surface>
  /** Opens the URL in a new, active tab of a container, by its number, loaded. */
  openInContainer(url: string, container: number): Promise<Surface>
  /** Opens a private window in which the extension is allowed, and returns a driver for it; `close` closes the window. */
  openPrivateWindow(): Promise<Driver>
  /** Makes the browser refuse the extension its storage. Call it before the storage is used. */
  refuseStorage(): Promise<void>
  /** Whether an update of the extension would wait until the browser is started again. */
  holdsUpdate(): Promise<boolean>
  /** The tabs in the order of the tab strip. A tab is the same `Surface` each time. */
  tabs(): Promise<readonly Tab[]>
  /** Presses the extension's toolbar button over the active tab, which grants `activeTab`; gives the popup. */
  pressToolbarButton(): Promise<Surface>
  /** Presses the extension's keyboard shortcut (`_execute_action`) over the active tab; gives the popup. */
  pressShortcut(): Promise<Surface>
  /** The popup, if one is open. */
  popup(): Promise<Surface | undefined>
  /** Opens the options page in a new tab; `suffix` is a query or hash. */
  openOptions(suffix?: string): Promise<Surface>
  /** Disconnects the browser from the network, or reconnects it; pages and the extension get the events for that. */
  setOffline(offline: boolean): Promise<void>
  /** Stops the extension's background script at once, as the browser does when it is idle. Its next event starts it. */
  stopBackground(): Promise<void>
  /** Runs a self-contained function in the extension's background script, which is started if it isn't running. */
  evaluateInBackground<A extends readonly unknown[], R>(
    background: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R>
  /** Collects garbage and returns the extension's memory after that. A page of the extension must be open. */
  memory(): Promise<Memory>
  /** Collects garbage and returns the memory of the open popup's scripts after that, in bytes. */
  popupMemory(): Promise<number>
  /** The folder that the browser saves in, without asking; removed by `close`. */
  readonly downloads: string
  /** The URL of a file of the extension's. */
  extensionUrl(path: string): string
  /** The URL of a file of the other extension, if there is one. */
  otherExtensionUrl(path: string): string
  /**
   * Ends the browser and all of its processes at once, as a power cut would. The profile stays as it was left, until
   * `close` removes what the driver made.
   */
  kill(): Promise<void>
  close(): Promise<void>
  /** Resolves when the browser has ended, also by a person who closes its window. */
  readonly closed: Promise<void>
}

export interface LaunchOptions {
  /** The folder of the built extension. */
  readonly extension: string
  /** The folder of another extension to install as well. */
  readonly otherExtension?: string
  /** A CONNECT proxy on 127.0.0.1 that the browser uses for every host. */
  readonly proxyPort: number
  /**
   * Match patterns, and names of other permissions, that the user grants the extension when it asks for them. In Chromium
   * they count as granted once before, since a prompt can't be pressed without a display; Firefox grants any request on a
   * real press.
   */
  readonly grants?: readonly string[]
  /** Additional certificate authorities, PEM, that the browser trusts. By default it accepts any certificate. */
  readonly authorities?: readonly string[]
  /**
   * The folder of the profile, created if it is missing. `close` keeps it, so that a later launch with it continues with
   * what the extension stored. By default a fresh one, which `close` removes.
   */
  readonly profile?: string
  /** With the tabs that were open when the profile's browser was closed last. */
  readonly restoreTabs?: boolean
  /** The browser's program, in place of the one that is installed. */
  readonly executable?: string
  /** With a window to see; needs a display. */
  readonly headed?: boolean
  /** The language of the browser's interface, as in `ja`; English by default. */
  readonly locale?: string
  /**
   * The zoom of the popup; 1 by default. In Chromium it is the one that the settings give every page. In Firefox, where
   * popups have the zoom of the browser's own windows, it is theirs.
   */
  readonly zoom?: number
  /** Initial overrides of media queries, in every page. */
  readonly media?: Media
  /** The X display of a headed browser, as in `:99`; that of the environment by default. */
  readonly display?: string
  /** Firefox preferences on top of the driver's. */
  readonly firefoxPrefs?: Readonly<Record<string, string | number | boolean>>
  /** Chromium switches on top of the driver's. */
  readonly chromiumSwitches?: readonly string[]
}
