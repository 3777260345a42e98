import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addProfile, editProfile } from '../config/edit/edit-profile'
import { emptyForm } from '../config/edit/role-form'
import { readAccounts } from '../config/exchange/accounts/read-accounts'
import { accountsText } from '../config/exchange/organization-accounts'
import { toAwsConfig } from '../config/exchange/to-aws-config'
import { hostileText } from '../config/fixtures/hostile-text'
import { keys } from '../config/parse/keys'
import { meantLine, meantValue, valueKinds } from '../config/parse/meant'
import { readLine } from '../config/parse/read-line'
import { readHeader, writeHeader } from '../config/parse/section-header'
import { decode, encode, quote } from '../config/parse/value'
import { parseConfig } from '../config/resolve/parse-config'
import { parseTogether } from '../config/resolve/parse-together'
import { targetRoles } from '../config/resolve/target-roles'
import { asOneLine, isBreaking, maxLineLength, oneLine } from './one-line'

/** Everything that any tool takes for a line end, and every other control character. */
const lineEnds = /[\p{Cc}\u2028\u2029]/u
const runs = { numRuns: 2000 }

describe('oneLine', () => {
  it.each([
    ['a line feed', 'a\nb'],
    ['a carriage return', 'a\rb'],
    ['a vertical tab', 'a\vb'],
    ['a form feed', 'a\fb'],
    ['a next line', 'a\u0085b'],
    ['a line separator', 'a\u2028b'],
    ['a paragraph separator', 'a\u2029b'],
    ['a NUL', 'a\0b'],
    ['a tab', 'a\tb'],
    ['an escape', 'a\u001b[31mb'],
    ['a delete', 'a\u007fb'],
    ['a C1 control', 'a\u009bb'],
    ['the first half of a pair', 'a\ud83d'],
    ['the second half of a pair', '\ude00b'],
    ['too many characters', 'a'.repeat(maxLineLength + 1)],
  ])('rejects %s', (_, text) => {
    expect(oneLine(text)).toBeUndefined()
    expect(oneLine(asOneLine(text))).toBe(asOneLine(text))
  })

  it.each(['', 'a', ' a ', '本番', '😀', '"a"', "it's", 'a;b#c', '[x]', 'a = b', '\u202eabc'])(
    'accepts %j as it is',
    text => {
      expect(oneLine(text)).toBe(text)
    },
  )

  it('makes anything one line', () => {
    fc.assert(
      fc.property(hostileText, text => {
        const plain = asOneLine(text)
        expect(oneLine(plain)).toBe(plain)
        expect(plain).not.toMatch(lineEnds)
      }),
      runs,
    )
  })
})

describe('a written value', () => {
  it('is one line for every text, and reads back as the text', () => {
    fc.assert(
      fc.property(hostileText, text => {
        for (const written of [encode(text), quote(text)]) {
          expect(isBreaking(written)).toBe(false)
          expect(decode(written)).toBe(text)
        }
      }),
      runs,
    )
  })

  it('reads back if it ends with what looks like a backslash', () => {
    for (const text of ['\u0000＼', 'a＼', '﹨']) {
      const line = readLine(`aws_account_id = ${encode(text)}`)
      expect(line.kind === 'pair' && line.value).toBe(text)
    }
  })

  it('reads back if it holds what looks like a double quote', () => {
    for (const text of ['\u0000»\u0000', 'a“b” # c', '\u0000＼"']) {
      const line = readLine(`aws_account_id = ${encode(text)}`)
      expect(line.kind === 'pair' && line.value).toBe(text)
    }
  })

  it('reads back as the text of any key', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...keys.keys()), (text, key) => {
        const line = readLine(`${key} = ${encode(text)}`)
        if (line.kind !== 'pair') throw new Error(line.kind)
        expect(line.key).toBe(key)
        // If only plain signs are valid, look-alikes are read as them.
        const isText = ['text', 'name'].includes(valueKinds[key] ?? '')
        expect(isText ? [text] : [text, meantValue(key, text)]).toContain(line.value)
      }),
      runs,
    )
  })

  it('is one header for every name, and reads back as the name', () => {
    fc.assert(
      fc.property(hostileText, fc.boolean(), (name, marked) => {
        fc.pre(name !== '')
        const header = writeHeader(name, marked)
        expect(isBreaking(header)).toBe(false)
        const read = readHeader(meantLine(header)?.text ?? header)
        expect(read).toMatchObject({ name, closed: true, rest: '' })
        expect(readLine(`  ${header} # comment`)).toMatchObject({ kind: 'header', name })
      }),
      runs,
    )
  })
})

