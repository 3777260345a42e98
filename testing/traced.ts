import { test } from '@playwright/test'
import type { Driver } from './browsers/driver'

/** The driver, each of whose calls, and each of its surfaces' calls, is a step in the trace of the test that makes it. */
export function traced(driver: Driver): Driver {
  const known = new WeakMap<object, object>()

  /** The same one each time, since a tab is the same surface each time. */
  function tracedObject<T extends object>(object: T): T {
    const proxy = known.get(object) ?? new Proxy(object, { get: tracedMember })
    known.set(object, proxy)
    return proxy as T
  }

  function tracedMember(object: object, name: string | symbol): unknown {
    const member: unknown = Reflect.get(object, name)
    if (typeof member !== 'function') return member
    return (...args: readonly unknown[]) => {
      const result: unknown = member.apply(object, args)
      if (!(result instanceof Promise) || !isTestRunning()) return result
      const step = `${String(name)}(${args.map(inWords).join(', ')})`
      return test.step(step, async () => tracedResult(await result))
    }
  }

  /** A surface, a driver, tabs with their surfaces, or what is only data. */
  function tracedResult(result: unknown): unknown {
    if (Array.isArray(result)) return result.map(tracedResult)
    if (typeof result !== 'object' || result === null) return result
    if ('surface' in result) return { ...result, surface: tracedResult(result.surface) }
    return 'close' in result ? tracedObject(result) : result
  }

  return tracedObject(driver)
}

/** A browser that tests share ends after the last of them. */
function isTestRunning(): boolean {
  try {
    return Boolean(test.info())
  } catch {
    return false
  }
}

function inWords(value: unknown): string {
  const text =
    typeof value === 'function' ? '…' : value instanceof RegExp ? `${value}` : JSON.stringify(value)
  return text === undefined || text.length <= 80 ? `${text}` : `${text.slice(0, 80)}…`
}
