import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInstrumenter } from 'istanbul-lib-instrument'
import { build, type Plugin } from 'vite'
import type { checkInput } from './check-input'
import type { Counters } from './coverage'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'output/fuzz')
const variable = '__fuzzed__'

/** Builds and loads the checks, with counters in all the code of `src/` that they use. */
export async function instrumentedChecks(): Promise<{
  readonly checkInput: typeof checkInput
  readonly counters: Counters
}> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    root,
    plugins: [instrument],
    ssr: { noExternal: true },
    build: {
      ssr: 'fuzz/check-input.ts',
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: 'checks.cjs' } },
    },
  })
  const checks = createRequire(import.meta.url)(join(folder, 'checks.cjs'))
  return { checkInput: checks.checkInput, counters: Reflect.get(globalThis, variable) }
}

const instrument: Plugin = {
  name: 'instrument',
  enforce: 'post',
  transform(code, id) {
    if (!id.startsWith(join(root, 'src'))) return null
    const instrumenter = createInstrumenter({ esModules: true, coverageVariable: variable, compact: true })
    return { code: instrumenter.instrumentSync(code, id), map: null }
  },
}
