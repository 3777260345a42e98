// `npm test`: checks, unit tests, both builds, checks of the builds, Firefox's linter, and end-to-end tests. It ends with
// the names of what failed; the last line of its output counts the tests.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import {
  type Counts,
  countPlaywright,
  countVitest,
  describeCounts,
  failedInPlaywright,
  failedInVitest,
  noTests,
  sum,
} from './test-counts'

const unit = {
  path: 'output/unit.json',
  count: (json: string) => countVitest(JSON.parse(json)),
  failed: (json: string) => failedInVitest(JSON.parse(json)),
}
/** playwright.config.ts also has this path. */
const endToEnd = {
  path: 'output/e2e.json',
  count: (json: string) => countPlaywright(JSON.parse(json)),
  failed: (json: string) => failedInPlaywright(JSON.parse(json)),
}

const failed: string[] = []
const counts = sum([...stages()])
for (const name of failed) console.log(`Failed: ${name}`)
console.log(`\n${describeCounts(counts)}`)
process.exitCode = counts.failed > 0 ? 1 : 0

function* stages(): Generator<Counts> {
  yield run('check')
  yield run(`test:unit -- --reporter=default --reporter=json --outputFile.json=${unit.path}`, unit)
  const build = run('build')
  yield build
  // Without a build there is nothing to weigh, lint or drive.
  if (build.failed > 0) return
  yield asTest(run('size'))
  yield asTest(run('check:build'))
  yield asTest(run('lint:firefox'))
  yield run('test:e2e', endToEnd)
}

/** Counts a script that succeeded as a passed test. */
function asTest(counts: Counts): Counts {
  return counts.failed > 0 ? counts : { ...counts, passed: 1 }
}

/** Runs a script of package.json. If it fails without a failing test, that counts as one failure. */
function run(script: string, report?: typeof unit): Counts {
  console.log(`\n> ${script}`)
  if (report) rmSync(report.path, { force: true })
  // Needs a shell, because npm is a script on Windows.
  const { status } = spawnSync(`npm run --silent ${script}`, { stdio: 'inherit', shell: true })
  const json = report && existsSync(report.path) ? readFileSync(report.path, 'utf8') : undefined
  const counts = report && json !== undefined ? report.count(json) : noTests
  if (report && json !== undefined) failed.push(...report.failed(json))
  if (status === 0 || counts.failed > 0) return counts
  failed.push(`npm run ${script}`)
  return { ...counts, failed: 1 }
}
