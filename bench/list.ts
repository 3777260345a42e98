// `npm run bench:list` measures how long the built rolecall-list takes to make and check the lists of invented
// organizations, from the start of Node to its end. `-- 20000` measures one with this many accounts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { organizationOutputs } from '../testing/generators/organization'
import { median } from '../testing/median'

const program = resolve('dist/list/rolecall-list.mjs')
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [200, 1_000, 5_000]
const runs = 5

const folder = mkdtempSync(join(tmpdir(), 'rolecall-bench-'))
try {
  for (const count of counts) {
    const { accounts, units, tags, assignments, permissionSets } = organizationOutputs(count)
    const files = { accounts, units, tags, assignments, permissionSets }
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.json`), text)
    const plain = ['make', 'accounts.json', 'units.json', 'tags.json', '--out', 'plain.ini']
    const portal = [
      '--portal',
      'https://example.awsapps.com/start',
      '--sso-region',
      'eu-west-1',
      '--out',
      'portal.ini',
    ]
    const made = ['make', ...Object.keys(files).map(name => `${name}.json`), ...portal]
    console.log(
      `${count} accounts: make ${time(plain)} ms, make with two permission sets each ${time(made)} ms, ` +
        `check ${time(['check', 'portal.ini'])} ms`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Returns the median of some runs, in milliseconds. */
function time(args: readonly string[]): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
    return performance.now() - start
  })
  return Math.round(median(times))
}
