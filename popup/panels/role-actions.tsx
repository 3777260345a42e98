import { useLayoutEffect, useRef } from 'preact/hooks'
import { message } from '../../src/browser/message'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../panel-view'
import type { Panel } from '../state'

/** What can be done with a role. */
export function RoleActions({
  panel: { role },
  menu: { pinned },
  onPin,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'actions' }> }) {
  const first = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  return (
    <PanelFrame title={role.name} onBack={onClosePanel}>
      <div class="panel-body actions">
        <button
          type="button"
          ref={first}
          onClick={() => {
            onPin(role)
            onClosePanel()
          }}
        >
          {message(pinned.includes(role.name) ? 'popup_unpin' : 'popup_pin')}
        </button>
      </div>
    </PanelFrame>
  )
}
