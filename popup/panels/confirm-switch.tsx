import { useEffect, useRef, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { dashedAccount } from '../../src/lib/dashed-account'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { isNameOf, lastWord, type Question } from '../../src/roles/before-switch'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import type { Panel } from '../state'
import { Swatch } from '../swatch'
import { useFocus } from '../use-focus'
import { awaitQuiet, type Quiet } from './await-quiet'

/** How long a second Enter is ignored, in milliseconds: longer than between two habitual presses. */
const secondEnterPauseMs = 700

export function ConfirmSwitch({
  panel: { role, how, host, question, withoutReader, from },
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
      {...(from !== undefined && { text: message('popup_onward', from) })}
      {...(withoutReader && { text: withoutReaderSentence(role) })}
      role={role}
      question={host === undefined ? question : 'enter'}
      hideAccountId={hideAccountIds}
      // The menu may have opened by itself, while the user was typing into the page.
      awaitsQuiet={from !== undefined}
      onConfirm={() => onConfirm(role, how, host !== undefined)}
      onBack={onClosePanel}
    />
  )
}

function withoutReaderSentence({ reader }: Role): string {
  return reader === undefined ? message('popup_noReaderInGroup') : message('popup_noReader', reader)
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
  /** How it is confirmed, if not by a second Enter. */
  readonly question?: Question | undefined
  readonly hideAccountId: boolean
  /** Whether the button is ready only once no key has been pressed for a while. */
  readonly awaitsQuiet?: boolean
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
  question,
  hideAccountId,
  awaitsQuiet = false,
  onConfirm,
  onBack,
}: AskBeforeSwitchProps) {
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
        {question === 'name' ? (
          <NameField
            label={nameSentence(role)}
            hint={message('popup_confirmNameHint')}
            action={action}
            isRight={typed => isNameOf(role, typed)}
            onConfirm={onConfirm}
          />
        ) : (
          <SecondEnter action={action} hint={hint} awaitsQuiet={awaitsQuiet} onConfirm={onConfirm} />
        )}
      </div>
    </PanelFrame>
  )
}

interface ConfirmationProps {
  /** The button's label. */
  readonly action: string
  onConfirm(): void
}

/** A button that has the focus, and doesn't count a press that comes too soon. */
export function SecondEnter({
  action,
  hint,
  awaitsQuiet,
  onConfirm,
}: ConfirmationProps & { readonly hint: string; readonly awaitsQuiet?: boolean }) {
  const [ready, setReady] = useState(false)
  const quiet = useRef<Quiet>(null)
  const button = useRef<HTMLButtonElement>(null)
  useFocus(() => button.current)
  useEffect(() => {
    quiet.current = awaitQuiet(secondEnterPauseMs, () => setReady(true))
    return () => quiet.current?.end()
  }, [])
  return (
    <>
      <button
        type="button"
        ref={button}
        class="button primary"
        // If it were disabled it would lose the focus, and Escape would not work.
        aria-disabled={!ready}
        onKeyDown={event => {
          // A key that is held down repeats.
          if (event.repeat && shortcutOf(event)?.endsWith('Enter')) event.preventDefault()
          if (awaitsQuiet) quiet.current?.disturb()
        }}
        onClick={() => ready && onConfirm()}
      >
        {action}
      </button>
      {/* An Enter that comes at once would do nothing. */}
      <p class="hint">{ready ? hint : '\u00a0'}</p>
    </>
  )
}

function nameSentence({ name }: Role): string {
  const word = lastWord(name)
  return word === name.trim()
    ? message('popup_confirmName', name)
    : message('popup_confirmNameOr', name, word)
}

interface NameFieldProps extends ConfirmationProps {
  /** What to type. */
  readonly label: string
  readonly hint: string
  isRight(typed: string): boolean
}

/** A field in which the user types a profile's name, or its last word. */
export function NameField({ label, hint, action, isRight, onConfirm }: NameFieldProps) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useFocus(() => field.current)
  return (
    <form
      class="confirm-form"
      onSubmit={event => {
        event.preventDefault()
        if (isRight(typed)) onConfirm()
      }}
    >
      <label for="confirm-name">{label}</label>
      <input
        type="text"
        id="confirm-name"
        ref={field}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-describedby="confirm-hint"
        value={typed}
        onInput={event => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button primary" aria-disabled={!isRight(typed)}>
        {action}
      </button>
      <p class="hint" id="confirm-hint">
        {hint}
      </p>
    </form>
  )
}
