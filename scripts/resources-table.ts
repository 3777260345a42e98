// `npx tsx scripts/resources-table.ts` writes the table of docs/resources.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { resourceRows, sources } from '../src/aws/resources/resource-rows'

export const resourcesPage = 'docs/resources.md'
const mark = '<!-- rows: written by scripts/resources-table.ts -->\n'

/** Returns the document's text with the current rows and sources. */
export function withResources(text: string): string {
  const [before = ''] = text.split(mark)
  const rows = resourceRows.map(
    ({ service, resource, page, grade, source, read }) =>
      `| \`${service}:…:${resource}\` | \`${page}\` | ${grade} | ${source} | ${read} |`,
  )
  return [
    `${before}${mark}`,
    '| ARN | page | grade | sources | read |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '| source | what it is |',
    '| --- | --- |',
    ...Object.entries(sources).map(([name, what]) => `| ${name} | ${what} |`),
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(resourcesPage, withResources(readFileSync(resourcesPage, 'utf8')))
}
