// `npm run size`: what the packages weigh, and what the popup loads before its first picture. Fails over the budget.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { archive } from './archive'
import { readFolder } from './read-folder'

for (const browser of ['chrome', 'firefox']) {
  const built = `dist/${browser}`
  weigh(`${browser}: the popup's JavaScript, gzip`, popupScripts(built), 30)
  weigh(`${browser}: the package, zip`, archive(readFolder(built)).length, 300)
}

function weigh(what: string, bytes: number, budget: number): void {
  const excess = bytes > budget * 1000
  console.log(`${what}: ${(bytes / 1000).toFixed(1)} of ${budget} kB${excess ? ', too much' : ''}`)
  if (excess) process.exitCode = 1
}

/** How many bytes the scripts are that the popup's page names: its own, and all that this imports at once. */
function popupScripts(built: string): number {
  const page = readFileSync(join(built, 'popup/index.html'), 'utf8')
  const paths = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, path = '']) => path)
  if (paths.length === 0) throw new Error(`${built}/popup/index.html names no script.`)
  const sizes = paths.map(path => gzipSync(readFileSync(join(built, path)), { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0)
}
