import { useEffect, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { areImagesStopped } from '../../src/lib/image-guard'

/** A notice that images are off, because the menu or the settings once stopped while showing them. */
export function ImagesStopped({
  roles,
  onSettings,
}: {
  readonly roles: readonly Role[]
  onSettings(): void
}) {
  const [stopped, setStopped] = useState(false)
  useEffect(() => {
    areImagesStopped().then(setStopped)
  }, [])
  if (!stopped || roles.every(({ image }) => image === undefined)) return null
  return (
    <button type="button" class="link-button errors" onClick={onSettings}>
      {message('popup_imagesStopped')}
    </button>
  )
}
