import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { wholeValue } from './comments'
import { decode } from './value'

const role = 'role_arn = arn:aws:iam::111122223333:role/Admin\n'
const base = 'aws_account_id = 444455556666\n'

function findings(text: string): readonly string[] {
  return parseConfig(text).diagnostics.map(({ kind, values, fix }) =>
    [kind, ...values, ...(fix ? [`→ ${fix.text}`] : [])].join(' '),
  )
}

/** Applies the text's first fix. */
function fixed(text: string): string {
  const found = parseConfig(text).diagnostics.find(({ fix }) => fix)
  const lines = text.split('\n')
  const line = lines[(found?.line ?? 0) - 1]
  if (!found?.fix || line === undefined) return text
  lines[found.line - 1] = line.slice(0, found.column - 1) + found.fix.text + line.slice(found.endColumn - 1)
  return lines.join('\n')
}

describe('text cut off by # or ;', () => {
  it.each([
    ['group = Team #5', ['cutOff #5 group → "Team #5"']],
    ['group = #5', ['cutOff #5 group → "#5"']],
    ['description = OPS#123', ['cutOff #123 description → "OPS#123"']],
    ['description = OPS#123 # a note', ['cutOff #123 description → "OPS#123"']],
    ['description = first; then second', ['cutOff ; then second description → "first; then second"']],
    ['description = say "x"#1', ['cutOff #1 description → "say \\"x\\"#1"']],
    ['image = https://example.com/a.png;v=2', ['cutOff ;v=2 image → "https://example.com/a.png;v=2"']],
    ['match = */cloudwatch/home#logs*', ['cutOff #logs* match → "*/cloudwatch/home#logs*"']],
  ])('%s: is reported, with quotes as the fix', (line, expected) => {
    const text = `[a]\n${role}${line}`
    expect(findings(text)).toEqual(expected)
    expect(findings(fixed(text))).toEqual([])
  })

  it.each([
    'group = Team # five',
    'group = Team ; five',
    'group = Team #',
    'group = Team ## five',
    'group = "Team #5" # five',
    'color = #ff8800 #orange',
    'region = eu-west-1 #Ireland',
    'image = data:image/png;base64,iVBORw0KGgo= ;note',
  ])('%s: is a comment, or has no meaning', line => {
    expect(findings(`[a]\n${role}${line}`)).toEqual([])
  })

  it.each([
    ['source_profile = team#1', `[team#1]\n${base}`],
    ['source_profile = team #1', `[team #1]\n${base}`],
    ['include_profile = team#1', '[team#1]\ngroup = g\n'],
    ['parent_profile = team;1', '[team;1]\ngroup = g\n'],
  ])('%s: names the section once it’s quoted', (line, section) => {
    const text = `[a]\n${role}${line}\n${section}`
    const name = line.slice(line.indexOf('team'))
    expect(findings(text)).toContain(`cutOff ${name.slice(4).trim()} ${line.split(' ')[0]} → "${name}"`)
    expect(findings(fixed(text))).toEqual([])
  })

  it('is also reported next to a session', () => {
    const text = `[sso-session team#1]\nsso_start_url = https://example.awsapps.com/start\n[a]\nsso_session = team#1
sso_account_id = 111122223333\nsso_role_name = A`
    expect(findings(text)).toEqual(['cutOff #1 sso_session → "team#1"'])
    expect(findings(fixed(text))).toEqual([])
  })

  it('is complete again in quotes, whatever the text', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][ -~]{0,20}$/), text => {
        const line = `description = ${text.trim()}`
        const config = parseConfig(`[a]\n${role}${line}`)
        const cut = config.diagnostics.find(({ kind }) => kind === 'cutOff')
        if (!cut?.fix) return
        const whole = wholeValue(line, 13, config.profiles[0]?.description ?? '')
        expect(decode(cut.fix.text)).toBe(whole)
        expect(parseConfig(`[a]\n${role}description = ${cut.fix.text}`)).toMatchObject({
          profiles: [{ description: whole }],
          diagnostics: [],
        })
      }),
      { numRuns: 2000 },
    )
  })
})

describe('key: value', () => {
  it.each([
    ['description: a = b', 'description = a = b'],
    ['description : a = b', 'description = a = b'],
    ['role_arn: arn:aws:iam::111122223333:role/a=b', 'role_arn = arn:aws:iam::111122223333:role/a=b'],
    ['image: https://example.com/?a=b', 'image = https://example.com/?a=b'],
    ['Region: eu-west-1', 'Region = eu-west-1'],
    ['output: json', 'output = json'],
    ['external_id: a=b', 'external_id = a=b'],
  ])('%s has the fix %s', (line, fix) => {
    expect(findings(`[a]\naws_account_id = 111122223333\nrole_name = a=b\n${line}`)).toContain(
      `notKeyValue ${line} → ${fix}`,
    )
  })
})

describe('a section’s name with something before it in the header', () => {
  const session = '[sso-session work]\nsso_start_url = https://example.awsapps.com/start\n'
  const portal = 'sso_account_id = 111122223333\nsso_role_name = A\n'
  it.each([
    [
      `[base]\n${base}[a]\n${role}source_profile = profile base`,
      'misspelledSource profile base base 1 → base',
    ],
    [`[base]\n${base}[a]\n${role}source_profile = [base]`, 'misspelledSource [base] base 1 → base'],
    [
      `[base]\n${base}[a]\n${role}source_profile = [profile base]`,
      'misspelledSource [profile base] base 1 → base',
    ],
    [
      `[base]\n${base}[a]\n${role}source_profile = Profile  bsae`,
      'misspelledSource Profile  bsae base 1 → base',
    ],
    [
      `["a b"]\n${base}[a]\n${role}source_profile = profile "a b"`,
      'misspelledSource profile "a b" a b 1 → a b',
    ],
    [`[x]\ngroup = g\n[a]\n${role}include_profile = profile x`, 'misspelledInclude profile x x → x'],
    [`[x]\ngroup = g\n[a]\n${role}parent_profile = [profile x]`, 'misspelledInclude [profile x] x → x'],
    [
      `${session}[a]\n${portal}sso_session = sso-session work`,
      'misspelledSession sso-session work work 1 → work',
    ],
    [
      `${session}[a]\n${portal}sso_session = [sso-session work]`,
      'misspelledSession [sso-session work] work 1 → work',
    ],
  ])('%j: %s', (text, finding) => {
    expect(findings(text)).toContain(finding)
    expect(findings(fixed(text))).toEqual([])
  })

  it('is a normal name if there is such a section', () => {
    expect(findings(`[profile profile base]\n${base}[a]\n${role}source_profile = profile base`)).toEqual([])
  })
})

describe('a base account of ~/.aws/config', () => {
  it('may name a source and no role', () => {
    const text = `[login]\n${base}[work]\naws_account_id = 111122223333\nsource_profile = login\n`
    expect(findings(`${text}output = json`)).toEqual([])
    expect(findings(`${text}; aws_access_key_id removed`)).toEqual([])
    expect(findings(text)).toEqual(['noRole work login'])
  })
})
