import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import manifest from './manifest.json' with { type: 'json' }
import { findMarkup } from './scripts/find-markup.ts'
import { withHelp } from './scripts/help.ts'
import { withLicenses } from './scripts/licenses.ts'
import { languages, readMessages, withoutNotes } from './scripts/message-values.ts'

/** What Firefox is told in place of what only Chromium understands. */
const { minimum_chrome_version: _, storage: __, background, ...common } = manifest
const firefoxManifest = {
  ...common,
  // Only Firefox lets an extension open links of a scheme of its own. Source: MDN, “protocol_handlers”.
  protocol_handlers: [{ protocol: 'ext+rolecall', name: 'Rolecall', uriTemplate: '/links/index.html#%s' }],
  background: { scripts: [background.service_worker], type: background.type },
  browser_specific_settings: {
    gecko: {
      id: 'rolecall@rolecall',
      // The first version that knows data_collection_permissions on the desktop and on Android.
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
}

/** Files that code names: src/thread/thread.ts, src/marks/register-marks.ts and src/launch/register-links.ts. */
const named = { worker: 'src/thread/worker.ts', marks: 'marks/main.ts', 'link-loaded': 'links/loaded.ts' }

/**
 * Takes the only assignment to `innerHTML` out of the build: Preact's, for `dangerouslySetInnerHTML`, which Rolecall
 * never uses. So no markup is ever set from text, and Firefox's reviewers are warned of none (UNSAFE_VAR_ASSIGNMENT).
 */
export const withoutInnerHtml: Plugin = {
  name: 'without-inner-html',
  transform: {
    filter: { id: /\/preact\/dist\/preact\.mjs$/ },
    handler(code) {
      const without = code.replace(/\w+\.innerHTML=\w+\.__html/, 'void 0')
      // Another version of Preact may write it otherwise.
      if (without === code || findMarkup(without).length > 0)
        throw new Error('The assignment to innerHTML in Preact isn’t the one that is taken out.')
      return { code: without, map: null }
    },
  },
}

/**
 * Files that are loaded later are imported as they are. Vite's own loader of a kilobyte waits for their style sheets; ours
 * have none, since each page names its styles itself.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: /^\0vite\/preload-helper\.js$/ },
    handler: () => 'export const __vitePreload = load => load()',
  },
}

/** Leaves out of the build what only translators read of the sentences. */
const withoutNotesInMessages: Plugin = {
  name: 'without-notes-in-messages',
  writeBundle({ dir = '' }) {
    for (const language of languages) {
      const path = join(dir, '_locales', language, 'messages.json')
      writeFileSync(path, JSON.stringify(withoutNotes(readMessages(language))))
    }
  },
}

/**
 * Makes a module of today of the polyfill, whose older kind would take a file of its own to load, on which the menu would
 * wait.
 */
const modernPolyfill: Plugin = {
  name: 'modern-polyfill',
  transform: {
    filter: { id: /\/webextension-polyfill\/dist\/browser-polyfill\.js$/ },
    handler: code => ({
      code: `const module = { exports: {} }, exports = module.exports;\n${code};\nexport default module.exports`,
      map: null,
    }),
  },
}

/** The scripts of each page, in the order in which they are needed. */
const pages = {
  'popup/index.html': ['popup/first.ts', 'popup/main.tsx'],
  'options/index.html': ['options/main.ts', 'options/app.tsx'],
} as const

/**
 * Names in each page all files that its first picture needs, so that the browser asks for all of them at once instead of
 * finding them one after another.
 */
const preloadedFiles: Plugin = {
  name: 'preloaded-files',
  enforce: 'post',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(file => file.type === 'chunk')
    for (const [path, paths] of Object.entries(pages)) {
      const files = new Set<string>()
      for (const script of paths) {
        const id = join(import.meta.dirname, script)
        const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(id))
        if (!chunk) throw new Error(`The build has no ${script}.`)
        files.add(chunk.fileName)
      }
      // Those added meanwhile are visited too.
      for (const name of files) {
        for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
          files.add(imported)
      }
      const page = bundle[path]
      if (page?.type !== 'asset') throw new Error(`The build has no ${path}.`)
      const html = String(page.source)
      const links = [...files]
        .filter(name => !html.includes(name))
        .map(name => `    <link rel="modulepreload" href="/${name}">\n`)
      page.source = html.replace('  </head>', `${links.join('')}  </head>`)
    }
  },
}

const contentScripts: readonly string[] = ['marks', 'link-loaded'] satisfies (keyof typeof named)[]

/** A content script is no module: what it declares would be every script's of the page's isolated world. */
const enclosedScripts: Plugin = {
  name: 'enclosed-scripts',
  renderChunk: (code, { name }) =>
    contentScripts.includes(name) ? { code: `(()=>{${code}})();`, map: null } : null,
}

