import { Script } from 'node:vm'
import { build } from 'vite'

const globalNames = [
  'navigator',
  'fetch',
  'setTimeout',
  'clearTimeout',
  'Date',
  'CompressionStream',
  'DecompressionStream',
  'crypto',
] as const

/** A script's globals, which replace Node's. */
type Globals = Readonly<Record<(typeof globalNames)[number] | 'chrome', unknown>>

/** Starts a script, each time with new modules. Returns its module's exports. */
export type Start = (globals: Globals) => unknown

/** Builds a module and its imports into one script, like the extension's build. */
export async function buildScript(entry: string): Promise<Start> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      target: 'esnext',
      lib: { entry, formats: ['iife'], name: 'script', fileName: 'script' },
    },
  })
  const output = [built].flat().flatMap(each => ('output' in each ? each.output : []))
  const chunk = output.find(each => each.type === 'chunk')
  if (!chunk || output.length > 1) throw new Error(`${entry} wasn’t built into one script.`)
  const names = ['globalThis', ...globalNames].join(', ')
  const result = `return typeof script === 'undefined' ? undefined : script`
  const run = new Script(`(function (${names}) {${chunk.code}\n${result}})`).runInThisContext()
  const own = (globals: Globals) => ({ chrome: globals.chrome, browser: globals.chrome })
  return globals => run(own(globals), ...globalNames.map(name => globals[name]))
}
