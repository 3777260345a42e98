import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { draftsItem, dropDraft, keepDraft, takeDraft } from './drafts'
import { listItem } from './list-items'

const held = vi.hoisted(() => ({ storage: undefined as unknown }))
vi.mock('../browser/api', () => ({ browser: held }))

let storage = new FakeStorage()

beforeEach(() => {
  storage = new FakeStorage()
  held.storage = storage
  storage.stubLocks()
})

const saved = '[a]\n'

describe('an unsaved text', () => {
  it('is there again for its page, with what saving it decides', async () => {
    await keepDraft('one', '[a]\n[b]\n', saved, 'conflict')
    expect(await takeDraft('one', saved)).toMatchObject({
      text: '[a]\n[b]\n',
      isCurrent: true,
      settles: 'conflict',
    })
  })

  it('never has access keys in it', async () => {
    const text =
      '[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'
    await keepDraft('one', text, saved, undefined)
    const draft = await takeDraft('one', saved)
    expect(draft?.text).not.toMatch(/AKIA|wJalr/)
  })

  it('is none if it was saved before its turn came', async () => {
    await keepDraft('one', '[b]\n', saved, undefined)
    await listItem.set('[c]\n')
    await keepDraft('one', '[c]\n', saved, undefined)
    expect(await draftsItem.get()).toEqual({ kind: 'value', value: [] })
  })

  it.each([
    ['the text in force changed since', saved, '[other]\n'],
    ['it was edited from one that was not in force any more', undefined, saved],
  ])('is told apart where %s', async (_, from, inForce) => {
    await keepDraft('one', '[b]\n', from, undefined)
    expect(await takeDraft('one', inForce)).toMatchObject({ text: '[b]\n', isCurrent: false })
  })

  it('is none, and forgotten, once it is the text in force', async () => {
    await keepDraft('one', '[b]\n', saved, undefined)
    expect(await takeDraft('one', '[b]\n')).toBeUndefined()
    expect(await draftsItem.get()).toEqual({ kind: 'value', value: [] })
  })

  it('of a page that is open stays that page’s, and of one that is gone is the next page’s, once', async () => {
    storage.pages.add('open')
    await keepDraft('open', '[open]\n', saved, undefined)
    await keepDraft('gone', '[gone]\n', saved, undefined)
    await keepDraft('long gone', '[long gone]\n', saved, undefined)
    const taken: (string | undefined)[] = []
    for (const page of ['two', 'three', 'four']) {
      storage.pages.add(page)
      taken.push((await takeDraft(page, saved))?.text)
    }
    expect(taken).toEqual(['[long gone]\n', '[gone]\n', undefined])
  })

  it('is forgotten with its page’s changes alone', async () => {
    await keepDraft('one', '[b]\n', saved, undefined)
    await keepDraft('two', '[c]\n', saved, undefined)
    await dropDraft('one')
    storage.pages.add('two')
    expect(await takeDraft('one', saved)).toBeUndefined()
    expect((await takeDraft('two', saved))?.text).toBe('[c]\n')
  })
})
