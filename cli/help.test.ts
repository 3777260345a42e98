import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rolecallList } from '../testing/command-line'
import { commands } from './commands'
import { exitMeanings, helpText, optionText } from './help'
import { exitCodes } from './io'

const page = readFileSync('docs/rolecall-list.md', 'utf8')
const sections = new Map(
  page.split(/^## /m).map(section => [section.slice(0, section.indexOf('\n')), section] as const),
)

/** Returns the rows of a section’s last table with these headings. */
function rowsUnder(heading: string, first: string): readonly string[] {
  const [, table = ''] = (sections.get(heading) ?? '').split(
    new RegExp(`^\\| ${first} \\|.*\\n\\|[ -|]+\\n`, 'm'),
  )
  return /^(?:\|.*\n)*/.exec(table)?.[0].split('\n').slice(0, -1) ?? []
}

describe.each(Object.entries(commands))('%s', (name, { summary, options }) => {
  it('has a section with its summary and exactly its options', () => {
    expect(sections.get(name)).toContain(summary)
    const rows = Object.entries(options).map(([option, row]) => {
      const cell = optionText(option, row).replaceAll('|', '\\|')
      return `| \`${cell}\` | ${row.help}${row.isList ? ' Can be given several times.' : ''} |`
    })
    expect(rowsUnder(name, 'option')).toEqual(rows)
  })

  it('explains itself, with each option, in lines that fit a terminal', () => {
    const { code, out } = rolecallList([name, '--help'])
    expect(code).toBe(0)
    for (const [option, row] of Object.entries(options))
      expect(out).toContain(`  ${optionText(option, row)}\n`)
    expect(out.split('\n').filter(line => line.length > 100)).toEqual([])
    expect(rolecallList(['help', name]).out).toBe(out)
  })

  it('refuses an option that it doesn’t have', () => {
    expect(rolecallList([name, '--no-such-option'])).toMatchObject({ code: 2, out: '' })
  })
})

it('has a section for each command, and no others but those of the help', () => {
  const names = [...sections.keys()].slice(1)
  expect(names).toEqual([...Object.keys(commands), 'Exit codes'])
})

it('documents exactly the exit codes that the help has', () => {
  const rows = Object.entries(exitCodes).map(
    ([meaning, code]) => `| ${code} | ${exitMeanings[meaning as keyof typeof exitMeanings]} |`,
  )
  expect(rowsUnder('Exit codes', 'code')).toEqual(rows)
  const help = helpText().replace(/\s+/g, ' ')
  for (const [meaning, code] of Object.entries(exitCodes)) {
    expect(help).toContain(`${code} ${exitMeanings[meaning as keyof typeof exitMeanings]}`)
  }
})

it.each([
  [[], 2, 'Usage: '],
  [['--help'], 0, 'Usage: '],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/],
])('answers %j', (args, code, out) => {
  const run = rolecallList(args)
  expect(run.code).toBe(code)
  expect(run.out).toMatch(out)
})

it.each(['nonsense', '__proto__', 'constructor'])('knows no command %s', name => {
  expect(rolecallList([name])).toMatchObject({
    code: 2,
    out: '',
    error: expect.stringContaining('There is no command'),
  })
})
