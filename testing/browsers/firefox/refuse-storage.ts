import { stopBackground } from './background'
import type { ExtensionPolicy } from './privileged'
import type { Session } from './session'

interface Principal {
  readonly origin: string
}

declare const ChromeUtils: {
  importESModule(url: string): {
    readonly ExtensionStorageIDB: { getStoragePrincipal(extension: unknown): Principal }
  }
}
declare const WebExtensionPolicy: { getByID(id: string): ExtensionPolicy }
declare const Services: {
  readonly qms: { clearStoragesForPrincipal(principal: Principal): { callback: () => void } }
}
declare const PathUtils: { readonly profileDir: string; join(...parts: readonly string[]): string }
declare const IOUtils: {
  makeDirectory(path: string): Promise<void>
  remove(
    path: string,
    options: { readonly recursive: boolean; readonly ignoreAbsent: boolean },
  ): Promise<void>
  writeUTF8(path: string, text: string): Promise<number>
}

/**
 * Replaces the folder of the extension's database with a file, so that it can't be opened anymore, as in a damaged
 * profile. The stored data is lost.
 */
export async function refuseStorage(session: Session, extensionId: string): Promise<void> {
  await stopBackground(session, extensionId)
  await session.inWindow(async id => {
    const { extension, mozExtensionHostname } = WebExtensionPolicy.getByID(id)
    const url = 'resource://gre/modules/ExtensionStorageIDB.sys.mjs'
    const principal = ChromeUtils.importESModule(url).ExtensionStorageIDB.getStoragePrincipal(extension)
    // Closes the database, which the background script has opened.
    await new Promise<void>(resolve => {
      Services.qms.clearStoragesForPrincipal(principal).callback = resolve
    })
    const folder = PathUtils.join(PathUtils.profileDir, 'storage', 'default')
    await IOUtils.makeDirectory(folder)
    // The number of the container that Firefox reserves for extensions' storage.
    const place = PathUtils.join(folder, `moz-extension+++${mozExtensionHostname}^userContextId=4294967295`)
    await IOUtils.remove(place, { recursive: true, ignoreAbsent: true })
    await IOUtils.writeUTF8(place, '')
  }, extensionId)
}
