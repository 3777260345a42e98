import { type Config, parseConfig } from '../src/config/parse-config'
import { syncBytes } from '../src/storage/sync/sync-bytes'
import type { CheckRequest } from './check-worker'

interface Waiting {
  readonly request: CheckRequest
  readonly resolve: (answer: Config | number) => void
}

/** Looks at texts in another thread, one after another; in this one, where the browser lets it have no other. */
export interface Checker {
  parse(text: string): Promise<Config>
  /** What the text takes in sync, in bytes. */
  measure(text: string): Promise<number>
}

export function createChecker(): Checker {
  const worker = new Worker('/assets/check-worker.js', { type: 'module' })
  const waiting: Waiting[] = []
  let broken = false
  worker.addEventListener('message', ({ data }: MessageEvent<Config | number>) =>
    waiting.shift()?.resolve(data),
  )
  worker.addEventListener('error', () => {
    broken = true
    for (const { request, resolve } of waiting.splice(0)) resolve(answer(request))
  })
  const ask = (request: CheckRequest): Promise<Config | number> =>
    new Promise(resolve => {
      if (broken) return resolve(answer(request))
      waiting.push({ request, resolve })
      worker.postMessage(request)
    })
  return {
    parse: text => ask({ kind: 'parse', text }) as Promise<Config>,
    measure: text => ask({ kind: 'measure', text }) as Promise<number>,
  }
}

function answer({ kind, text }: CheckRequest): Config | number {
  return kind === 'parse' ? parseConfig(text) : syncBytes(text)
}