interface Modules {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[]
    readonly dynamicallyImportedIds: readonly string[]
  } | null
}

/** What these name, they need at once. */
const scripts = {
  first: join(import.meta.dirname, 'popup/first.ts'),
  menu: join(import.meta.dirname, 'popup/main.tsx'),
  settings: join(import.meta.dirname, 'options/app.tsx'),
  readings: join(import.meta.dirname, 'options/main.ts'),
  background: join(import.meta.dirname, 'src/background.ts'),
  worker: join(import.meta.dirname, 'src/thread/worker.ts'),
}

/**
 * The menu's first picture needs few files next to its own: one shared with the worker and with the first script
 * (`pureChunkOf`), one shared with the background script, and the rest. Split by page instead, they would be twenty files
 * and four kilobytes more.
 */
function chunkOf(id: string, modules: Modules): string | null {
  if (!needs(scripts.menu, id, modules)) return settingsChunkOf(id, modules)
  return needs(scripts.background, id, modules) ? 'core' : 'menu'
}

/**
 * The settings page shares a lot with others, and would load thirty files more. It has one that is shared with the worker
 * (`pureChunkOf`), one with the background script and with what it reads first, and one with what the menu loads on use.
 */
function settingsChunkOf(id: string, modules: Modules): string | null {
  if (needs(scripts.readings, id, modules)) return 'engine'
  if (!needs(scripts.settings, id, modules)) return null
  if (needs(scripts.background, id, modules)) return 'engine'
  return needs(scripts.menu, id, modules, 'also later') ? 'shared' : null
}

/**
 * Made first, because a file takes along what its modules import. A worker has no extension API and the polyfill throws
 * without one, so the worker must not load the background script's file.
 */
function pureChunkOf(id: string, modules: Modules): string | null {
  if (needs(scripts.first, id, modules)) return 'pure'
  if (!needs(scripts.worker, id, modules)) return null
  if (needs(scripts.menu, id, modules)) return 'pure'
  return needs(scripts.settings, id, modules) ? 'thread' : null
}

/** What only the worker and the background script need: to pack a list for sync. */
function codecChunkOf(id: string, modules: Modules): string | null {
  return needs(scripts.worker, id, modules) && !needs(scripts.settings, id, modules) ? 'codec' : null
}

/** Whether a script needs a module, which it or one that it imports imports: at once, or also with `import()`. */
function needs(
  script: string,
  id: string,
  modules: Modules,
  when: 'at once' | 'also later' = 'at once',
): boolean {
  const seen = new Set<string>()
  const wanted = [script]
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    const { importedIds = [], dynamicallyImportedIds = [] } = modules.getModuleInfo(next) ?? {}
    wanted.push(...importedIds, ...(when === 'also later' ? dynamicallyImportedIds : []))
  }
  return id !== script && seen.has(id)
}

/**
 * One build for each browser: `vite build --mode chrome` and `vite build --mode firefox`. With `-measured` it is the one
 * for `npm run bench -- marks`, whose content script tells the page how long it takes.
 */
export default defineConfig(({ mode }) => {
  const browser = mode.startsWith('firefox') ? 'firefox' : 'chrome'
  return {
    define: { measuresMarks: JSON.stringify(mode.endsWith('-measured')) },
    plugins: [
      plainImports,
      preact(),
      withoutInnerHtml,
      modernPolyfill,
      enclosedScripts,
      preloadedFiles,
      withLicenses,
      withHelp,
      withoutNotesInMessages,
      crx({ browser, manifest: (browser === 'firefox' ? firefoxManifest : manifest) as ManifestV3Export }),
    ],
    build: {
      outDir: `dist/${mode.endsWith('-measured') ? mode : browser}`,
      target: browser === 'firefox' ? 'firefox142' : 'chrome123',
      // `preloadedFiles` does what a page needs, without Vite's loader of 900 bytes.
      modulePreload: false,
      reportCompressedSize: false,
      // In kB. The settings' largest file is the editor; `npm run size` has the limits that count.
      chunkSizeWarningLimit: 600,
      // A worker that Vite builds by itself would bring a second copy of the parser and the codec.
      rolldownOptions: {
        // The manifest of the one browser that has it names this page where Vite doesn't look.
        input: browser === 'firefox' ? { ...named, links: 'links/index.html' } : named,
        output: {
          codeSplitting: {
            groups: [
              { name: pureChunkOf, debugName: 'pureChunkOf', test: /\.m?[jt]sx?$/, priority: 2 },
              { name: codecChunkOf, debugName: 'codecChunkOf', test: /\.m?[jt]sx?$/, priority: 1 },
              { name: chunkOf, debugName: 'chunkOf', test: /\.m?[jt]sx?$/ },
            ],
          },
          entryFileNames: ({ name }) => `assets/${name in named ? '[name]' : '[name]-[hash]'}.js`,
        },
      },
    },
  }
})
