import { useLayoutEffect } from 'preact/hooks'

/**
 * Moves the focus to the element that `find` returns when its component is first drawn: synchronously, not after paint as an
 * effect would, or keys typed until then would be lost. Does it again if the window gets the keyboard and nothing in it has
 * the focus: Firefox loads a popup before it moves it into its panel, and sometimes forgets on the way which element had the
 * focus.
 */
export function useFocus(find: () => HTMLElement | null | undefined): void {
  useLayoutEffect(() => {
    const focusAgain = () => {
      if (document.activeElement === document.body) find()?.focus()
    }
    const element = find()
    // The browser would lay the page out only to find that there is nothing to do.
    if (document.activeElement !== element) element?.focus()
    window.addEventListener('focus', focusAgain)
    return () => window.removeEventListener('focus', focusAgain)
  }, [])
}
