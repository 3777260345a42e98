import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'

const [one, two] = ['https://example.com/one.ini', 'https://example.com/two.ini']

function settings(text: string): object {
  return parseConfig(text, 'team').settings
}

/** Each diagnostic as `severity kind line:column–endColumn values → fix`. */
function findings(text: string, origin: 'personal' | 'team' = 'team'): readonly string[] {
  return parseConfig(text, origin).diagnostics.map(
    ({ severity, kind, line, column, endColumn, values, fix }) =>
      [
        `${severity} ${kind} ${line}:${column}–${endColumn}`,
        ...values,
        ...(fix ? [`→ ${fix.text}`] : []),
      ].join(' | '),
  )
}

describe('a team’s [rolecall]', () => {
  it.each([
    ['[a]\nregion = eu-west-1', { includes: [] }],
    ['[rolecall]', { includes: [] }],
    [`[rolecall]\ninclude = ${one}`, { includes: [one] }],
    [`[rolecall]\ninclude = ${one}\ninclude = ${two} ; more`, { includes: [one, two] }],
    [`[ROLECALL]\nInclude = ${two}  ${one} ${two}`, { includes: [two, one] }],
    [
      `[rolecall]\ninclude = ${one}\n[a]\ncolor = ff0000\n[rolecall]\ninclude = ${two}`,
      { includes: [one, two] },
    ],
    ['[rolecall]\ninclude = "https://example.com/a;b#c"', { includes: ['https://example.com/a;b'] }],
    ['[rolecall]\ninclude = http://localhost:8080/a', { includes: ['http://localhost:8080/a'] }],
    ['[rolecall]\nrefresh = 5', { includes: [], refresh: 5 }],
    ['[rolecall]\n  "refresh" = "10080" # a week', { includes: [], refresh: 10_080 }],
  ])('%j says %j', (text, said) => {
    expect(settings(text)).toEqual(said)
    expect(findings(text).filter(finding => !finding.includes('missingAccount'))).toEqual([])
  })

  it.each([
    [`[rolecall]\ninclude = ${one} x`, 'warning invalidInclude 2:11–40 | x'],
    ['[rolecall]\ninclude = /a.ini', 'warning invalidInclude 2:11–17 | /a.ini'],
    ['[rolecall]\ninclude = http://example.com/', 'warning invalidInclude 2:11–30 | http://example.com/'],
    ['[rolecall]\nrefresh = 4', 'warning invalidRefresh 2:11–12 | 4'],
    ['[rolecall]\nrefresh = 10081', 'warning invalidRefresh 2:11–16 | 10081'],
    ['[rolecall]\nrefresh = 1h', 'warning invalidRefresh 2:11–13 | 1h'],
    ['[rolecall]\nrefresh = -60', 'warning invalidRefresh 2:11–14 | -60'],
    ['[rolecall]\nrefresh = 60\nrefresh = 30', 'error duplicateKey 3:1–8 | refresh | 2'],
    ['[rolecall]\nrefresh = 60\n[rolecall]\nrefresh = 30', 'error duplicateKey 4:1–8 | refresh | 2'],
    ['[rolecall]\ninclude =', 'warning emptyValue 2:1–8 | include'],
    ['[rolecall]\nrefresh = "60', 'warning invalidRefresh 2:11–14 | "60'],
    ['[rolecall]\nincldue = x', 'warning misspelledKey 2:1–8 | incldue | include | → include'],
    ['[rolecall]\n Color = ff0000', 'warning unknownKey 2:2–7 | Color'],
    ['[rolecall]\noutput = json', 'warning unknownKey 2:1–7 | output'],
    ['[rolecall]\nnonsense', 'warning notKeyValue 2:1–9 | nonsense'],
  ])('%j: %s', (text, finding) => {
    expect(findings(text)).toEqual([finding])
  })

  it('takes the valid settings among invalid ones, and the first of two', () => {
    expect(settings(`[rolecall]\ninclude = x ${one}\nrefresh = 60\nrefresh = 30`)).toEqual({
      includes: [one],
      refresh: 60,
    })
  })

  it('counts as a profile if it names an account', () => {
    expect(findings('[rolecall]\nrole_arn = arn:aws:iam::111122223333:role/A\nmood = x')).toEqual([
      'error reservedName 1:1–11 | rolecall | → [profile rolecall]',
    ])
  })

  it('doesn’t give profiles its keys', () => {
    const text = `[a]\naws_account_id = 111122223333\nrole_name = A\nrefresh = 60\n[rolecall]\nrefresh = 30`
    expect(findings(text)).toEqual(['warning unknownKey 4:1–8 | refresh'])
    expect(settings(text)).toEqual({ includes: [], refresh: 30 })
  })
})

describe('[rolecall] in a personal list', () => {
  it('includes nothing, and reports that', () => {
    const text = `[rolecall]\ninclude = ${one}\nrefresh = 60\nmood = x`
    expect(parseConfig(text).settings).toEqual({ includes: [] })
    expect(findings(text, 'personal')).toEqual([
      'warning onlyInTeam 2:11–38 | include',
      'warning onlyInTeam 3:11–13 | refresh',
      'warning unknownKey 4:1–5 | mood',
    ])
  })
})
