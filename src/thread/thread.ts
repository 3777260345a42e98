import type { Together } from '../config/resolve/parse-together'
import type { Answer, Request } from './answer'

/** A thread that handles one request after another. */
export interface Thread {
  /** Returns the contents of the text, together with the team's. */
  parse(text: string, team: readonly string[]): Promise<Together>
  /** Returns the size of the text in sync, in bytes. */
  measure(text: string): Promise<number>
  /** Returns the text as stored in sync. */
  encode(text: string): Promise<string>
  /** Ends the thread. Pending requests never settle. */
  end(): void
}

interface Waiting {
  readonly request: Request
  resolve(answer: Answer | Promise<Answer>): void
}

/** What the current thread does the work with. */
type Here = typeof import('./answer')

/**
 * Starts another thread. If the browser has none, as in Chromium's background script, or if it fails, the current thread
 * does the work, with what `loadHere` returns.
 */
export function startThread(loadHere: () => Promise<Here>): Thread {
  const waiting: Waiting[] = []
  let worker = startWorker()
  worker?.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.shift()?.resolve(data))
  worker?.addEventListener('error', () => {
    worker = undefined
    for (const { request, resolve } of waiting.splice(0)) resolve(answerHere(request))
  })
  const answerHere = async (request: Request) => (await loadHere()).answer(request)
  const ask = (request: Request) =>
    new Promise<Answer>(resolve => {
      if (!worker) return resolve(answerHere(request))
      waiting.push({ request, resolve })
      worker.postMessage(request)
    })
  return {
    parse: (text, team) => ask({ kind: 'parse', text, team }) as Promise<Together>,
    measure: text => ask({ kind: 'measure', text }) as Promise<number>,
    encode: text => ask({ kind: 'encode', text }) as Promise<string>,
    end: () => worker?.terminate(),
  }
}

function startWorker(): Worker | undefined {
  return typeof Worker === 'undefined' ? undefined : new Worker('/assets/worker.js', { type: 'module' })
}
