// The content script of console pages whose address is a link to the page in a role, used if the user allows the console's
// hosts. It says that the page has loaded, and reads nothing.
interface Api {
  readonly runtime: { sendMessage(message: string): Promise<unknown> }
}

declare const browser: Api | undefined
declare const chrome: Api

const { runtime } = typeof browser === 'undefined' ? chrome : browser

// Without an answer, as after an update of the extension, the button works as always.
if (window === window.top) void runtime.sendMessage('link-loaded').catch(() => {})

export {}
