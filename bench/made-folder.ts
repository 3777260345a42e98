import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of an extension that is made for a measurement. */
export interface MadeFolder {
  readonly folder: string
  remove(): void
}

/** Returns a folder that doesn't exist yet, and can be made or copied to. */
export function newFolder(): MadeFolder {
  const parent = mkdtempSync(join(tmpdir(), 'rolecall-bench-'))
  return { folder: join(parent, 'extension'), remove: () => rmSync(parent, { recursive: true, force: true }) }
}

/** Names a script of the extension before all others in one of its pages. */
export function nameFirst(page: string, script: string): void {
  const text = readFileSync(page, 'utf8')
  const changed = text.replace(
    /<head>|<meta charset=[^>]*>/i,
    start => `${start}<script src="${script}"></script>`,
  )
  if (changed === text) throw new Error(`${page} has no head to put the bench's script in.`)
  writeFileSync(page, changed)
}
