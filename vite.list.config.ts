import { chmodSync, copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { messagePrefixes } from './cli/message-prefixes.ts'
import manifest from './manifest.json' with { type: 'json' }
import { type Messages, readMessages } from './scripts/message-values.ts'

const program = 'rolecall-list.mjs'

/** Leaves out of the English messages those that the command never says, and what only translators read of the others. */
const ownMessages: Plugin = {
  name: 'own-messages',
  enforce: 'pre',
  load: {
    filter: { id: /\/_locales\/en\/messages\.json$/ },
    handler() {
      const kept: Messages = Object.fromEntries(
        Object.entries(readMessages('en'))
          .filter(([key]) => messagePrefixes.some(prefix => key.startsWith(prefix)))
          .map(([key, { message, placeholders = {} }]) => {
            const values = Object.entries(placeholders).map(([name, { content }]) => [name, { content }])
            return [key, { message, ...(values.length > 0 && { placeholders: Object.fromEntries(values) }) }]
          }),
      )
      return JSON.stringify(kept)
    },
  },
}

/** Makes a package of the folder: `npx ./dist/list`, or `npm publish ./dist/list`. */
const asPackage: Plugin = {
  name: 'as-package',
  writeBundle({ dir: folder = '' }) {
    const about = {
      name: 'rolecall-list',
      version: manifest.version,
      description: 'Makes and checks the role lists of the browser extension Rolecall.',
      license: 'MIT',
      type: 'module',
      bin: { 'rolecall-list': program },
      engines: { node: '>=20.19' },
    }
    writeFileSync(join(folder, 'package.json'), `${JSON.stringify(about, undefined, 2)}\n`)
    copyFileSync('LICENSE', join(folder, 'LICENSE'))
    copyFileSync('docs/rolecall-list.md', join(folder, 'README.md'))
    chmodSync(join(folder, program), 0o755)
  },
}

/** `npm run build:list` builds the command `rolecall-list`, one file that needs nothing but Node. */
export default defineConfig({
  plugins: [ownMessages, asPackage],
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist/list',
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: program, banner: '#!/usr/bin/env node', codeSplitting: false },
    },
  },
})
