import { describe, expect, it, vi } from 'vitest'
import { labelOf, shownAccount, unknownLabel } from './label'

vi.mock('../browser/i18n', () => ({
  message: (key: string) => key,
  countMessage: (key: string, count: number) => `${key} ${count}`,
  language: () => 'en',
}))

const mark = { name: 'shop-production', role: 'Operator', account: '333344445555', isProduction: true }
const shown = { hideAccountIds: false, asks: undefined }
const clock = { minutes: 8, isExact: true, next: 42 * 60_000 }

describe('the label of a page', () => {
  it('says production, the name, the role, the account, the region and when the session ends', () => {
    expect(labelOf(mark, { ...shown, region: 'eu-west-1', clock }, 1_000)).toEqual({
      alert: 'mark_production',
      name: 'shop-production',
      details: ['Operator', '3333-4444-5555', 'eu-west-1'],
      left: { at: 1_000 + 52 * 60_000, language: 'en' },
    })
  })

  it.each([
    ['the session’s last minutes in words', { ...clock, left: 8 }, 'popup_clockLeft 8'],
    ['that the session has ended', { ...clock, left: 0 }, 'popup_clockOver'],
    [
      'the last minutes of a session that may have begun earlier',
      { ...clock, isExact: false, left: 8 },
      'popup_clockLeft 8',
    ],
    ['nothing of a session that may have begun earlier before that', { ...clock, isExact: false }, undefined],
    ['nothing of a session that should have ended', { minutes: 90, isExact: true }, undefined],
  ])('says %s', (_, clock, left) => {
    expect(labelOf(mark, { ...shown, clock }, 0).left).toEqual(left)
  })

  it('says in the last minutes that a press of the button renews, if the list has the role and nothing else waits', () => {
    const renewable = { ...mark, isRenewable: true } as const
    const ending = { ...clock, left: 8 }
    expect(labelOf(renewable, { ...shown, clock: ending }, 0).asks).toBe('mark_renew')
    expect(labelOf(renewable, { ...shown, clock }, 0).asks).toBeUndefined()
    expect(labelOf(mark, { ...shown, clock: ending }, 0).asks).toBeUndefined()
    expect(labelOf(renewable, { ...shown, clock: ending, asks: 'Press it' }, 0).asks).toBe('Press it')
  })

  it('says that the region isn’t one of the role’s, in its place', () => {
    const elsewhere = { ...mark, wrongRegion: { here: 'us-east-1', wanted: 'eu-west-1' } }
    expect(labelOf(elsewhere, { ...shown, region: 'us-east-1' }, 0)).toMatchObject({
      details: ['Operator', '3333-4444-5555'],
      wrongRegion: 'mark_wrongRegion',
    })
  })

  it('has the region in its color, if the user wants that and the region is right', () => {
    const wanted = { ...shown, region: 'eu-west-1', colorRegions: true }
    expect(labelOf(mark, wanted, 0)).toMatchObject({
      details: ['Operator', '3333-4444-5555'],
      region: { name: 'eu-west-1', color: '2b8a3e', ink: '000000' },
    })
    const elsewhere = { ...mark, wrongRegion: { here: 'us-east-1', wanted: 'eu-west-1' } }
    expect(labelOf(elsewhere, wanted, 0)).not.toHaveProperty('region')
    expect(labelOf(mark, { ...wanted, region: undefined }, 0)).not.toHaveProperty('region')
  })

  it('says a role’s name once, and no account that is hidden', () => {
    const account = { name: 'Operator', role: 'Operator', account: '333344445555', isProduction: false }
    expect(labelOf(account, { ...shown, hideAccountIds: true }, 0)).toEqual({ name: 'Operator', details: [] })
  })

  it('says that an account isn’t in the list', () => {
    expect(unknownLabel('444455556666', shown)).toEqual({ name: 'mark_unknown', details: ['4444-5555-6666'] })
    expect(unknownLabel('444455556666', { ...shown, hideAccountIds: true }).details).toEqual([])
  })

  it('says that the page’s link waits for a press, also if the account isn’t in the list', () => {
    const asked = { ...shown, asks: 'Press it' }
    expect(labelOf(mark, asked, 0)).toMatchObject({ name: 'shop-production', asks: 'Press it' })
    expect(unknownLabel('444455556666', asked)).toMatchObject({ name: 'mark_unknown', asks: 'Press it' })
  })
})

it('an alias is shown as it is, also if ids are hidden', () => {
  expect(shownAccount('acme-hub', true)).toBe('acme-hub')
})
