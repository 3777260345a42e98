import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseConfig } from './parse-config'

describe('the files of the AWS CLI', () => {
  const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

  it('~/.aws/config has no messages', () => {
    const { profiles, diagnostics } = parseConfig(read('aws-config.ini'))
    // Except what the console can't do.
    expect(diagnostics.map(({ kind, values }) => [kind, ...values])).toEqual([['externalId', 'prod-admin']])
    expect(profiles.map(({ name }) => name)).toEqual(
      'default developer legacy-sso prod-admin through-portal on-instance in-cluster vaulted common staging-admin old-style tuned signed-in'.split(
        ' ',
      ),
    )
  })

  it('~/.aws/credentials has only a notice about its access keys, which aren’t stored', () => {
    const config = parseConfig(read('aws-credentials.ini'))
    expect(config.profiles.map(({ name }) => name)).toEqual(['default', 'staging'])
    expect(config.diagnostics).toEqual([
      { severity: 'warning', kind: 'accessKeys', values: ['2–3, 6–8'], line: 2, column: 1, endColumn: 41 },
    ])
    expect(JSON.stringify(config)).not.toContain('EXAMPLE')
  })

  it('the example has no messages', () => {
    const text = readFileSync(new URL('../../../examples/rolecall.ini', import.meta.url), 'utf8')
    expect(parseConfig(text).diagnostics).toEqual([])
  })
})
