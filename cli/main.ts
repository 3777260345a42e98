import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { CommandError } from './io'
import { run } from './run'

// A reader may have seen enough, as in `rolecall-list check … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = run(process.argv.slice(2), {
  stdin: () => readFileSync(0, 'utf8'),
  read: path => readFileSync(path, 'utf8'),
  list: path =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path).sort() : undefined,
  write(path, text) {
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    } catch (error) {
      throw new CommandError(`Can’t write ${path}. ${error instanceof Error ? error.message : String(error)}`)
    }
  },
  remove: path => rmSync(path),
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
})
