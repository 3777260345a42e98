import { useEffect, useState } from 'preact/hooks'
import type { Reading } from '../../src/browser/stored-item'
import { errorText } from '../../src/lib/error-text'

/** What is stored, or why that isn't known. */
type Followed<Value> =
  | Reading<Value>
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }

interface Item<Value> {
  follow(listener: (stored: Reading<Value>) => void, signal: AbortSignal): Promise<void>
}

/** Follows a stored item for as long as the component is there. */
export function useReading<Value>(item: Item<Value>): Followed<Value> {
  const [reading, setReading] = useState<Followed<Value>>({ kind: 'loading' })
  useEffect(() => {
    const leaving = new AbortController()
    item
      .follow(setReading, leaving.signal)
      .catch(error => setReading({ kind: 'failed', message: errorText(error) }))
    return () => leaving.abort()
  }, [item])
  return reading
}
