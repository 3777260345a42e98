import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as bundle } from 'vite'

/** The pages that are opened: one with the list's first lines, one with nothing but the editor, and the settings. */
export const pages = {
  'only text': '/bench-text.html',
  'only the editor': '/bench-editor.html',
  settings: '/options/index.html',
} as const

/** A copy of a build, with the pages that its settings are compared with, and the bench's script in all of them. */
export interface Watched {
  readonly folder: string
  remove(): void
}

const script = '<script src="/bench-watch.js"></script>'
const head = `<!doctype html><html lang="en"><head><meta charset="utf-8">${script}`
/** About as many lines as a window shows. */
const linesInView = 40

/** Returns a copy of a build of Rolecall whose settings are watched, for measuring with this list. */
export async function watchedSettings(build: string, list: string): Promise<Watched> {
  const parent = mkdtempSync(join(tmpdir(), 'rolecall-bench-'))
  const folder = join(parent, 'extension')
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  cpSync(build, folder, { recursive: true })

  const watch = readFileSync(join(import.meta.dirname, 'watch.js'), 'utf8')
  const [, section = ''] = /^\[(?:profile )?([^\]]+)\]/m.exec(list) ?? []
  write('bench-watch.js', watch.replace("'WATCHED'", JSON.stringify(section)))

  const first = list.split('\n').slice(0, linesInView).join('\n')
  write(pages['only text'], `${head}</head><body><pre>${first}</pre></body></html>`)

  write('bench-list.js', `globalThis.benchList = ${JSON.stringify(list)}`)
  const scripts =
    '<script src="/bench-list.js"></script><script type="module" src="/bench-editor.js"></script>'
  const style = '<style>.cm-editor { height: 90vh }</style>'
  write(pages['only the editor'], `${head}${scripts}${style}</head><body></body></html>`)
  const entry = join(import.meta.dirname, 'only-editor.ts')
  await bundle({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: { entry, formats: ['es'], fileName: () => 'bench-editor.js' },
    },
  })

  const page = readFileSync(join(folder, pages.settings), 'utf8')
  write(pages.settings, page.replace(/<meta charset=[^>]*>/, `$&${script}`))
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) }
}
