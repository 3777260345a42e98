import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * A component whose code is loaded when it is first shown, since the menu's first picture needs none of it. Until then,
 * for some milliseconds, nothing is shown.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined
  return function Lazy(props: Props) {
    const [View, setView] = useState(() => loaded)
    useEffect(() => {
      if (!View) {
        load().then(View => {
          loaded = View
          setView(() => View)
        })
      }
    }, [View])
    return View ? <View {...props} /> : null
  }
}
