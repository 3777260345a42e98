// `npm run size`: what the packages weigh, and what the popup loads before its first picture. Fails over the budget.
import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { archive } from './archive'
import { readFolder } from './read-folder'

for (const browser of ['chrome', 'firefox']) {
  const built = `dist/${browser}`
  weigh(`${browser}: the popup's JavaScript, gzip`, popupScripts(built), 30)
  weigh(`${browser}: the script in console pages, gzip`, gzipped(join(built, 'assets/marks.js')), 8)
  weigh(`${browser}: the package, zip`, archive(readFolder(built)).length, 300)
}

function weigh(what: string, bytes: number, budget: number): void {
  const excess = bytes > budget * 1000
  console.log(`${what}: ${(bytes / 1000).toFixed(1)} of ${budget} kB${excess ? ', too much' : ''}`)
  if (excess) process.exitCode = 1
}

/** How many bytes the scripts are that the popup's page names: its own, and all that these import at once, each by itself. */
function popupScripts(built: string): number {
  const page = readFileSync(join(built, 'popup/index.html'), 'utf8')
  const paths = new Set([...page.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, path = '']) => path))
  if (paths.size === 0) throw new Error(`${built}/popup/index.html names no script.`)
  let sum = 0
  // What is added while the set is gone through is gone through too.
  for (const path of paths) {
    const script = readFileSync(join(built, path), 'utf8')
    sum += gzipped(join(built, path))
    for (const [, name = ''] of script.matchAll(/(?:from|\bimport)\s*"(\.[^"]+\.js)"/g)) {
      paths.add(posix.join(posix.dirname(path), name))
    }
  }
  return sum
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length
}
