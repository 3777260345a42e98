import type { Config } from '../src/config/parse-config'

/** Parses texts in another thread, one after another. */
export function createChecker(): (text: string) => Promise<Config> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
  const waiting: ((config: Config) => void)[] = []
  worker.addEventListener('message', ({ data }: MessageEvent<Config>) => waiting.shift()?.(data))
  return text =>
    new Promise(resolve => {
      waiting.push(resolve)
      worker.postMessage(text)
    })
}
