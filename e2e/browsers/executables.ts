import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { BrowserName } from './driver'

const known = {
  chromium: {
    variable: 'ROLECALL_CHROMIUM',
    // Google's own Chrome isn't among them: it no longer takes --load-extension.
    commands: ['chromium', 'chromium-browser'],
    install: 'apt-get install chromium',
  },
  firefox: {
    variable: 'ROLECALL_FIREFOX',
    commands: ['firefox-esr', 'firefox'],
    install: 'apt-get install firefox-esr',
  },
} as const

const usualFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin']

type Environment = Readonly<Record<string, string | undefined>>

/**
 * The path of the browser to drive: that of ROLECALL_CHROMIUM or ROLECALL_FIREFOX, else the first found on the
 * PATH and in the usual folders. Throws one sentence on what to do where there is none.
 */
export function findExecutable(
  browser: BrowserName,
  environment: Environment = process.env,
  isExecutable: (path: string) => boolean = canExecute,
): string {
  const { variable, commands, install } = known[browser]
  const chosen = environment[variable]
  if (chosen) {
    if (isExecutable(chosen)) return chosen
    throw new Error(`${variable} names ${chosen}, which is not an executable file.`)
  }
  const folders = [...(environment.PATH ?? '').split(delimiter).filter(Boolean), ...usualFolders]
  for (const command of commands) {
    const found = folders.map(folder => join(folder, command)).find(isExecutable)
    if (found) return found
  }
  const tried = commands.join(' or ')
  throw new Error(`No ${tried} was found: run "${install}" or set ${variable} to the path of one.`)
}

function canExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
