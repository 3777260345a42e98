import { useEffect, useRef, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { dashedAccount } from '../../src/lib/dashed-account'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import type { Panel } from '../state'
import { Swatch } from '../swatch'
import { useFocus } from '../use-focus'

/** How long a second Enter is ignored, in milliseconds: longer than between two habitual presses. */
const secondEnterPauseMs = 700

export function ConfirmSwitch({
  panel: { role, how, host },
  menu: { hideAccountIds },
  onConfirm,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'confirm' }> }) {
  return (
    <AskBeforeSwitch
      title={message(host === undefined ? 'popup_confirmTitle' : 'popup_ownPortalTitle')}
      {...(host !== undefined && {
        text: message('popup_ownPortal', host),
        action: message('popup_ownPortalOpen'),
        hint: message('popup_ownPortalHint'),
      })}
      role={role}
      hideAccountId={hideAccountIds}
      onConfirm={() => onConfirm(role, how, host !== undefined)}
      onBack={onClosePanel}
    />
  )
}

interface AskBeforeSwitchProps {
  readonly title: string
  /** Why confirmation is needed. */
  readonly text?: string
  /** The button's label, if it doesn't switch. */
  readonly action?: string
  /** What the keys do then. */
  readonly hint?: string
  readonly role: Role
  readonly hideAccountId: boolean
  onConfirm(): void
  onBack(): void
}

/** A switch to confirm, with the role's name, account and color large. */
export function AskBeforeSwitch({
  title,
  text,
  action = message('popup_confirm'),
  hint = message('popup_confirmHint'),
  role,
  hideAccountId,
  onConfirm,
  onBack,
}: AskBeforeSwitchProps) {
  const [ready, setReady] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useFocus(() => button.current)
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), secondEnterPauseMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <PanelFrame title={title} onBack={onBack}>
      <div class="panel-body confirm" style={role.color && { '--confirm-color': `#${role.color}` }}>
        {text !== undefined && <p class="confirm-text">{text}</p>}
        <Swatch role={role} />
        <p class="confirm-name">{role.name}</p>
        <p class="confirm-what">{role.roleName}</p>
        {!hideAccountId && (
          <p class="confirm-account">
            {[role.accountAlias, dashedAccount(role.account)].filter(Boolean).join(' ')}
          </p>
        )}
        <button
          type="button"
          ref={button}
          class="button primary"
          // If it were disabled it would lose the focus, and Escape would not work.
          aria-disabled={!ready}
          onKeyDown={event => {
            // A key that is held down repeats.
            if (event.repeat && shortcutOf(event)?.endsWith('Enter')) event.preventDefault()
          }}
          onClick={() => ready && onConfirm()}
        >
          {action}
        </button>
        {/* An Enter that comes at once would do nothing. */}
        <p class="hint">{ready ? hint : '\u00a0'}</p>
      </div>
    </PanelFrame>
  )
}
