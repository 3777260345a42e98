import { useEffect, useState } from 'preact/hooks'
import type { Reading } from '../../../src/browser/stored-item'
import { errorText } from '../../../src/lib/error-text'
import type { FoundPortal } from '../../../src/portal/found'
import { foundPortals } from '../../../src/portal/found-portals'

/** What was found in each portal, newest last, or why that isn't known. */
export type FoundReading =
  | Reading<readonly FoundPortal[]>
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly message: string }

/** Follows what is found in the portals: a scan in a portal's tab stores each part as it comes. */
export function useFoundPortals(): FoundReading {
  const [reading, setReading] = useState<FoundReading>({ kind: 'loading' })
  useEffect(() => {
    const leaving = new AbortController()
    foundPortals
      .follow(setReading, leaving.signal)
      .catch(error => setReading({ kind: 'failed', message: errorText(error) }))
    return () => leaving.abort()
  }, [])
  return reading
}
