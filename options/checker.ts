import type { Together } from '../src/config/parse-together'
import { answerCheck, type CheckRequest } from './answer-check'

interface Waiting {
  readonly request: CheckRequest
  readonly resolve: (answer: Together | number) => void
}

/** Looks at texts in another thread, one after another; in this one, where the browser lets it have no other. */
export interface Checker {
  /** What the text says beside the team's. */
  parse(text: string, team: readonly string[]): Promise<Together>
  /** What the text takes in sync, in bytes. */
  measure(text: string): Promise<number>
}

/** Starts the other thread. Where it fails, what it was asked is answered in this one, and so is all that comes later. */
export function createChecker(): Checker {
  const worker = new Worker('/assets/check-worker.js', { type: 'module' })
  const waiting: Waiting[] = []
  let broken = false
  worker.addEventListener('message', ({ data }: MessageEvent<Together | number>) =>
    waiting.shift()?.resolve(data),
  )
  worker.addEventListener('error', () => {
    broken = true
    for (const { request, resolve } of waiting.splice(0)) resolve(answerCheck(request))
  })
  const ask = (request: CheckRequest): Promise<Together | number> =>
    new Promise(resolve => {
      if (broken) return resolve(answerCheck(request))
      waiting.push({ request, resolve })
      worker.postMessage(request)
    })
  return {
    parse: (text, team) => ask({ kind: 'parse', text, team }) as Promise<Together>,
    measure: text => ask({ kind: 'measure', text }) as Promise<number>,
  }
}
