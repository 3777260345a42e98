import { type Extension, Prec } from '@codemirror/state'
import { EditorView, runScopeHandlers } from '@codemirror/view'
import { letterOf, shortcutOf } from '../../src/lib/shortcut-of'

/**
 * The editor's shortcuts with Caps Lock on and in layouts without Latin letters: passes it each key as `shortcutOf` reads
 * it, before it reads the key itself.
 */
export const latinShortcuts: Extension = Prec.highest(
  EditorView.domEventHandlers({
    keydown(event, view) {
      const key = letterOf(event)
      if (key === event.key || !shortcutOf(event)?.startsWith('Mod+')) return false
      const { code, ctrlKey, metaKey, shiftKey } = event
      const read = new KeyboardEvent('keydown', { key, code, ctrlKey, metaKey, shiftKey })
      return runScopeHandlers(view, read, 'editor')
    },
  }),
)
