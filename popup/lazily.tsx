import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * A component whose code is loaded when it is first shown, since the menu's first paint needs none of it. Until then, for
 * some milliseconds, shows `Meanwhile` or nothing.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<Props> = () => null,
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
    return View ? <View {...props} /> : <Meanwhile {...props} />
  }
}
