import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import type { BeforeSwitch } from '../../src/roles/before-switch'
import { requestLink } from '../../src/roles/request-link'

interface PreviewNoteProps {
  /** The role at the cursor. */
  readonly role: Role
  /** What it asks before a switch. */
  readonly before: BeforeSwitch
}

/** What the menu does with the role that its row doesn’t show. */
export function PreviewNote({ role, before }: PreviewNoteProps) {
  const request = requestLink(role)
  const sentences = [
    before.role !== role && message('options_previewReader', before.role.name, role.name),
    before.question === 'enter' && !before.asksReason && message('options_previewConfirm', before.role.name),
    before.question === 'name' && message('options_previewConfirmName', before.role.name),
    before.asksReason && message('options_previewReason', before.role.name),
    request && message('options_previewRequest', request.host),
  ].filter(Boolean)
  return sentences.length === 0 ? null : <p class="preview-note">{sentences.join(' · ')}</p>
}
