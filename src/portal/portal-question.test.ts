import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  forbiddenParts,
  instanceId,
  listWays,
  type PortalQuestion,
  portalCall,
  rolesWays,
} from './portal-question'

const allowed =
  /^\/api\/portal\/(?:instance\/appinstances|instance\/appinstance\/ins-[\da-z]+\/profiles|assignment\/accounts|assignment\/roles)$/

const questions: fc.Arbitrary<PortalQuestion> = fc
  .record({
    kind: fc.constantFrom('list' as const, 'roles' as const),
    by: fc.constantFrom(...listWays, ...rolesWays),
    account: fc.stringMatching(/^\d{12}$/),
    instance: fc.oneof(fc.string(), fc.stringMatching(/^ins-[0-9a-z]{4,20}$/)),
    cursor: fc.option(fc.string(), { nil: undefined }),
    turn: fc.constantFrom('form' as const, 'address' as const),
  })
  .map(({ instance, cursor, kind, ...rest }) => {
    const id = instanceId(instance)
    return {
      kind,
      ...rest,
      ...(id !== undefined && { instance: id }),
      ...(cursor !== undefined && { cursor }),
    } as PortalQuestion
  })

describe('a request', () => {
  it('has an allowed path on the page’s own host, whatever the question', () => {
    fc.assert(
      fc.property(questions, question => {
        const call = portalCall(question)
        if (!call) return
        const url = new URL(call.address, 'https://example.awsapps.com')
        expect(url.origin).toBe('https://example.awsapps.com')
        expect(url.pathname).toMatch(allowed)
        expect(url.pathname).not.toMatch(forbiddenParts)
        expect(Object.keys(call.headers).join()).not.toMatch(/token|authorization|cookie/i)
      }),
    )
  })

  it('brings a page’s token unchanged, in the form or in the address', () => {
    fc.assert(
      fc.property(questions, fc.string({ minLength: 1 }), (question, cursor) => {
        const call = portalCall({ ...question, cursor })
        if (!call) return
        const url = new URL(call.address, 'https://example.awsapps.com')
        const pairs = new URLSearchParams(call.body ?? url.search)
        expect(pairs.get('next_token')).toBe(cursor)
      }),
    )
  })

  it.each([
    'ins-federation',
    'ins-logout1',
    'ins-0000session',
    '../federation',
    'ins-12/34',
    'ins-12?a',
    'INS-1234',
    '',
    7,
    null,
  ])('is never made for the id %j', id => {
    expect(instanceId(id)).toBeUndefined()
  })
})
