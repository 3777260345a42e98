// Types for the few privileged Firefox APIs that the driver uses. Firefox publishes none.

export interface BrowserElement extends HTMLElement {
  permanentKey?: object
  readonly browsingContext: BrowsingContext | null
  readonly currentURI: { readonly spec: string }
  readonly contentTitle: string
  readonly webProgress: { readonly isLoadingDocument: boolean }
  readonly messageManager: MessageManager
}

interface BrowsingContext {
  readonly currentWindowGlobal: { readonly documentURI: { readonly spec: string } } | null
  prefersColorSchemeOverride: 'light' | 'dark' | 'none'
  forcedColorsOverride: 'active' | 'none'
  prefersReducedMotionOverride: 'reduce' | 'no-preference' | 'none'
}

interface MessageManager {
  loadFrameScript(url: string, delayed: boolean): void
  sendAsyncMessage(name: string, data: object): void
  addMessageListener(name: string, listener: (message: { readonly data: unknown }) => void): void
  removeMessageListener(name: string, listener: (message: { readonly data: unknown }) => void): void
}

export interface TabElement extends Element {
  readonly linkedBrowser: BrowserElement
  readonly selected: boolean
  readonly userContextId: number
}

export interface NavigableManager {
  getBrowserById(id: string): BrowserElement | null
  getIdForBrowser(browser: BrowserElement): string | null
}

export interface Panel extends Element {
  readonly state: 'open' | 'closed' | 'showing' | 'hiding'
  hidePopup(): void
}

export interface KeyEvents {
  sendKeyDown(key: object, window: Window): void
  sendKeyUp(key: object, window: Window): void
  synthesizeMouseAtPoint(x: number, y: number, event: object, window: Window): Promise<unknown>
}

export interface Accessible {
  readonly computedARIARole: string
  readonly name: string | null
  readonly DOMNode: Node | null
  readonly firstChild: Accessible | null
  readonly nextSibling: Accessible | null
}

export interface AccessibilityModule {
  readonly accessibility: {
    readonly service: { getAccessibleFor(node: Node): Accessible | null }
    getAccessible(element: Element): Promise<Accessible | null>
  }
}

export interface ExtensionPolicy {
  readonly mozExtensionHostname: string
  readonly extension: {
    readonly backgroundState: 'starting' | 'running' | 'suspending' | 'stopped'
    readonly views: Iterable<{ readonly viewType: string; readonly xulBrowser: BrowserElement }>
    wakeupBackground(): Promise<void>
    terminateBackground(options: {
      readonly ignoreDevToolsAttached: boolean
      readonly disableResetIdleForTest: boolean
    }): Promise<void>
  }
}
