import { addProfile, editProfile } from '../../src/config/edit/edit-profile'
import { emptyForm, formOf, meantForm, type RoleForm } from '../../src/config/edit/role-form'
import type { ListUnit } from './list-unit'
import { currentProfile } from './state'

/** The form for a role. */
export interface RoleCommands {
  add(): void
  /** Opens it for the profile at the cursor. */
  edit(): void
  change(form: RoleForm): void
  submit(): void
  close(): void
}

export function roleCommands({ state, dispatch, editor }: ListUnit): RoleCommands {
  const open = (isNew: boolean) => {
    const profile = isNew ? undefined : currentProfile(state)
    const base = state.preview.base ?? state.findings?.targets.bases[0]?.name ?? ''
    const form = profile ? formOf(profile) : { ...emptyForm, sourceProfile: base }
    dispatch({ kind: 'role-opened', form, editing: profile && form })
  }
  return {
    add: () => open(true),
    edit: () => open(false),
    change: form => dispatch({ kind: 'role-changed', form }),
    submit() {
      if (!state.roleDialog) return
      const { editing } = state.roleDialog
      const form = meantForm(state.roleDialog.form)
      const text = editor.current?.text() ?? ''
      const written = (editing && editProfile(text, editing, form)) ?? addProfile(text, form)
      dispatch({ kind: 'written', ...written })
    },
    close: () => dispatch({ kind: 'role-closed' }),
  }
}
