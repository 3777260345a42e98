import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { portalName } from '../../src/aws/portal'
import { isGlobalPage, redirectUrl } from '../../src/aws/redirect'
import { message, type PlainKey } from '../../src/browser/i18n'
import type { Base } from '../../src/config/resolve/base-account'
import type { Role } from '../../src/config/resolve/role'
import { shellOf } from '../../src/lib/shell-word'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { isCurrent } from '../../src/roles/is-current'
import { requestLink } from '../../src/roles/request-link'
import { type CopyKind, type RoleCopy, roleCopies } from '../../src/switching/role-copies'
import type { SignIn } from '../../src/switching/terminal-commands'
import { PinIcon, PortalIcon } from '../../styles/icons/menu-icons'
import { CopyIcon, LinkIcon, OpenIcon, TickIcon } from '../../styles/icons/panel-icons'
import { openRequest } from '../failures/open-request'
import { modKey } from '../mod-key'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import type { Menu, Panel } from '../state'
import { useFocus } from '../use-focus'

const copyLabels: Readonly<Record<CopyKind, PlainKey>> = {
  account: 'popup_copyAccount',
  arn: 'popup_copyArn',
  'page-link': 'popup_copyPageLink',
  'portal-link': 'popup_copyPortalLink',
  'sso-login': 'popup_copyLogin',
  login: 'popup_copyLogin',
  'aws-vault': 'popup_copyVault',
  aws: 'popup_copyCli',
  export: 'popup_copyVariable',
  link: 'popup_copyLink',
}

/** Kinds whose text itself says what is copied. */
const commands: readonly CopyKind[] = ['sso-login', 'login', 'aws-vault', 'aws', 'export']
/** Those that every role has, if the shell can be given its name. */
const usualCommands: readonly CopyKind[] = ['aws-vault', 'aws', 'export']

export function RoleActions({
  panel: { role },
  menu,
  onChoose,
  onPin,
  onSeveral,
  onClosePanel,
}: PanelProps & { readonly panel: Extract<Panel, { readonly kind: 'actions' }> }) {
  const {
    roles,
    targets,
    pinned,
    ticked,
    session,
    page: current,
    aim,
    hideAccountIds,
    shell,
    readerOf,
  } = menu
  const list = useRef<HTMLElement>(null)
  const page = aim?.page?.url ?? current
  const partition = session?.partition ?? role.partition ?? 'aws'
  const destination = page === undefined ? undefined : redirectUrl(page, partition, { account: role.account })
  const copies = roleCopies(
    role,
    partition,
    destination,
    shellOf(shell, navigator.platform),
    signInOf(role, roles, targets.bases),
  )
  const [said, setSaid] = useState('')
  useFocus(() => list.current?.querySelector('button'))
  const request = requestLink(role)
  const isReadFirst = readerOf?.(role) !== undefined
  /** The same keys in the list open its reader. */
  const keysOf = (...keys: readonly string[]) => (isReadFirst ? [] : keys)
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid(message('popup_copied'))
    } catch {
      setSaid(message('popup_notCopied'))
    }
  }
  const copyButton = ({ kind, text }: RoleCopy) => (
    <ActionButton
      key={kind}
      icon={links.includes(kind) ? <LinkIcon /> : <CopyIcon />}
      onClick={() => copy(text)}
    >
      {message(copyLabels[kind])}{' '}
      {commands.includes(kind) ? <code>{text}</code> : !hideAccountIds && <small>{text}</small>}
    </ActionButton>
  )
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
        <ActionGroup title={message('popup_openGroup')}>
          {isReadFirst && (
            <ActionButton
              icon={<OpenIcon />}
              keys={['Shift', 'Enter']}
              onClick={() => onChoose({ kind: 'role', role }, 'here')}
            >
              {message('popup_switchItself', role.name)}
            </ActionButton>
          )}
          <ActionButton
            icon={<OpenIcon />}
            keys={keysOf(modKey, 'Enter')}
            onClick={() => onChoose({ kind: 'role', role }, 'tab')}
          >
            {message('popup_helpTab')}
          </ActionButton>
          <ActionButton
            icon={<OpenIcon />}
            keys={keysOf(modKey, 'Shift', 'Enter')}
            onClick={() => onChoose({ kind: 'role', role }, 'window')}
          >
            {message('popup_helpWindow')}
          </ActionButton>
          {role.regions?.map(region => (
            <ActionButton
              key={region}
              icon={<OpenIcon />}
              onClick={() => onChoose({ kind: 'role', role: { ...role, region } }, 'here')}
            >
              {message('popup_openIn', region)}
            </ActionButton>
          ))}
          {canOpenInAll(role, menu) && (
            <ActionButton icon={<OpenIcon />} onClick={() => onSeveral({ kind: 'regions', role })}>
              {message('popup_allRegions')}
            </ActionButton>
          )}
          {role.otherPortals?.map(portal => (
            <ActionButton
              key={portal}
              icon={<PortalIcon />}
              onClick={() => onChoose({ kind: 'role', role: { ...role, portal } }, 'here')}
            >
              {message('popup_openThrough', portalName(portal))}
            </ActionButton>
          ))}
          {request && (
            <ActionButton icon={<OpenIcon />} onClick={() => openRequest(request.url)}>
              {message('popup_requestAccess', request.host)}
            </ActionButton>
          )}
          <ActionButton
            icon={<PinIcon />}
            keys={[modKey, 'D']}
            onClick={() => {
              onPin(role)
              onClosePanel()
            }}
          >
            {message(pinned.includes(role.name) ? 'popup_unpin' : 'popup_pin')}
          </ActionButton>
          <ActionButton
            icon={<TickIcon />}
            keys={[message('popup_keySpace')]}
            onClick={() => {
              onSeveral({ kind: 'tick', role })
              onClosePanel()
            }}
          >
            {message(ticked?.has(role.name) ? 'popup_untick' : 'popup_tick')}
          </ActionButton>
        </ActionGroup>
        <ActionGroup title={message('popup_copyGroup')}>{copies.filter(isText).map(copyButton)}</ActionGroup>
        {usualCommands.some(command => copies.every(({ kind }) => kind !== command)) && (
          <p class="hint">{message('popup_noCommand')}</p>
        )}
        <ActionGroup title={message('popup_shareGroup')}>
          {copies.filter(one => !isText(one)).map(copyButton)}
        </ActionGroup>
      </section>
      <footer>
        <p role="status">{said}</p>
      </footer>
    </PanelFrame>
  )
}

