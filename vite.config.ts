import { crx, type ManifestV3Export } from '@crxjs/vite-plugin'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import manifest from './manifest.json' with { type: 'json' }

/** What Firefox is told in place of what only Chromium understands. */
const { minimum_chrome_version: _, storage: __, background, ...common } = manifest
const firefoxManifest = {
  ...common,
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

/** Named in options/checker.ts too. */
const checkWorker = 'check-worker'

/**
 * Takes the only assignment to `innerHTML` out of the build: Preact's, for `dangerouslySetInnerHTML`, which Rolecall
 * never uses. So no markup is ever set from text, and Firefox's reviewers are warned of none (UNSAFE_VAR_ASSIGNMENT).
 */
const withoutInnerHtml: Plugin = {
  name: 'without-inner-html',
  transform: {
    filter: { id: /\/preact\/dist\/preact\.mjs$/ },
    handler: code => ({ code: code.replace(/\w+\.innerHTML=\w+\.__html/, 'void 0'), map: null }),
  },
}

/** One build for each browser: `vite build --mode chrome` and `vite build --mode firefox`. */
export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome'
  return {
    plugins: [
      preact(),
      withoutInnerHtml,
      crx({ browser, manifest: (browser === 'firefox' ? firefoxManifest : manifest) as ManifestV3Export }),
    ],
    build: {
      outDir: `dist/${browser}`,
      target: browser === 'firefox' ? 'firefox142' : 'chrome123',
      // The files lie beside the page: there is nothing to wait for, and no need of a loader of 900 bytes.
      modulePreload: false,
      reportCompressedSize: false,
      // A worker that Vite builds by itself would bring a second copy of the parser and the codec.
      rolldownOptions: {
        input: { [checkWorker]: 'options/check-worker.ts' },
        output: {
          entryFileNames: ({ name }) => `assets/${name === checkWorker ? '[name]' : '[name]-[hash]'}.js`,
        },
      },
    },
  }
})
