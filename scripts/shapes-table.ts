// `npx tsx scripts/shapes-table.ts` writes the tables of shapes into docs/console.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Expected, type ShapeRow, shapes } from '../testing/demo-console/shapes'

export const shapesPage = 'docs/console.md'
const [start, end] = ['<!-- shapes: written by scripts/shapes-table.ts -->', '<!-- end of shapes -->']

/** Returns the page with the current tables of shapes, between its two comments. */
export function withShapes(page: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${shapesPage} lacks the comments that enclose the tables.`)
  return `${page.slice(0, from)}${start}\n\n${tables()}\n${page.slice(to)}`
}

function tables(): string {
  const groups = Object.entries(shapes).map(([group, rows]) =>
    [
      `### ${group}`,
      '',
      '| a page that … | modes | simulated as | the user gets | grade | source |',
      '| --- | --- | --- | --- | --- | --- |',
      ...rows.map(row => `| ${cells(row).join(' | ')} |`),
      '',
    ].join('\n'),
  )
  const peer = Object.values(shapes)
    .flat()
    .filter(row => row.peer)
    .map(({ name, peer }) => `- A page that ${name}: ${peer}.`)
  return [
    ...groups,
    '### Where AWS Extend Switch Roles 6.1 doesn’t switch',
    '',
    'We ran its release 6.1.0 against every row in Chromium on 2026-11-28. It switches on all rows that aren’t listed here, except those that refuse on purpose. The reasons come from its source.',
    '',
    ...peer,
    '',
  ].join('\n')
}

function cells(row: ShapeRow): readonly string[] {
  return [row.name, row.modes.join(', '), playedAs(row), gets(row), row.grade, row.source]
}

function playedAs({ partition, landing, roleRegion, shape, page, answer, from }: ShapeRow): string {
  const facts = { partition, ...landing, roleRegion, from, ...shape, ...page, answer: answer?.kind }
  const named = Object.entries(facts).filter(([, value]) => value !== undefined)
  return named.length === 0
    ? 'the default'
    : named.map(([name, value]) => `${name} \`${plain(value)}\``).join(', ')
}

function plain(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.replaceAll('"', '').replaceAll('|', '\\|')
}

function gets({ expected = 'switched' }: ShapeRow): string {
  if (typeof expected !== 'object' || !('classic' in expected)) return getsOne(expected)
  return `classic: ${getsOne(expected.classic)}; multi-session: ${getsOne(expected['multi-session'])}`
}

function getsOne(expected: Expected): string {
  if (expected === 'switched') return 'the role'
  if (expected === 'own form') return 'AWS’s own form, filled in'
  if (expected === 'another host') return 'another sign-in host, then the role'
  return 'says' in expected ? `a message with “${expected.says}”` : 'AWS’s own page with the reason'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(shapesPage, withShapes(readFileSync(shapesPage, 'utf8')))
}