/** Whether the page can be shown in all regions of the role, in one session of it. */
function canOpenInAll(role: Role, { session, page, aim, openIn }: Menu): boolean {
  const { regions = [], portal } = role
  const shown = aim?.page?.url ?? page
  if (regions.length < 2 || !session || shown === undefined || isGlobalPage(new URL(shown))) return false
  if (isCurrent(role, session)) return true
  return session.mode.kind === 'multi-session' && (portal === undefined || openIn(role) !== undefined)
}

/** Returns the profile that the role's credentials come from; undefined if the list doesn't say. */
function signInOf(role: Role, roles: readonly Role[], bases: readonly Base[]): SignIn | undefined {
  const profile =
    role.portal !== undefined ? role.name : role.base === undefined ? undefined : bases[role.base]?.name
  if (profile === undefined) return undefined
  return { profile, isPortal: roles.some(({ name, portal }) => name === profile && portal !== undefined) }
}

/** Kinds that are links to send to others. */
const links: readonly CopyKind[] = ['page-link', 'portal-link', 'link']

function isText({ kind }: { readonly kind: CopyKind }): boolean {
  return !links.includes(kind)
}

function ActionGroup({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

interface ActionButtonProps {
  readonly icon: ComponentChildren
  /** The keys that do the same in the menu. */
  readonly keys?: readonly string[]
  readonly children: ComponentChildren
  onClick(): void
}

function ActionButton({ icon, keys = [], children, onClick }: ActionButtonProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      // There is one highlight, that of the focus.
      onPointerMove={event => event.currentTarget.focus()}
    >
      {icon}
      <span class="action-text">{children}</span>
      {keys.length > 0 && (
        <span class="action-keys" aria-hidden="true">
          {keys.map(key => (
            <span key={key} class="kbd">
              {key}
            </span>
          ))}
        </span>
      )}
    </button>
  )
}

/** Moves the focus to the next or previous button, stopping at the ends. */
function goOn(list: HTMLElement, by: number): void {
  const buttons = [...list.querySelectorAll('button')]
  const index = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[Math.min(buttons.length - 1, Math.max(0, index + by))]?.focus()
}
