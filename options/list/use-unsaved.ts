import { useEffect } from 'preact/hooks'
import { holdUpdate } from '../../src/browser/background-events'
import { message } from '../../src/browser/i18n'
import { shortcutOf } from '../../src/lib/shortcut-of'

/** While changes aren't saved, says so in the page's title, asks before the page is left, and holds updates back. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    document.title = unsaved ? `• ${message('options_title')}` : message('options_title')
    if (!unsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    const saved = new AbortController()
    holdUpdate(saved.signal)
    return () => {
      removeEventListener('beforeunload', ask)
      saved.abort()
    }
  }, [unsaved])
}

/** Saves with the browser's own key for that. */
export function useSaveKey(save: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (shortcutOf(event) !== 'Mod+s') return
      event.preventDefault()
      save()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  })
}