describe('a parsed list', () => {
  it('has no value of more than one line', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('personal', 'team'),
        hostileText,
        hostileSection(),
        (origin, name, section) => {
          const text = `[${quote(name)}]\n${section}`
          for (const profile of parseConfig(text, origin).profiles) {
            for (const value of strings(profile)) expect(oneLine(value, 90_000), value).toBe(value)
          }
        },
      ),
      runs,
    )
  })

  it.each([...keys.keys()])('reports a line break in %s', key => {
    const text = `[a]\naws_account_id = 111122223333\nrole_name = R\n[b]\n${key} = "x\\n[profile y]"`
    const found = parseConfig(text).diagnostics.filter(({ line }) => line === 5)
    expect(found.map(({ kind }) => kind)).toEqual([
      keys.get(key)?.essential ? 'notOneLineEssential' : 'notOneLine',
    ])
    expect(found[0]?.fix?.text).toBe('x [profile y]')
  })

  it('reports one in a section’s name, and suggests a valid name', () => {
    const role = 'aws_account_id = 111122223333\nrole_name = R\n'
    for (const header of ['["a\\nb"]', '[profile "a\\u2028b"]', '[a\u0085b]', '["a\\nb"', '["\\n"]']) {
      const { profiles, diagnostics } = parseConfig(`${header}\n${role}`)
      expect(profiles).toEqual([])
      expect(diagnostics.map(({ kind }) => kind)).toEqual(['notOneLineName'])
      for (const { fix } of diagnostics) {
        if (fix) expect(parseConfig(`${fix.text}\n${role}`).profiles[0]?.name).toBe('a b')
      }
    }
  })

  it('offers no fix of more than a line', () => {
    fc.assert(
      fc.property(hostileText, hostileSection(), (name, section) => {
        const text = `[${quote(name)}\n${section}[${quote(`${name}x`)}]\n${section}`
        for (const { fix } of parseConfig(text).diagnostics) expect(fix?.text ?? '').not.toMatch(lineEnds)
      }),
      runs,
    )
  })
})

describe('a text written from others’ values', () => {
  it('has exactly the intended sections, in an export', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (name, source, region) => {
        const text = `[${quote(source)}]\naws_account_id = 111122223333\ntarget_region = ${encode(region)}
[${quote(`${name} x`)}]\nsource_profile = ${encode(source)}\naws_account_id = 444455556666\nrole_name = R\nregion = ${encode(region)}\n`
        const { profiles } = parseTogether('', [text])
        const exported = toAwsConfig(targetRoles(profiles), profiles)
        const lines = exported.text.split(lineEnds).filter(Boolean)
        const headers = lines.filter(line => !/^(?:role_arn|source_profile|region) = /.test(line))
        expect(headers).toHaveLength(exported.count)
        for (const header of headers) expect(header).toMatch(/^\[.*\]$/)
      }),
      runs,
    )
  })

  it('is one section in the user’s list, through the form', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (name, source, group) => {
        fc.pre(name.trim() !== '')
        const form = {
          ...emptyForm,
          name,
          sourceProfile: source,
          group,
          account: '111122223333',
          roleName: 'R',
        }
        const mine = '[mine]\naws_account_id = 111122223333\nrole_name = Mine\ngroup = g\n'
        const { text } = addProfile(mine, form)
        expect(sectionsIn(text)).toBe(2)
        const edited =
          editProfile(text, { ...emptyForm, name: 'mine' }, { ...form, name: 'yours' })?.text ?? ''
        expect(sectionsIn(edited)).toBe(2)
      }),
      runs,
    )
  })

  it('has one section for each account of an organization', () => {
    fc.assert(
      fc.property(
        fc.array(hostileText, { maxLength: 4 }),
        hostileText,
        hostileText,
        (names, role, source) => {
          const list = names.map((Name, index) => ({ Id: `11112222333${index}`, Name, State: 'ACTIVE' }))
          const read = readAccounts(JSON.stringify({ Accounts: list }))
          const accounts = read?.kind === 'accounts' ? read.accounts : []
          const text = accountsText(accounts, { roleName: role, sourceProfile: source, colors: 'by-name' })
          expect(sectionsIn(text)).toBe(names.length)
          for (const { name } of accounts) expect(oneLine(name)).toBe(name)
        },
      ),
      runs,
    )
  })
})

function hostileSection() {
  return fc
    .array(fc.tuple(fc.constantFrom(...keys.keys()), fc.oneof(hostileText, fc.constant('111122223333'))), {
      maxLength: 6,
    })
    .map(pairs => pairs.map(([key, value]) => `${key} = ${encode(value)}\n`).join(''))
}

/** Counts the section headers, with any line separator that a tool accepts. */
function sectionsIn(text: string): number {
  return text.split(lineEnds).filter(line => /^\s*\[/.test(line)).length
}

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}
