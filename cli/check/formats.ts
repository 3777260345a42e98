import manifest from '../../manifest.json' with { type: 'json' }
import { inert } from '../sentences'
import type { Finding } from './findings'

/** How findings are written. */
export const formats = ['text', 'github', 'json', 'sarif'] as const

export type Format = (typeof formats)[number]

const words = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Returns the findings in a format, with a line end if there is anything. */
export function formatted(findings: readonly Finding[], format: Format): string {
  switch (format) {
    case 'text':
      return findings.map(asText).join('')
    case 'github':
      return findings.map(asGithub).join('')
    case 'json':
      return `${JSON.stringify(findings, undefined, 2)}\n`
    case 'sarif':
      return `${JSON.stringify(asSarif(findings), undefined, 2)}\n`
  }
}

function asText({ path, line, column, severity, message }: Finding): string {
  return `${inert(path)}:${line}:${column}: ${words[severity]}: ${inert(message)}\n`
}

/**
 * Returns a workflow command, which GitHub shows at the line in the pull request. Source: GitHub Docs, “Workflow commands for
 * GitHub Actions”, and the escapes of `actions/toolkit`, `packages/core/src/command.ts`.
 */
function asGithub({ path, line, column, endColumn, severity, message }: Finding): string {
  const properties = { file: path, line, endLine: line, col: column, endColumn, title: 'Rolecall' }
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`)
  return `::${words[severity]} ${written.join(',')}::${escapedData(message)}\n`
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** Returns a log that code scanning reads. Columns count UTF-16 code units. Source: OASIS, SARIF 2.1.0. */
function asSarif(findings: readonly Finding[]): object {
  const kinds = [...new Set(findings.map(({ kind }) => kind))].sort()
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'rolecall-list', version: manifest.version, rules: kinds.map(id => ({ id })) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map(({ path, line, column, endColumn, severity, kind, message }) => ({
          ruleId: kind,
          ruleIndex: kinds.indexOf(kind),
          level: levels[severity],
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(path.replaceAll('\\', '/')) },
                region: { startLine: line, startColumn: column, endLine: line, endColumn },
              },
            },
          ],
        })),
      },
    ],
  }
}
