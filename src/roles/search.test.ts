import { describe, expect, it } from 'vitest'
import { isLinear } from '../../bench/is-linear'
import type { Role } from '../config/resolve/role'
import { matchedPieces } from './matched-pieces'
import { search } from './search'
import { literalWhereFound, terms } from './term'
import { typos } from './typos'

function role(name: string, rest: Partial<Role> = {}): Role {
  return { name, account: '999900001111', roleName: 'Reader', ...rest }
}

function found(query: string, ...roles: readonly (string | Role)[]): readonly string[] {
  return search(
    roles.map(one => (typeof one === 'string' ? role(one) : one)),
    typos,
  )
    .find(query)
    .map(({ name }) => name)
}

describe('search', () => {
  it.each(['', '  '])('returns all roles in their own order for %j', query => {
    expect(found(query, 'b', 'a')).toEqual(['b', 'a'])
  })

  it.each([
    ['name', 'shop', role('the-shop')],
    ['role name', 'audit', role('a', { roleName: 'security/Auditor' })],
    ['account id', '4444', role('a', { account: '111122224444' })],
    ['account id as the console shows it', '1111-2222-4444', role('a', { account: '111122224444' })],
    ['alias', 'vale', role('a', { accountAlias: 'vale-identity' })],
    ['group', 'prod', role('a', { group: 'Production' })],
    ['description', 'second', role('a', { description: 'needs a second person' })],
  ])('searches the %s', (_, query, target) => {
    expect(found(query, 'other', target)).toEqual([target.name])
  })

  it('requires every word, in any order, in any field', () => {
    const target = role('payments-production', { roleName: 'Operator' })
    expect(found('oper prod pay', 'payments-staging', target)).toEqual(['payments-production'])
    expect(found('pay nowhere', target)).toEqual([])
  })

  it.each([
    ['a letter missing', 'prodution'],
    ['a letter too many', 'producttion'],
    ['a wrong letter', 'produxtion'],
    ['two letters swapped', 'porduction'],
  ])('allows %s', (_, query) => {
    expect(found(query, 'staging', 'production')).toEqual(['production'])
  })

  it('allows no typos in digits and in words of two letters', () => {
    expect(found('111122224445', role('a', { account: '111122224444' }))).toEqual([])
    expect(found('px', 'production')).toEqual([])
  })

  it('finds no typos until it knows them', () => {
    const roles = [role('production')]
    expect(search(roles).find('produxtion')).toEqual([])
    expect(search(roles).find('prod')).toEqual(roles)
  })

  it.each(['pp', 'sprd', 'payprod', 'oper pp'])('finds names by the abbreviation %j', query => {
    const names = ['payments-production', 'shop-production', 'unrelated']
    const roles = names.map(name => role(name, { roleName: 'Operator' }))
    expect(found(query, ...roles)).toContain(query === 'sprd' ? 'shop-production' : 'payments-production')
    expect(found(query, ...roles)).not.toContain('unrelated')
  })

  it('looks for abbreviations only in names', () => {
    expect(found('ab', role('x', { description: 'a big one', group: 'a-b' }))).toEqual([])
  })

  it('ranks whole names first, then prefixes, words, parts, other fields, abbreviations and typos', () => {
    const other = role('zzz', { description: 'of the shop' })
    const names = ['shpo', 's-h-o-p', 'workshop', 'the-shop', 'shop-2', 'shop']
    expect(found('shop', other, ...names)).toEqual([
      'shop',
      'shop-2',
      'the-shop',
      'workshop',
      'zzz',
      's-h-o-p',
      'shpo',
    ])
  })

  it('keeps the order of equal ranks', () => {
    expect(found('a', 'a3', 'a1', 'a2')).toEqual(['a3', 'a1', 'a2'])
  })

  it.each([
    ['本番', '本番 ショップ'],
    ['ｓｈｏｐ', 'shop'],
    ['ecole', 'École'],
    ['münchen', 'Munchen'],
    ['шop', 'ШOP'],
  ])('finds %s in %s', (query, name) => {
    expect(found(query, 'other', name)).toEqual([name])
  })

  it.each(['"', "'", '-shop', '"shop"', '(', '.*', '\\', '本番 (', '__proto__', 'a'.repeat(5_000)])(
    'treats %j as plain text',
    query => {
      expect(() => found(query, 'shop', '本番')).not.toThrow()
    },
  )

  // It takes milliseconds, and a runaway search takes years: no machine is slow enough to confuse the two.
  it('finds quickly what would run away as a regular expression', { timeout: 60_000 }, () => {
    const roles = Array.from({ length: 100 }, (_, index) => role(`${'a-'.repeat(100)}${index}`))
    for (const query of ['a-'.repeat(30), 'a'.repeat(64), `${'a '.repeat(50)}b`])
      search(roles, typos).find(query)
  })

  it.each([
    ['shop-prod-eu', 'shop-eu-production', false],
    ['shop-prod-eu', 'shop production in eu-west-1', true],
    ['shop-prodution-eu-west', 'shop-production-eu-west-1', true],
    ['1111-2222-3333', '1111 2222 3333', true],
    ['2222-1111-3333', '1111 2222 3333', false],
    ['prod-prod', 'prod', false],
  ])('matches the parts of %j in order: in %j it’s %j', (query, name, is) => {
    expect(found(query, name)).toEqual(is ? [name] : [])
  })

  it.each(['ab-cd', 'ab-cd-zz', 'ab-cd-ef-gh', 'ab-cd-ef-ij', 'abx-cdx-efx-ghx'])(
    'searches for %j in time in proportion to a text',
    { timeout: 60_000 },
    query => {
      const roles = (size: number) => [role('a', { description: 'ab cd ef abc cde '.repeat(size) })]
      expect(isLinear(128, roles, roles => search(roles, typos).find(query))).toBe(true)
      expect(
        isLinear(128, roles, ([{ description = '' } = role('')]) =>
          matchedPieces(description, terms(query, typos)),
        ),
      ).toBe(true)
    },
  )

  it('finds names that are punctuation', () => {
    expect(found('+', 'a', 'b+c')).toEqual(['b+c'])
    expect(found('_', 'a', 'b_c')).toEqual(['b_c'])
  })
})

describe('matchedPieces', () => {
  const matchesIn = (text: string, query: string) =>
    matchedPieces(text, terms(query, typos))
      .map(piece => (piece.isMatch ? `[${piece.text}]` : piece.text))
      .join('')

  it.each([
    ['shop-production', '', 'shop-production'],
    ['shop-production', 'PROD sho', '[sho]p-[prod]uction'],
    ['shop-shop', 'shop', '[shop]-[shop]'],
    ['production', 'prodution', '[production]'],
    ['École', 'ecole', '[École]'],
    ['本番 ショップ', 'ショ', '本番 [ショ]ップ'],
    ['111122223333', '1111-2222', '[11112222]3333'],
    ['ﬁnance', 'fin', 'ﬁnance'],
    ['', 'a', ''],
  ])('of %j by %j is %j', (text, query, pieces) => {
    expect(matchesIn(text, query)).toBe(pieces)
  })

  it('marks typos only if no text contains the word itself', () => {
    const texts = ['production', 'prodution']
    const marks = (query: string) =>
      texts.map(text =>
        matchedPieces(text, literalWhereFound(terms(query, typos), texts)).some(({ isMatch }) => isMatch),
      )
    expect(marks('prodution')).toEqual([false, true])
    expect(marks('produktion')).toEqual([true, true])
  })
})
