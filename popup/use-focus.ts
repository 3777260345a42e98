import { useLayoutEffect } from 'preact/hooks'

/**
 * Gives the keyboard to what `find` gives when its component is first drawn: at once, not after the picture as an
 * effect would, or what is typed until then would be lost. And once more where the window gets the keyboard and nothing
 * in it has it: Firefox loads a popup before it moves it into its panel, and now and then forgets on the way which
 * element had the focus.
 */
export function useFocus(find: () => HTMLElement | null | undefined): void {
  useLayoutEffect(() => {
    const focusAgain = () => {
      if (document.activeElement === document.body) find()?.focus()
    }
    find()?.focus()
    window.addEventListener('focus', focusAgain)
    return () => window.removeEventListener('focus', focusAgain)
  }, [])
}
