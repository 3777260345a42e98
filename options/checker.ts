import type { Together } from '../src/config/parse-together'
import { answerCheck, type CheckRequest } from './answer-check'

type Answer = Together | number

/** Looks at texts in other threads; in this one, where the browser lets it have no other. */
export interface Checker {
  /** What the text says beside the team's. */
  parse(text: string, team: readonly string[]): Promise<Together>
  /** What the text takes in sync, in bytes; undefined where another text is to be measured before it is known. */
  measure(text: string): Promise<number | undefined>
}

/** Starts a thread that parses. Measuring, which takes far longer, has one for each text, so that nothing waits for it. */
export function createChecker(): Checker {
  const parser = startThread()
  let measurer: Thread | undefined
  return {
    parse: async (text, team) => (await parser.ask({ kind: 'parse', text, team })) as Together,
    async measure(text) {
      measurer?.end()
      const own = startThread()
      measurer = own
      const bytes = (await own.ask({ kind: 'measure', text })) as number | undefined
      own.end()
      return bytes
    },
  }
}

interface Thread {
  /** Gives undefined where the thread was ended meanwhile. */
  ask(request: CheckRequest): Promise<Answer | undefined>
  end(): void
}

/** Starts a thread that answers one request after another. Where it fails, this one answers them, and all that come later. */
function startThread(): Thread {
  const worker = new Worker('/assets/check-worker.js', { type: 'module' })
  const waiting: { readonly request: CheckRequest; resolve(answer: Answer | undefined): void }[] = []
  let broken = false
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => waiting.shift()?.resolve(data))
  worker.addEventListener('error', () => {
    broken = true
    for (const { request, resolve } of waiting.splice(0)) resolve(answerCheck(request))
  })
  return {
    ask: request =>
      new Promise(resolve => {
        if (broken) return resolve(answerCheck(request))
        waiting.push({ request, resolve })
        worker.postMessage(request)
      }),
    end() {
      worker.terminate()
      for (const { resolve } of waiting.splice(0)) resolve(undefined)
    },
  }
}
