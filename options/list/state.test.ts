import { describe, expect, it } from 'vitest'
import { emptyForm } from '../../src/config/edit/role-form'
import { asOneLine } from '../../src/lib/one-line'
import {
  currentProfile,
  hasUnsavedChanges,
  initialList,
  type ListAction,
  type ListState,
  reduceList,
} from './state'

function stateAfter(...actions: readonly ListAction[]): ListState {
  return actions.reduce(reduceList, initialList)
}

const read = (text: string): ListAction => ({
  kind: 'configuration-read',
  reading: { kind: 'value', value: text },
})
const edited: ListAction = { kind: 'edited' }
const checked = (text: string): ListAction => ({
  kind: 'checked',
  findings: { text, diagnostics: [], profiles: [], targets: { roles: [], bases: [] } },
})
const began = (text: string, changed = false): ListAction => ({ kind: 'save-began', text, changed })
const ended: ListAction = { kind: 'save-ended', roles: 2, secrets: '', forgotten: 0 }
const imported = (text: string): ListAction => ({ kind: 'imported', text, secrets: '' })

describe('reading', () => {
  it('puts the stored text into the editor, and only then allows changes', () => {
    expect(initialList.readFailure).toEqual({ kind: 'loading' })
    expect(stateAfter(read('a'))).toMatchObject({
      readFailure: undefined,
      saved: 'a',
      document: { text: 'a' },
      edited: false,
      outcome: undefined,
    })
  })

  it.each([{ kind: 'newer', version: 9 }, { kind: 'unreadable' }] as const)(
    'data that is $kind stops all work',
    reading => {
      expect(stateAfter({ kind: 'configuration-read', reading }).readFailure).toEqual({ kind: reading.kind })
      expect(stateAfter(read('a'), edited, { kind: 'configuration-read', reading })).toMatchObject({
        readFailure: { kind: reading.kind },
        document: { text: 'a' },
        edited: true,
      })
    },
  )

  it('ignores messages about the empty text that stands for one that isn’t read yet', () => {
    expect(stateAfter(checked('')).findings).toBeUndefined()
    expect(stateAfter(checked(''), read('a'), checked('a')).findings?.text).toBe('a')
    expect(stateAfter({ kind: 'configuration-unread', message: 'disk' }, checked('')).findings?.text).toBe('')
  })

  it('reports the browser’s message if it fails', () => {
    const state = stateAfter({ kind: 'configuration-unread', message: 'disk' })
    expect(state.readFailure).toEqual({ kind: 'failed', message: 'disk' })
  })

  it('allows work again once the text can be read', () => {
    const failed: ListAction = { kind: 'configuration-unread', message: 'disk' }
    expect(stateAfter(failed, read('')).readFailure).toBeUndefined()
    expect(
      stateAfter({ kind: 'configuration-read', reading: { kind: 'unreadable' } }, { kind: 'began-anew' }),
    ).toMatchObject({ readFailure: undefined, saved: '', document: { text: '' } })
  })
})

describe('an edit', () => {
  it('counts as unsaved until a check finds no difference', () => {
    const state = stateAfter(read('a'), edited)
    expect(hasUnsavedChanges(state)).toBe(true)
    expect(hasUnsavedChanges(reduceList(state, checked('ab')))).toBe(true)
    expect(hasUnsavedChanges(reduceList(state, checked('a')))).toBe(false)
  })

  it('clears the message about the last save, and a second one changes nothing', () => {
    const state = stateAfter(read('a'), began('a'), ended, edited)
    expect(state.outcome).toBeUndefined()
    expect(reduceList(state, edited)).toBe(state)
  })
})

