import { describe, expect, it } from 'vitest'
import { emptyForm } from '../src/config/edit/role-form'
import { asOneLine } from '../src/lib/one-line'
import type { Settings } from '../src/settings/settings'
import { type Action, currentProfile, hasUnsavedChanges, initialState, reduce, type State } from './state'

const settings: Settings = {
  hideAccountIds: false,
  images: true,
  onlyMatchingRoles: false,
  containers: false,
  openSessions: false,
  markTabs: false,
  markPages: false,
  groupTabs: false,
  signOutWithGroup: false,
  theme: 'system',
  order: 'file',
  density: 'comfortable',
  shell: 'platform',
  sync: true,
  confirmGroups: [],
}

function stateAfter(...actions: readonly Action[]): State {
  return actions.reduce(reduce, initialState)
}

const read = (text: string): Action => ({
  kind: 'configuration-read',
  reading: { kind: 'value', value: text },
})
const edited: Action = { kind: 'edited' }
const checked = (text: string): Action => ({
  kind: 'checked',
  findings: { text, diagnostics: [], profiles: [], targets: { roles: [], bases: [] } },
})
const began = (text: string, changed = false): Action => ({ kind: 'save-began', text, changed })
const ended: Action = { kind: 'save-ended', roles: 2, secrets: '', forgotten: 0 }
const imported = (text: string): Action => ({ kind: 'imported', text, secrets: '' })

describe('reading', () => {
  it('puts the stored text into the editor, and only then can it be worked on', () => {
    expect(initialState.obstacle).toEqual({ kind: 'loading' })
    expect(stateAfter(read('a'))).toMatchObject({
      obstacle: undefined,
      saved: 'a',
      document: { text: 'a' },
      edited: false,
      outcome: undefined,
    })
  })

  it.each([{ kind: 'newer', version: 9 }, { kind: 'unreadable' }] as const)(
    'of what is $kind stops all work',
    reading => {
      expect(stateAfter({ kind: 'configuration-read', reading }).obstacle).toEqual({ kind: reading.kind })
      expect(stateAfter(read('a'), edited, { kind: 'configuration-read', reading })).toMatchObject({
        obstacle: { kind: reading.kind },
        document: { text: 'a' },
        edited: true,
      })
    },
  )

  it('takes no word about the empty text that stands for one that is not read yet', () => {
    expect(stateAfter(checked('')).findings).toBeUndefined()
    expect(stateAfter(checked(''), read('a'), checked('a')).findings?.text).toBe('a')
    expect(stateAfter({ kind: 'configuration-unread', message: 'disk' }, checked('')).findings?.text).toBe('')
  })

  it('that fails says what the browser said', () => {
    const state = stateAfter({ kind: 'configuration-unread', message: 'disk' })
    expect(state.obstacle).toEqual({ kind: 'failed', message: 'disk' })
  })

  it('of what can be read after all lets work begin', () => {
    const failed: Action = { kind: 'configuration-unread', message: 'disk' }
    expect(stateAfter(failed, read('')).obstacle).toBeUndefined()
    expect(
      stateAfter({ kind: 'configuration-read', reading: { kind: 'unreadable' } }, { kind: 'began-anew' }),
    ).toMatchObject({ obstacle: undefined, saved: '', document: { text: '' } })
  })
})

describe('an edit', () => {
  it('counts as unsaved until a check finds that it came to nothing', () => {
    const state = stateAfter(read('a'), edited)
    expect(hasUnsavedChanges(state)).toBe(true)
    expect(hasUnsavedChanges(reduce(state, checked('ab')))).toBe(true)
    expect(hasUnsavedChanges(reduce(state, checked('a')))).toBe(false)
  })

  it('ends what was said of the last save, and a second one changes nothing', () => {
    const state = stateAfter(read('a'), began('a'), ended, edited)
    expect(state.outcome).toBeUndefined()
    expect(reduce(state, edited)).toBe(state)
  })
})

describe('saving', () => {
  it('ends with the number of roles', () => {
    const state = stateAfter(read('a'), edited, began('b'), ended)
    expect(state).toMatchObject({ saved: 'b', saving: undefined, outcome: { kind: 'saved', roles: 2 } })
    expect(hasUnsavedChanges(state)).toBe(false)
  })

  it('counts as unsaved until the browser has it', () => {
    expect(hasUnsavedChanges(stateAfter(read('a'), edited, began('b')))).toBe(true)
  })

  it('puts the text without access keys into the editor', () => {
    const state = stateAfter(read('a'), edited, began('b', true))
    expect(state.document).toEqual({ revision: 2, text: 'b', undoable: false })
    expect(stateAfter(read('a'), edited, began('b')).document.revision).toBe(1)
  })

  it('does not lose sight of what is typed meanwhile', () => {
    const state = stateAfter(read('a'), edited, began('b'), edited, ended)
    expect(hasUnsavedChanges(state)).toBe(true)
    expect(hasUnsavedChanges(reduce(state, checked('b')))).toBe(false)
  })

  it('that fails leaves the changes unsaved and says why', () => {
    const state = stateAfter(read('a'), edited, began('b'), { kind: 'save-failed', message: 'full' })
    expect(state).toMatchObject({ saved: 'a', failure: { kind: 'not-saved', message: 'full' } })
    expect(hasUnsavedChanges(state)).toBe(true)
    expect(reduce(state, began('b')).failure).toBeUndefined()
  })
})

