import { useEffect, useState } from 'preact/hooks'
import { valueIn } from '../../../src/browser/stored-item'
import type { Scan } from '../../../src/portal/scan'
import { scanItem } from '../../../src/portal/stored-scan'

/** Follows the last search of a portal. What it has found is shown in any case, so a failure to read it is left out. */
export function useScan(): Scan | undefined {
  const [scan, setScan] = useState<Scan>()
  useEffect(() => {
    const leaving = new AbortController()
    scanItem.follow(reading => setScan(valueIn(reading)), leaving.signal).catch(() => {})
    return () => leaving.abort()
  }, [])
  return scan
}
