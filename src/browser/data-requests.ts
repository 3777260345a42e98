import { fieldsOfRequest, onOwnMessage, sendToBackground } from './messaging'

/** A request of the extension's pages that carries data. */
export type DataRequest = 'log-switch' | 'log-end'

/** Sends data to the background script. Resolves when it has been dealt with, and rejects if that fails. */
export function askWith(request: DataRequest, data: object): Promise<void> {
  return sendToBackground({ request, data })
}

/** Calls `answer` with the data of each such request of the extension's own pages, and of no others. */
export function onDataRequest(request: DataRequest, answer: (data: unknown) => Promise<void>): void {
  onOwnMessage(message => {
    const fields = fieldsOfRequest(message, request)
    return fields && (() => answer(fields.data))
  })
}
