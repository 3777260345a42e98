// `npm run check:build` checks the built packages, libraries included: nothing turns text into markup or code, and
// licenses are included. Code that runs without the extension API must not load the polyfill, which throws without it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findMarkup } from './find-markup'
import { licensesFile } from './licenses'
import { readFolder } from './read-folder'
import { loadedWith } from './weigh'

/** The polyfill's own error, which is in no other script. */
const polyfill = /should only be loaded in a browser extension/
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))

for (const browser of ['chrome', 'firefox']) {
  const folder = join('dist', browser)
  const scripts = [...readFolder(folder).keys()].filter(path => path.endsWith('.js'))
  if (scripts.length === 0) fail(`${folder} has no scripts: build them first.`)
  for (const path of scripts) {
    for (const found of findMarkup(readFileSync(join(folder, path), 'utf8'))) {
      fail(`${folder}/${path} ${found}.`)
    }
  }
  for (const path of loadedWith(folder, ['assets/worker.js', 'assets/marks.js', 'assets/link-loaded.js'])) {
    if (polyfill.test(readFileSync(join(folder, path), 'utf8')))
      fail(`${folder}/${path} loads the extension API.`)
  }
  if (!scripts.some(path => polyfill.test(readFileSync(join(folder, path), 'utf8')))) {
    fail(`${folder} has no polyfill that can be recognized.`)
  }
  const licenses = readFileSync(join(folder, licensesFile), 'utf8')
  for (const name of Object.keys(dependencies)) {
    if (!licenses.includes(`${name} `)) fail(`${folder}/${licensesFile} doesn’t name ${name}.`)
  }
  console.log(
    `${browser}: none of the ${scripts.length} scripts turns text into markup or code; ${licensesFile} is complete.`,
  )
}

function fail(why: string): void {
  console.error(why)
  process.exitCode = 1
}
