import { readEvaluation } from '../evaluation'
import { type FrameRequest, frameScriptUrl } from './frame-script'
import type { NavigableManager } from './privileged'
import type { ContextId, Session } from './session'

declare const ChromeUtils: { importESModule(url: string): { readonly NavigableManager: NavigableManager } }

/** How long the script in the page may take, in milliseconds. A page that is closed in the meantime never answers. */
const answerTimeoutMs = 3_000

/** Sends a request to the frame script of a tab or popup, and returns its answer. */
export async function askFrame<T>(session: Session, context: ContextId, request: FrameRequest): Promise<T> {
  const json = await session.inWindow(
    (context, url, request, answerTimeoutMs) => {
      const module = 'chrome://remote/content/shared/NavigableManager.sys.mjs'
      const browser = ChromeUtils.importESModule(module).NavigableManager.getBrowserById(context)
      if (!browser) throw new Error('The tab or popup is closed.')
      const { messageManager: messages } = browser
      const id = crypto.randomUUID()
      return new Promise<string>((resolve, reject) => {
        const listener = ({ data }: { readonly data: unknown }) => {
          const answer = data as { readonly id: string; readonly json: string }
          if (answer.id === id) end(() => resolve(answer.json))
        }
        const timer = setTimeout(
          () => end(() => reject(new Error('The page didn’t answer.'))),
          answerTimeoutMs,
        )
        const end = (settle: () => void) => {
          clearTimeout(timer)
          messages.removeMessageListener('rolecall:answer', listener)
          settle()
        }
        messages.addMessageListener('rolecall:answer', listener)
        messages.loadFrameScript(url, false)
        messages.sendAsyncMessage('rolecall:request', { id, request })
      })
    },
    context,
    frameScriptUrl,
    request,
    answerTimeoutMs,
  )
  return readEvaluation(json) as T
}
