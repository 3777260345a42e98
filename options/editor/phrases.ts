import { message } from '../../src/browser/i18n'

/** CodeMirror's own phrases, in the browser's language. */
export function phrases(): Readonly<Record<string, string>> {
  return {
    Find: message('options_editor_find'),
    Replace: message('options_editor_replace'),
    next: message('options_editor_next'),
    previous: message('options_editor_previous'),
    all: message('options_editor_all'),
    'match case': message('options_editor_matchCase'),
    regexp: message('options_editor_regexp'),
    'by word': message('options_editor_byWord'),
    replace: message('options_editor_replaceOne'),
    'replace all': message('options_editor_replaceAll'),
    close: message('options_editor_close'),
    'current match': message('options_editor_currentMatch'),
    'on line': message('options_editor_onLine'),
    'replaced $ matches': message('options_editor_replacedAll', '$'),
    'replaced match on line $': message('options_editor_replacedOn', '$'),
    'Go to line': message('options_editor_goToLine'),
    go: message('options_editor_go'),
    Completions: message('options_editor_completions'),
    'Folded lines': message('options_editor_folded'),
    'Unfolded lines': message('options_editor_unfolded'),
    to: message('options_editor_to'),
    'folded code': message('options_editor_foldedSection'),
    unfold: message('options_editor_unfold'),
    'Fold line': message('options_editor_fold'),
    'Unfold line': message('options_editor_unfold'),
    'Control character': message('options_editor_controlCharacter'),
    'Selection deleted': message('options_editor_selectionDeleted'),
  }
}
