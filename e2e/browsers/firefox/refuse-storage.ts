import type { Session } from './session'

declare const PathUtils: { readonly profileDir: string; join(...parts: readonly string[]): string }
declare const IOUtils: {
  makeDirectory(path: string): Promise<void>
  writeUTF8(path: string, text: string): Promise<number>
}

/**
 * Puts a file where Firefox would have the folder of the extension's database, so that it can't be opened, as with a
 * damaged profile. To be called before the extension's storage is used.
 */
export async function refuseStorage(session: Session, extensionHost: string): Promise<void> {
  await session.inWindow(async host => {
    const folder = PathUtils.join(PathUtils.profileDir, 'storage', 'default')
    await IOUtils.makeDirectory(folder)
    // The number of the container that Firefox keeps for extensions' storage.
    await IOUtils.writeUTF8(PathUtils.join(folder, `moz-extension+++${host}^userContextId=4294967295`), '')
  }, extensionHost)
}