describe('another window', () => {
  it('is followed where nothing is unsaved', () => {
    expect(stateAfter(read('a'), read('b'))).toMatchObject({
      saved: 'b',
      document: { revision: 2, text: 'b', undoable: false },
      outcome: { kind: 'loaded' },
    })
  })

  it('does not touch unsaved changes, but is told', () => {
    const state = stateAfter(read('a'), edited, read('b'))
    expect(state).toMatchObject({
      saved: 'b',
      document: { text: 'a' },
      edited: true,
      changedElsewhere: true,
    })
    expect(reduce(state, { kind: 'other-taken' })).toMatchObject({
      document: { text: 'b' },
      edited: false,
      changedElsewhere: false,
    })
    expect([began('c'), ended].reduce(reduce, state)).toMatchObject({ saved: 'c', changedElsewhere: false })
  })

  it('is not this one, whose own save is told to it too', () => {
    const saving = stateAfter(read('a'), edited, began('b'))
    expect(reduce(saving, read('b'))).toBe(saving)
    const saved = reduce(saving, ended)
    expect(reduce(saved, read('b'))).toBe(saved)
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

  it('is told before it is done, and can be left', () => {
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
    expect(reduce(opened, { kind: 'import-closed' }).importing).toBeUndefined()
    expect(reduce(opened, imported('b'))).toMatchObject({ importing: undefined, document: { text: 'b' } })
  })

  it('that fails leaves the text alone', () => {
    const failed: Action = { kind: 'import-failed', file: 'a.png', reason: { kind: 'encoding' } }
    const state = stateAfter(read('a'), failed)
    expect(state).toMatchObject({ document: { text: 'a' }, failure: { kind: 'not-imported', file: 'a.png' } })
    expect(reduce(state, { kind: 'failure-dismissed' }).failure).toBeUndefined()
  })
})

describe('the form of a role', () => {
  const form = { ...emptyForm, name: 'a' }

  it('opens, takes what is filled in, and closes', () => {
    const opened = stateAfter(read('a'), { kind: 'role-opened', form, editing: form })
    const changed = reduce(opened, { kind: 'role-changed', form: { ...form, group: 'b' } })
    expect(changed.roleDialog).toEqual({ form: { ...form, group: 'b' }, editing: form })
    expect(reduce(changed, { kind: 'role-closed' }).roleDialog).toBeUndefined()
  })

  it('writes into the text, at a line, so that it can be undone', () => {
    const written: Action = { kind: 'written', text: 'b', line: 3 }
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

  it('restores a text into the editor, unsaved, so that it can be undone', () => {
    const compared = stateAfter(read('a'), { kind: 'comparing', comparing })
    expect(compared.comparing).toBe(comparing)
    expect(reduce(compared, { kind: 'restored', text: 'old' })).toMatchObject({
      saved: 'a',
      edited: true,
      document: { text: 'old', undoable: true },
      comparing: undefined,
      outcome: { kind: 'restored' },
    })
  })

  it('that is damaged is told', () => {
    expect(stateAfter({ kind: 'version-unreadable' }).failure).toEqual({ kind: 'not-restored' })
  })
})

describe('what was made of both texts of a conflict', () => {
  const merged: Action = { kind: 'conflict-used', text: 'both', merged: true }
  const shown: Action = {
    kind: 'conflicting',
    conflicting: { id: 'shown', time: 0, inForce: 'a', other: 'b', base: '' },
  }
  const settles = (...actions: readonly Action[]) => stateAfter(read('a'), shown, ...actions).settles
  const importing = (mode: 'replace' | 'add'): Action => ({
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

  it('settles the matter, also where it was changed since or is the text in force', () => {
    expect(settles(merged)).toBe('shown')
    expect(settles(merged, checked('both'), edited, checked('both and more'))).toBe('shown')
    expect(settles({ ...merged, text: 'a' }, checked('a'))).toBe('shown')
  })

  it('doesn’t any more once it was given up', () => {
    expect(settles(merged, { kind: 'other-taken' })).toBeUndefined()
    expect(settles(merged, { kind: 'restored', text: 'old' })).toBeUndefined()
    expect(settles(merged, importing('replace'), imported('new'))).toBeUndefined()
    expect(settles(merged, importing('add'), imported('both and new'))).toBe('shown')
    // Undone.
    expect(settles(merged, edited, checked('a'), edited, checked('a and more'))).toBeUndefined()
  })

  it('says so where the text in force isn’t the one any more that it was made of', () => {
    expect(stateAfter(read('a'), shown, merged).changedElsewhere).toBe(false)
    expect(stateAfter(read('a'), shown, read('c'), merged).changedElsewhere).toBe(true)
  })
})

describe('what was left unsaved', () => {
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

  it('is told apart where another text is in force by now', () => {
    const state = stateAfter(read('a'), { kind: 'draft-taken', draft: { ...draft, isCurrent: false } })
    expect(state.changedElsewhere).toBe(true)
  })

  it('takes the place of nothing that is being written', () => {
    const state = stateAfter(read('a'), edited, { kind: 'draft-taken', draft })
    expect(state.document.text).toBe('a')
  })
})

describe('the cursor', () => {
  it('is in the last profile that begins above it', () => {
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

describe('settings', () => {
  it('count at once, and go back where they are not saved', () => {
    const changed = stateAfter(
      { kind: 'settings-read', reading: { kind: 'value', value: settings } },
      { kind: 'settings-changed', settings: { ...settings, theme: 'dark' } },
    )
    expect(changed.settings).toMatchObject({ value: { theme: 'dark' } })
    expect(reduce(changed, { kind: 'settings-not-saved', settings, message: 'full' })).toMatchObject({
      settings: { value: settings },
      failure: { kind: 'settings-not-saved', message: 'full' },
    })
  })

  it('of a later version are left alone', () => {
    const state = stateAfter({ kind: 'settings-read', reading: { kind: 'newer', version: 2 } })
    expect(state.settings).toEqual({ kind: 'newer' })
  })
})
