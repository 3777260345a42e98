import { parseArgs } from 'node:util'
import manifest from '../manifest.json' with { type: 'json' }
import { type CommandRow, commands, type Given } from './commands'
import { helpText } from './help'
import { CommandError, type ExitCode, exitCodes, type Io } from './io'

/** Runs the command line `args`, without the program’s name. Never throws: a failure is a sentence and an exit code. */
export function run(args: readonly string[], io: Io): ExitCode {
  const [name, ...rest] = args
  if (name === '--version') {
    io.out(`${manifest.version}\n`)
    return exitCodes.done
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(helpText(rest[0]))
    return name === undefined ? exitCodes.usage : exitCodes.done
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  try {
    if (!command) {
      throw new CommandError(
        `There is no command “${name}”. It’s one of ${Object.keys(commands).join(', ')}.`,
      )
    }
    if (rest.includes('--help') || rest.includes('-h')) {
      io.out(helpText(name))
      return exitCodes.done
    }
    return command.run(io, readGiven(name, command, rest))
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    io.error(`rolecall-list: ${error.message}\n`)
    return error.exitCode
  }
}

function readGiven(
  name: string,
  { options, count: [least, most], operands: named }: CommandRow,
  args: readonly string[],
): Given {
  const { values, positionals } = parse(name, options, args)
  if (positionals.length < least || positionals.length > most) {
    const given = positionals.length === 1 ? '1 was' : `${positionals.length} were`
    throw new CommandError(`${name} needs ${named}, but ${given} given.`)
  }
  const given = Object.entries(values)
  return {
    operands: positionals,
    flags: new Set(given.flatMap(([name, value]) => (value === true ? [name] : []))),
    values: new Map(
      given.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.map(String)]] : [])),
    ),
  }
}

function parse(name: string, options: CommandRow['options'], args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(options).map(([option, { value }]) => [
          option,
          value === undefined ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
        ]),
      ),
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    // After this, Node explains how to give a file whose name starts with a hyphen.
    const [, unknown] = /^Unknown option '(.*?)'\. /.exec(message) ?? []
    const why = unknown === undefined ? message : `There is no option ${unknown}.`
    throw new CommandError(`${why} See rolecall-list ${name} --help.`)
  }
}
