import type { ComponentType, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'

type PropsOf<View> = View extends (props: infer Props extends object) => unknown ? Props : never

/**
 * A component whose code is loaded when it is first shown, since the menu's first paint needs none of it. Until then, for
 * some milliseconds, shows `Meanwhile` or nothing. `name` is what its module calls it.
 */
export function lazily<Module, Name extends keyof Module>(
  load: () => Promise<Module>,
  name: Name,
  Meanwhile: ComponentType<PropsOf<Module[Name]>> = () => null,
): (props: PropsOf<Module[Name]>) => JSX.Element {
  type View = ComponentType<PropsOf<Module[Name]>>
  let loaded: View | undefined
  return function Lazy(props: PropsOf<Module[Name]>) {
    const [View, setView] = useState(() => loaded)
    useEffect(() => {
      if (!View) {
        load().then(module => {
          loaded = module[name] as View
          setView(() => loaded)
        })
      }
    }, [View])
    return View ? <View {...props} /> : <Meanwhile {...props} />
  }
}
