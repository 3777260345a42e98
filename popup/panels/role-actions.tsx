import { useRef, useState } from 'preact/hooks'
import { portalName } from '../../src/aws/portal'
import { redirectUrl } from '../../src/aws/redirect'
import { message, type PlainKey } from '../../src/browser/i18n'
import { shellOf } from '../../src/lib/shell-word'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { type CopyKind, roleCopies } from '../../src/switching/role-copies'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import type { Panel } from '../state'
import { useFocus } from '../use-focus'

const copyLabels: Readonly<Record<CopyKind, PlainKey>> = {
  account: 'popup_copyAccount',
  arn: 'popup_copyArn',
  'page-link': 'popup_copyPageLink',
  'portal-link': 'popup_copyPortalLink',
  'aws-vault': 'popup_copyVault',
  aws: 'popup_copyCli',
  export: 'popup_copyVariable',
  link: 'popup_copyLink',
}

/** Kinds whose text itself says what is copied. */
const commands: readonly CopyKind[] = ['aws-vault', 'aws', 'export']

export function RoleActions({
  panel: { role },
  menu: { pinned, session, page, hideAccountIds, shell },
  onChoose,
  onPin,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'actions' }> }) {
  const list = useRef<HTMLElement>(null)
  const partition = session?.partition ?? role.partition ?? 'aws'
  const destination = page === undefined ? undefined : redirectUrl(page, partition, { account: role.account })
  const copies = roleCopies(role, partition, destination, shellOf(shell, navigator.platform))
  const [said, setSaid] = useState('')
  useFocus(() => list.current?.querySelector('button'))
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(message('popup_copied'))
    } catch {
      setSaid(message('popup_notCopied'))
    }
  }
  return (
    <PanelFrame title={role.name} onBack={onClosePanel}>
      <section
        class="panel-body actions"
        ref={list}
        aria-labelledby="panel-title"
        onKeyDown={event => {
          const shortcut = shortcutOf(event)
          if (shortcut === 'ArrowLeft') onClosePanel()
          else if (shortcut === 'ArrowDown') goOn(event.currentTarget, 1)
          else if (shortcut === 'ArrowUp') goOn(event.currentTarget, -1)
          else return
          event.preventDefault()
        }}
      >
        <button type="button" onClick={() => onChoose({ kind: 'role', role }, 'tab')}>
          {message('popup_helpTab')}
        </button>
        <button type="button" onClick={() => onChoose({ kind: 'role', role }, 'window')}>
          {message('popup_helpWindow')}
        </button>
        {role.regions?.map(region => (
          <button
            key={region}
            type="button"
            onClick={() => onChoose({ kind: 'role', role: { ...role, region } }, 'here')}
          >
            {message('popup_openIn', region)}
          </button>
        ))}
        {role.otherPortals?.map(portal => (
          <button
            key={portal}
            type="button"
            onClick={() => onChoose({ kind: 'role', role: { ...role, portal } }, 'here')}
          >
            {message('popup_openThrough', portalName(portal))}
          </button>
        ))}
        <button
          type="button"
          onClick={() => {
            onPin(role)
            onClosePanel()
          }}
        >
          {message(pinned.includes(role.name) ? 'popup_unpin' : 'popup_pin')}
        </button>
        {copies.map(({ kind, text }) => (
          <button key={kind} type="button" onClick={() => copy(text)}>
            {message(copyLabels[kind])}{' '}
            {commands.includes(kind) ? <code>{text}</code> : !hideAccountIds && <small>{text}</small>}
          </button>
        ))}
        {commands.some(command => copies.every(({ kind }) => kind !== command)) && (
          <p class="hint">{message('popup_noCommand')}</p>
        )}
      </section>
      <footer>
        <p role="status">{said}</p>
      </footer>
    </PanelFrame>
  )
}

/** Moves the focus to the next or previous button, stopping at the ends. */
function goOn(list: HTMLElement, by: number): void {
  const buttons = [...list.querySelectorAll('button')]
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, index + by))]?.focus()
}