describe('saving', () => {
  it('ends with the number of roles', () => {
    const state = stateAfter(read('a'), edited, began('b'), ended)
    expect(state).toMatchObject({ saved: 'b', saving: undefined, outcome: { kind: 'saved', roles: 2 } })
    expect(hasUnsavedChanges(state)).toBe(false)
  })

  it('counts as unsaved until the browser has stored it', () => {
    expect(hasUnsavedChanges(stateAfter(read('a'), edited, began('b')))).toBe(true)
  })

  it('puts the text without access keys into the editor', () => {
    const state = stateAfter(read('a'), edited, began('b', true))
    expect(state.document).toEqual({ revision: 2, text: 'b', undoable: false })
    expect(stateAfter(read('a'), edited, began('b')).document.revision).toBe(1)
  })

  it('keeps track of what is typed in the meantime', () => {
    const state = stateAfter(read('a'), edited, began('b'), edited, ended)
    expect(hasUnsavedChanges(state)).toBe(true)
    expect(hasUnsavedChanges(reduceList(state, checked('b')))).toBe(false)
  })

  it('that fails leaves the changes unsaved', () => {
    const state = stateAfter(read('a'), edited, began('b'), { kind: 'save-failed', message: 'full' })
    expect(state).toMatchObject({ saved: 'a', saving: undefined })
    expect(hasUnsavedChanges(state)).toBe(true)
  })
})

describe('another window', () => {
  it('is followed if nothing is unsaved', () => {
    expect(stateAfter(read('a'), read('b'))).toMatchObject({
      saved: 'b',
      document: { revision: 2, text: 'b', undoable: false },
      outcome: { kind: 'loaded' },
    })
  })

  it('doesn’t replace unsaved changes, but is reported', () => {
    const state = stateAfter(read('a'), edited, read('b'))
    expect(state).toMatchObject({
      saved: 'b',
      document: { text: 'a' },
      edited: true,
      changedElsewhere: true,
    })
    expect(reduceList(state, { kind: 'other-taken' })).toMatchObject({
      document: { text: 'b' },
      edited: false,
      changedElsewhere: false,
    })
    expect([began('c'), ended].reduce(reduceList, state)).toMatchObject({
      saved: 'c',
      changedElsewhere: false,
    })
  })

  it('isn’t this one, which also hears of its own save', () => {
    const saving = stateAfter(read('a'), edited, began('b'))
    expect(reduceList(saving, read('b'))).toBe(saving)
    const saved = reduceList(saving, ended)
    expect(reduceList(saved, read('b'))).toBe(saved)
  })
})

describe('an import', () => {
  it('is unsaved, unless it is what is saved', () => {
    expect(stateAfter(read('a'), imported('b'))).toMatchObject({
      saved: 'a',
      edited: true,
      document: { text: 'b' },
    })
    expect(stateAfter(read('a'), edited, imported('a')).edited).toBe(false)
  })

  it('is previewed before it’s applied, and can be canceled', () => {
    const importing = {
      file: 'a.ini',
      secrets: '',
      before: 'a',
      content: { kind: 'text', text: 'b' },
      mode: 'add',
      options: { roleName: 'A', sourceProfile: '', colors: 'none' },
    } as const
    const opened = stateAfter(read('a'), { kind: 'import-opened', importing })
    expect(opened).toMatchObject({ importing, document: { text: 'a' }, edited: false })
    expect(reduceList(opened, { kind: 'import-closed' }).importing).toBeUndefined()
    expect(reduceList(opened, imported('b'))).toMatchObject({ importing: undefined, document: { text: 'b' } })
  })
})

describe('the form of a role', () => {
  const form = { ...emptyForm, name: 'a' }

  it('opens, takes input, and closes', () => {
    const opened = stateAfter(read('a'), { kind: 'role-opened', form, editing: form })
    const changed = reduceList(opened, { kind: 'role-changed', form: { ...form, group: 'b' } })
    expect(changed.roleDialog).toEqual({ form: { ...form, group: 'b' }, editing: form })
    expect(reduceList(changed, { kind: 'role-closed' }).roleDialog).toBeUndefined()
  })

  it('writes into the text, at a line, in a way that can be undone', () => {
    const written: ListAction = { kind: 'written', text: 'b', line: 3 }
    const state = stateAfter(read('a'), { kind: 'role-opened', form, editing: undefined }, written)
    expect(state).toMatchObject({
      document: { text: 'b', line: 3, undoable: true },
      edited: true,
      roleDialog: undefined,
    })
  })
})

