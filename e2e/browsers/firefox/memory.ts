import type { Memory } from '../driver'
import type { ExtensionPolicy } from './privileged'
import type { Session } from './session'

declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy }

interface MemoryReporterManager {
  /** Of the objects of all scripts, and the room kept for more. */
  readonly JSMainRuntimeGCHeap: number
  /** Of all else. */
  readonly heapAllocated: number
  /** Scopes of scripts that are not the browser's own: windows, frames. */
  readonly JSMainRuntimeRealmsUser: number
  minimizeMemoryUsage(done: () => void): void
}

declare const Components: {
  readonly classes: Readonly<
    Record<string, { getService(service: unknown): MemoryReporterManager } | undefined>
  >
  readonly interfaces: { readonly nsIMemoryReporterManager: unknown }
}
declare function sendAsyncMessage(name: string, data: object): void

/** Answers from the process that it runs in, which all pages of extensions share. Self-contained, as it runs in Firefox. */
function tellMemory(name: string): void {
  const { classes, interfaces } = Components
  const manager = classes['@mozilla.org/memory-reporter-manager;1']?.getService(
    interfaces.nsIMemoryReporterManager,
  )
  manager?.minimizeMemoryUsage(() =>
    sendAsyncMessage(name, {
      objects: manager.JSMainRuntimeGCHeap,
      other: manager.heapAllocated,
      scopes: manager.JSMainRuntimeRealmsUser,
    }),
  )
}

/** What the extension's process holds once Firefox has let go of all that it can. A page of the extension's must be open. */
export async function extensionMemory(session: Session, extensionId: string): Promise<Memory> {
  const name = 'rolecall:memory'
  const script = `{ const __name = it => it; (${tellMemory})('${name}') }`
  const told = await session.inWindow(
    (extensionId, name, url) => {
      const [view] = WebExtensionPolicy.getByID(extensionId).extension.views
      if (!view) throw new Error('No page of the extension is open.')
      const { messageManager: messages } = view.xulBrowser
      return new Promise<{ objects: number; other: number; scopes: number }>(resolve => {
        const listener = ({ data }: { readonly data: unknown }) => {
          messages.removeMessageListener(name, listener)
          resolve(data as { objects: number; other: number; scopes: number })
        }
        messages.addMessageListener(name, listener)
        messages.loadFrameScript(url, false)
      })
    },
    extensionId,
    name,
    `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`,
  )
  return { 'objects, bytes': told.objects, 'all else, bytes': told.other, scopes: told.scopes }
}
