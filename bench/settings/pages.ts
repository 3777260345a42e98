import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build as bundle } from 'vite'
import { type MadeFolder, nameFirst, newFolder } from '../made-folder'

/** The pages that are opened: one with the list's first lines, one with nothing but the editor, and the settings. */
export const pages = {
  'only text': '/bench-text.html',
  'only the editor': '/bench-editor.html',
  settings: '/options/index.html',
} as const

const script = '/bench-watch.js'
const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><script src="${script}"></script>`
/** About as many lines as a window shows. */
const linesInView = 40

/**
 * Returns a copy of a build of Rolecall with the pages that its settings are compared with, for measuring with this list. All
 * of them have the bench's script.
 */
export async function watchedSettings(build: string, list: string): Promise<MadeFolder> {
  const made = newFolder()
  const { folder } = made
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text)
  cpSync(build, folder, { recursive: true })

  const watch = readFileSync(join(import.meta.dirname, 'watch.js'), 'utf8')
  const [, section = ''] = /^\[(?:profile )?([^\]]+)\]/m.exec(list) ?? []
  write(script, watch.replace("'WATCHED'", JSON.stringify(section)))

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

  nameFirst(join(folder, pages.settings), script)
  return made
}
