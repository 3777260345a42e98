import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

/** Runs git in this repository, and returns what it prints. */
export function git(...args: readonly string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' })
}

/**
 * Clones a revision into `folder`, which is inside this repository, so that the clone finds node_modules. Returns what `work`
 * returns, and removes the clone.
 * @throws a sentence if there is no such revision.
 */
export function inClone<Result>(folder: string, revision: string, work: () => Result): Result {
  const commit = commitOf(revision)
  rmSync(folder, { recursive: true, force: true })
  try {
    git('clone', '--quiet', '-c', 'core.autocrlf=false', '.', folder)
    git('-C', folder, 'checkout', '--quiet', '--detach', commit)
    return work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function commitOf(revision: string): string {
  try {
    return git('rev-parse', '--quiet', '--verify', `${revision}^{commit}`).trim()
  } catch {
    throw new Error(`Git has no revision “${revision}”.`)
  }
}
