import { type Config, parseConfig } from '../src/config/parse-config'

interface Waiting {
  readonly text: string
  readonly resolve: (config: Config) => void
}

/** Parses texts in another thread, one after another; in this one, where the browser lets it have no other. */
export function createChecker(): (text: string) => Promise<Config> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  const waiting: Waiting[] = []
  let broken = false
  worker.addEventListener('message', ({ data }: MessageEvent<Config>) => waiting.shift()?.resolve(data))
  worker.addEventListener('error', () => {
    broken = true
    for (const { text, resolve } of waiting.splice(0)) resolve(parseConfig(text))
  })
  return text =>
    new Promise(resolve => {
      if (broken) return resolve(parseConfig(text))
      waiting.push({ text, resolve })
      worker.postMessage(text)
    })
}
