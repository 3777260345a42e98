import type { Memory } from '../driver'
import type { ExtensionPolicy } from './privileged'
import type { Session } from './session'

declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy }

interface MemoryReporterManager {
  /** Objects of all scripts, and the space reserved for more. */
  readonly JSMainRuntimeGCHeap: number
  /** Everything else. */
  readonly heapAllocated: number
  /** Scopes of scripts that aren't the browser's own: windows and frames. */
  readonly JSMainRuntimeRealmsUser: number
  minimizeMemoryUsage(done: () => void): void
  /** Returns the memory of a window, in bytes. The first three values are for its scripts. */
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
/** The window of the page that the script was loaded into. */
declare const content: unknown

/**
 * For the process: its objects and everything else in bytes, and the number of its scopes. For the page: its objects
 * with their text, and everything that its scripts hold.
 */
type Told = Readonly<Record<'objects' | 'other' | 'scopes' | 'values' | 'scripts', number>>

/**
 * Answers for its process, which all extension pages share, and for its page. Self-contained, because it runs in
 * Firefox.
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
 * Returns the memory of the extension's background script and of its page in a tab, once Firefox has freed all that it
 * can, and of the process that they share. The process includes what Firefox itself keeps of every page that was open,
 * and the buffers that Firefox takes and gives back by the megabyte. Both pages must be open.
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

/**
 * Returns the memory of the popup's scripts once Firefox has freed all that it can, in bytes. The popup must be open.
 */
export async function popupMemory(session: Session, extensionId: string): Promise<number> {
  return (await askForMemory(session, extensionId, 'popup')).scripts
}

/** Asks the extension's first page of this kind for its memory. */
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
