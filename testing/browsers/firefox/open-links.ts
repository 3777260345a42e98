import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Session } from './session'

declare const Cc: Readonly<Record<string, { getService(kind: unknown): HandlerServices } | undefined>>
declare const Ci: Readonly<Record<string, unknown>>
declare const WebExtensionPolicy: {
  getByID(id: string): { readonly extension: { readonly principal: object } }
}
declare const Services: {
  readonly perms: {
    readonly ALLOW_ACTION: number
    addFromPrincipal(principal: object, type: string, permission: number): void
  }
}

interface HandlerServices {
  getProtocolHandlerInfo(scheme: string): HandlerInfo
  store(info: HandlerInfo): void
}

interface HandlerInfo {
  readonly useHelperApp: number
  readonly possibleApplicationHandlers: { queryElementAt(index: number, kind: unknown): unknown }
  alwaysAskBeforeHandling: boolean
  preferredAction: number
  preferredApplicationHandler: unknown
}

interface Handlers {
  readonly protocol_handlers?: readonly { readonly protocol: string }[]
}

/**
 * Lets the extension `id` open links with the schemes that an extension in a folder, maybe itself, handles. It's as if the user
 * had once allowed this for good when Firefox asked in a window of its own.
 */
export async function letOpenLinks(session: Session, id: string, extension: string): Promise<void> {
  const manifest: Handlers = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'))
  for (const { protocol } of manifest.protocol_handlers ?? []) {
    await session.inWindow(
      (scheme, id) => {
        const schemes = Cc['@mozilla.org/uriloader/external-protocol-service;1']?.getService(
          Ci.nsIExternalProtocolService,
        )
        const handlers = Cc['@mozilla.org/uriloader/handler-service;1']?.getService(Ci.nsIHandlerService)
        const info = schemes?.getProtocolHandlerInfo(scheme)
        if (!info || !handlers) throw new Error(`Firefox has no handlers for ${scheme}.`)
        info.preferredApplicationHandler = info.possibleApplicationHandlers.queryElementAt(
          0,
          Ci.nsIHandlerApp,
        )
        info.preferredAction = info.useHelperApp
        info.alwaysAskBeforeHandling = false
        handlers.store(info)
        const { principal } = WebExtensionPolicy.getByID(id).extension
        Services.perms.addFromPrincipal(
          principal,
          `open-protocol-handler^${scheme}`,
          Services.perms.ALLOW_ACTION,
        )
      },
      protocol,
      id,
    )
  }
}
