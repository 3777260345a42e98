import type { Memory } from '../driver'
import type { ExtensionPolicy } from './privileged'
import type { Session } from './session'

declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy }

interface MemoryReporterManager {
  /** Objects of all scripts, and the room kept for more. */
  readonly JSMainRuntimeGCHeap: number
  /** Everything else. */
  readonly heapAllocated: number
  /** Scopes of scripts that are not the browser's own: windows, frames. */
  readonly JSMainRuntimeRealmsUser: number
  minimizeMemoryUsage(done: () => void): void
  /** Returns the memory of a window, in bytes; the first three values are for its scripts. */
  sizeOfTab(
    window: unknown,
    objects: Out,
    strings: Out,
    otherOfScripts: Out,
    dom: Out,
    style: Out,
    other: Out,
    total: Out,
    scriptMilliseconds: Out,
    otherMilliseconds: Out,
  ): void
}

/** Receives the result of one of Firefox's own functions. */
interface Out {
  value?: number
}

declare const Components: {
  readonly classes: Readonly<
    Record<string, { getService(service: unknown): MemoryReporterManager } | undefined>
  >
  readonly interfaces: { readonly nsIMemoryReporterManager: unknown }
}
declare function sendAsyncMessage(name: string, data: object): void
/** The window of the page that a script was loaded into. */
declare const content: unknown

/**
 * For the process, its objects and everything else, in bytes, and the scopes; for the page, its objects with their text, and
 * all that its scripts hold.
 */
type Told = Readonly<Record<'objects' | 'other' | 'scopes' | 'values' | 'scripts', number>>

/**
 * Answers from the process that it runs in, which all pages of extensions share, and of the page that it runs for.
 * Self-contained, as it runs in Firefox.
 */
function tellMemory(name: string): void {
  const { classes, interfaces } = Components
  const manager = classes['@mozilla.org/memory-reporter-manager;1']?.getService(
    interfaces.nsIMemoryReporterManager,
  )
  manager?.minimizeMemoryUsage(() => {
    const [objects, strings, others]: [Out, Out, Out] = [{}, {}, {}]
    manager.sizeOfTab(content, objects, strings, others, {}, {}, {}, {}, {}, {})
    const values = (objects.value ?? 0) + (strings.value ?? 0)
    sendAsyncMessage(name, {
      objects: manager.JSMainRuntimeGCHeap,
      other: manager.heapAllocated,
      scopes: manager.JSMainRuntimeRealmsUser,
      values,
      scripts: values + (others.value ?? 0),
    })
  })
}

/**
 * What the extension's background script and its page in a tab hold once Firefox has let go of all that it can, and the
 * process that they share, with what Firefox itself keeps there of every page that was open. Both must be there. Buffers
 * that Firefox takes and gives back by the megabyte are counted with the process alone.
 */
export async function extensionMemory(session: Session, extensionId: string): Promise<Memory> {
  const background = await askForMemory(session, extensionId, 'background')
  const { values, scopes, objects, other } = await askForMemory(session, extensionId, 'tab')
  return {
    'background script, bytes': background.values,
    'page, bytes': values,
    scopes,
    'process: objects, bytes': objects,
    'process: all else, bytes': other,
  }
}

/** Returns the memory of the popup's scripts once Firefox has freed all that it can, in bytes. The popup must be open. */
export async function popupMemory(session: Session, extensionId: string): Promise<number> {
  return (await askForMemory(session, extensionId, 'popup')).scripts
}

/** Returns the extension's first page of a kind. */
function askForMemory(
  session: Session,
  extensionId: string,
  kind: 'background' | 'tab' | 'popup',
): Promise<Told> {
  const name = 'rolecall:memory'
  const script = `{ const __name = it => it; (${tellMemory})('${name}') }`
  return session.inWindow(
    (extensionId, kind, name, url) => {
      const { views } = WebExtensionPolicy.getByID(extensionId).extension
      const view = [...views].find(({ viewType }) => viewType === kind)
      if (!view) throw new Error(`The extension has no ${kind}.`)
      const { messageManager: messages } = view.xulBrowser
      return new Promise<Told>(resolve => {
        const listener = ({ data }: { readonly data: unknown }) => {
          messages.removeMessageListener(name, listener)
          resolve(data as Told)
        }
        messages.addMessageListener(name, listener)
        messages.loadFrameScript(url, false)
      })
    },
    extensionId,
    kind,
    name,
    `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
  )
}
