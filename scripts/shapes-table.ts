// `npx tsx scripts/shapes-table.ts` writes the tables of shapes into docs/console.md and docs/portal.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type PortalRow, portalShapes } from '../testing/demo-console/portal-shapes'
import { type Expected, type ShapeRow, shapes } from '../testing/demo-console/shapes'

/** Each page with its tables. */
const shapesPages = {
  'docs/console.md': consoleTables,
  'docs/portal.md': portalTables,
} as const

type ShapesPage = keyof typeof shapesPages
const [start, end] = ['<!-- shapes: written by scripts/shapes-table.ts -->', '<!-- end of shapes -->']

/** Returns the text of a page with its current tables of shapes, between its two comments. */
export function withShapes(path: ShapesPage, text: string): string {
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${path} lacks the comments that enclose the tables.`)
  return `${text.slice(0, from)}${start}\n\n${shapesPages[path]()}\n${text.slice(to)}`
}

function portalTables(): string {
  const groups = Object.entries(portalShapes).map(([group, rows]) =>
    [
      `### Portals: ${group.toLowerCase()}`,
      '',
      '| a portal that … | simulated as | Rolecall finds | grade | source |',
      '| --- | --- | --- | --- | --- |',
      ...rows.map(row => `| ${portalCells(row).join(' | ')} |`),
      '',
    ].join('\n'),
  )
  return groups.join('\n')
}

function portalCells({ name, at, portal, finds, ends, grade, source }: PortalRow): readonly string[] {
  const { shape, accounts, applications, ...others } = portal ?? {}
  const facts = { at, ...others, ...shape }
  const played = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} \`${plain(value)}\``)
  if (accounts !== undefined) played.push('its own accounts')
  return [name, played.join(', ') || 'the default', portalFinds(finds, ends), grade, source]
}

function portalFinds(finds: PortalRow['finds'], ends: PortalRow['ends'] | undefined): string {
  const what: string = { all: 'everything', part: 'a part', nothing: 'no account' }[finds]
  if (ends === undefined) return what
  const how = {
    'signed-out': 'that the user is signed out',
    expired: 'that the sign-in has ended',
    changed: 'that it doesn’t understand the portal',
    incomplete: 'what is missing',
  }[ends]
  return `${what}, and says ${how}`
}

function consoleTables(): string {
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
  for (const path of Object.keys(shapesPages) as readonly ShapesPage[])
    writeFileSync(path, withShapes(path, readFileSync(path, 'utf8')))
}
