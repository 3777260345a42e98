import { commands, type OptionRow } from './commands'
import { exitCodes } from './io'

/** What each exit code means. */
export const exitMeanings: Readonly<Record<keyof typeof exitCodes, string>> = {
  done: 'It’s done. With check: there is no error.',
  failed:
    'The list has errors (with --strict, also warnings), the lists differ (with --exit-code), or the files can’t be used.',
  usage: 'An option is wrong, or a file can’t be read or written.',
}

const width = 100

/** Returns the help for one command; without its name, for all of them. */
export function helpText(name?: string): string {
  const command = name === undefined ? undefined : commands[name]
  return command === undefined || name === undefined ? overview() : commandHelp(name)
}

function overview(): string {
  const names = Object.keys(commands)
  const widest = Math.max(...names.map(({ length }) => length))
  return [
    'rolecall-list makes and checks the role lists of the browser extension Rolecall.',
    'It reads files and standard input (-), and needs neither credentials nor a network.',
    '',
    'Usage: rolecall-list <command> [option …] [file …]',
    '',
    ...Object.entries(commands).flatMap(([name, { summary }]) =>
      wrapped(`  ${name.padEnd(widest)}  `, summary),
    ),
    '',
    'rolecall-list <command> --help shows a command’s options; --version shows the version.',
    '',
    'Exit codes:',
    ...Object.entries(exitCodes).flatMap(([meaning, code]) =>
      wrapped(`  ${code}  `, exitMeanings[meaning as keyof typeof exitMeanings]),
    ),
    '',
  ].join('\n')
}

function commandHelp(name: string): string {
  const { summary, operands, options } = commands[name] ?? { summary: '', operands: '', options: {} }
  return [
    summary,
    '',
    `Usage: rolecall-list ${name} [option …] ${operands}`,
    '',
    ...Object.entries(options).flatMap(([option, row]) => [
      `  ${optionText(option, row)}`,
      ...wrapped('      ', `${row.help}${row.isList ? ' Can be given several times.' : ''}`),
    ]),
    '',
  ].join('\n')
}

/** Returns `--role <name>`. */
export function optionText(name: string, { value }: OptionRow): string {
  return value === undefined ? `--${name}` : `--${name} <${value}>`
}

/** Breaks a text into lines, the first after `start` and the others below it. */
function wrapped(start: string, text: string): readonly string[] {
  const lines = [start]
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    const isEmpty = last.trim() === '' || last === start
    if (!isEmpty && last.length + 1 + word.length > width) lines.push(' '.repeat(start.length) + word)
    else lines[lines.length - 1] = isEmpty ? last + word : `${last} ${word}`
  }
  return lines
}
