import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeStorage } from '../../testing/fake-storage'
import { setTogether } from '../browser/stored-item'
import { draftsItem, dropDraft, keepDraft, takeDraft } from './drafts'
import { listItem } from './list-item'

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
  it('is restored for its page, with the conflict that saving it resolves', async () => {
    await keepDraft('one', '[a]\n[b]\n', saved, 'conflict')
    expect(await takeDraft('one', saved)).toMatchObject({
      text: '[a]\n[b]\n',
      isCurrent: true,
      settles: 'conflict',
    })
  })

  it('never contains access keys', async () => {
    const text =
      '[a]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'
    await keepDraft('one', text, saved, undefined)
    const draft = await takeDraft('one', saved)
    expect(draft?.text).not.toMatch(/AKIA|wJalr/)
  })

  it('isn’t stored if it was saved before its turn', async () => {
    await keepDraft('one', '[b]\n', saved, undefined)
    await setTogether(await listItem.pack('[c]\n'))
    await keepDraft('one', '[c]\n', saved, undefined)
    expect(await draftsItem.get()).toEqual({ kind: 'value', value: [] })
  })

  it.each([
    ['the text in use has changed since', saved, '[other]\n'],
    ['it was edited from a text that is no longer in use', undefined, saved],
  ])('is marked as outdated if %s', async (_, from, inForce) => {
    await keepDraft('one', '[b]\n', from, undefined)
    expect(await takeDraft('one', inForce)).toMatchObject({ text: '[b]\n', isCurrent: false })
  })

  it('doesn’t exist, and is forgotten, once it’s the text in use', async () => {
    await keepDraft('one', '[b]\n', saved, undefined)
    expect(await takeDraft('one', '[b]\n')).toBeUndefined()
    expect(await draftsItem.get()).toEqual({ kind: 'value', value: [] })
  })

  it('of an open page stays that page’s, and of a closed one is the next page’s, once', async () => {
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

  it('is forgotten only with its page’s changes', async () => {
    await keepDraft('one', '[b]\n', saved, undefined)
    await keepDraft('two', '[c]\n', saved, undefined)
    await dropDraft('one')
    storage.pages.add('two')
    expect(await takeDraft('one', saved)).toBeUndefined()
    expect((await takeDraft('two', saved))?.text).toBe('[c]\n')
  })
})
