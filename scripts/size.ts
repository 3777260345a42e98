// `npm run size` prints the size of the packages, and of what the popup loads before it's shown. Fails if one is over
// its budget. `npm run size -- main` also builds that revision, and prints what has changed since.
import { execSync } from 'node:child_process'
import { inClone } from './in-clone'
import { weigh } from './weigh'

const browsers = ['chrome', 'firefox'] as const
const [revision] = process.argv.slice(2)
const before = revision === undefined ? undefined : weighRevision(revision)

for (const browser of browsers) {
  for (const { what, bytes, budget } of weigh(`dist/${browser}`)) {
    const excess = bytes > budget
    const previous = before?.get(`${browser}: ${what}`)
    const change = previous === undefined ? '' : `, ${difference(bytes - previous)} since ${revision}`
    console.log(
      `${browser}: ${what}: ${kilobytes(bytes)} of ${budget / 1000} kB${change}${excess ? ', too much' : ''}`,
    )
    if (excess) process.exitCode = 1
  }
}

/** Returns the sizes of a revision's builds, in bytes. */
function weighRevision(revision: string): ReadonlyMap<string, number> {
  const folder = 'output/size'
  return inClone(folder, revision, () => {
    execSync('npm run --silent build', { cwd: folder, stdio: 'pipe' })
    return new Map(
      browsers.flatMap(browser =>
        weigh(`${folder}/dist/${browser}`).map(({ what, bytes }) => [`${browser}: ${what}`, bytes] as const),
      ),
    )
  })
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1)
}

function difference(bytes: number): string {
  return bytes === 0 ? 'no change' : `${bytes > 0 ? '+' : '−'}${Math.abs(bytes)} B`
}