describe('history', () => {
  const comparing = { time: 1, text: 'old', current: 'a' }

  it('restores a text into the editor, unsaved, in a way that can be undone', () => {
    const compared = stateAfter(read('a'), { kind: 'comparing', comparing })
    expect(compared.comparing).toBe(comparing)
    expect(reduceList(compared, { kind: 'restored', text: 'old' })).toMatchObject({
      saved: 'a',
      edited: true,
      document: { text: 'old', undoable: true },
      comparing: undefined,
      outcome: undefined,
    })
  })
})

describe('a merged text of a conflict', () => {
  const conflict = { id: 'shown', inForce: 'a' }
  const merged = { kind: 'conflict-used', conflict, text: 'both', merged: true } as const
  const settles = (...actions: readonly ListAction[]) => stateAfter(read('a'), ...actions).settles
  const importing = (mode: 'replace' | 'add'): ListAction => ({
    kind: 'import-opened',
    importing: {
      file: 'new.ini',
      secrets: '',
      before: 'both',
      content: { kind: 'text', text: 'new' },
      mode,
      options: { roleName: '', sourceProfile: '', colors: 'by-name' },
    },
  })

  it('resolves the conflict, even if it was edited since or is in use', () => {
    expect(settles(merged)).toBe('shown')
    expect(settles(merged, checked('both'), edited, checked('both and more'))).toBe('shown')
    expect(settles({ ...merged, text: 'a' }, checked('a'))).toBe('shown')
  })

  it('no longer does once it was given up', () => {
    expect(settles(merged, { kind: 'other-taken' })).toBeUndefined()
    expect(settles(merged, { kind: 'restored', text: 'old' })).toBeUndefined()
    expect(settles(merged, importing('replace'), imported('new'))).toBeUndefined()
    expect(settles(merged, importing('add'), imported('both and new'))).toBe('shown')
    // Undone.
    expect(settles(merged, edited, checked('a'), edited, checked('a and more'))).toBeUndefined()
  })

  it('says so if the text in use is no longer the one that it was made from', () => {
    expect(stateAfter(read('a'), merged).changedElsewhere).toBe(false)
    expect(stateAfter(read('a'), read('c'), merged).changedElsewhere).toBe(true)
  })
})

describe('an unsaved text', () => {
  const draft = { text: 'ab', time: 5, isCurrent: true, settles: 'shown' }

  it('is in the editor again, unsaved', () => {
    const state = stateAfter(read('a'), { kind: 'draft-taken', draft })
    expect(state).toMatchObject({
      document: { text: 'ab', undoable: true },
      edited: true,
      settles: 'shown',
      changedElsewhere: false,
      outcome: { kind: 'draft', time: 5 },
    })
  })

  it('is marked as outdated if another text is in use by now', () => {
    const state = stateAfter(read('a'), { kind: 'draft-taken', draft: { ...draft, isCurrent: false } })
    expect(state.changedElsewhere).toBe(true)
  })

  it('doesn’t replace what the user is writing', () => {
    const state = stateAfter(read('a'), edited, { kind: 'draft-taken', draft })
    expect(state.document.text).toBe('a')
  })
})

describe('the cursor', () => {
  it('is in the last profile that starts above it', () => {
    const profiles = [
      { name: asOneLine('a'), line: 2 },
      { name: asOneLine('b'), line: 5 },
    ]
    const findings = { text: '', diagnostics: [], profiles, targets: { roles: [], bases: [] } }
    const at = (line: number) =>
      currentProfile(stateAfter(read(''), { kind: 'checked', findings }, { kind: 'cursor-moved', line }))
        ?.name
    expect([1, 2, 4, 5, 9].map(at)).toEqual([undefined, 'a', 'a', 'b', 'b'])
  })
})
