import type { Together } from '../config/resolve/parse-together'
import { type Answer, answer, type Request } from './answer'

/** Answers one request after another. */
export interface Thread {
  /** What the text says beside the team's. */
  parse(text: string, team: readonly string[]): Promise<Together>
  /** What the text takes in sync, in bytes. */
  measure(text: string): Promise<number>
  /** The text as it lies in sync. */
  encode(text: string): Promise<string>
  /** What wasn't answered yet never is. */
  end(): void
}

interface Waiting {
  readonly request: Request
  resolve(answer: Answer): void
}

/**
 * Starts another thread. Where the browser has none to give, as in Chromium's background script, or where it fails, this one
 * answers.
 */
export function startThread(): Thread {
  const waiting: Waiting[] = []
  let worker = startWorker()
  worker?.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.shift()?.resolve(data))
  worker?.addEventListener('error', () => {
    worker = undefined
    for (const { request, resolve } of waiting.splice(0)) resolve(answer(request))
  })
  const ask = (request: Request) =>
    new Promise<Answer>(resolve => {
      if (!worker) return resolve(answer(request))
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
