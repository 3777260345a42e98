import { useEffect, useRef, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { dashedAccount } from '../../src/lib/dashed-account'
import { shortcutOf } from '../../src/lib/shortcut-of'
import { maxReasonLength } from '../../src/log/log-entry'
import { isNameOf, lastWord, type Question } from '../../src/roles/before-switch'
import { Swatch } from '../list/swatch'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'
import type { Panel } from '../state'
import { useFocus } from '../use-focus'
import { awaitQuiet, type Quiet } from './await-quiet'

/** How long a second Enter is ignored, in milliseconds: longer than between two habitual presses. */
const secondEnterPauseMs = 700

export function ConfirmSwitch({
  panel: { role, how, host, question, asksReason, withoutReader, from },
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
      asksReason={host === undefined && asksReason}
      hideAccountId={hideAccountIds}
      // The menu may have opened by itself, while the user was typing into the page.
      awaitsQuiet={from !== undefined}
      onConfirm={reason => onConfirm(withReason(role, reason), how, host !== undefined)}
      onBack={onClosePanel}
    />
  )
}

/** Returns the role to switch to, with the reason that was given, if any. */
export function withReason(role: Role, reason: string | undefined): Role {
  return reason === undefined ? role : { ...role, givenReason: reason }
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
  /** Whether a reason is asked for, in place of a second Enter. */
  readonly asksReason?: boolean | undefined
  readonly hideAccountId: boolean
  /** Whether the button is ready only once no key has been pressed for a while. */
  readonly awaitsQuiet?: boolean
  onConfirm(reason: string | undefined): void
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
  asksReason = false,
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
        {question === 'name' || asksReason ? (
          <ConfirmForm
            action={action}
            name={
              question === 'name'
                ? { label: nameSentence(role), isRight: typed => isNameOf(role, typed) }
                : undefined
            }
            asksReason={asksReason}
            awaitsQuiet={awaitsQuiet}
            onConfirm={onConfirm}
          />
        ) : (
          <SecondEnter
            action={action}
            hint={hint}
            awaitsQuiet={awaitsQuiet}
            onConfirm={() => onConfirm(undefined)}
          />
        )}
      </div>
    </PanelFrame>
  )
}

interface SecondEnterProps {
  readonly action: string
  readonly hint: string
  readonly awaitsQuiet?: boolean
  onConfirm(): void
}

/** A button that has the focus, and doesn't count a press that comes too soon. */
export function SecondEnter({ action, hint, awaitsQuiet = false, onConfirm }: SecondEnterProps) {
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

interface ConfirmFormProps {
  readonly action: string
  /** What to type to confirm, if anything, and what the keys do then, if that isn't one name. */
  readonly name:
    | { readonly label: string; readonly hint?: string; isRight(typed: string): boolean }
    | undefined
  readonly asksReason: boolean
  readonly awaitsQuiet?: boolean
  onConfirm(reason: string | undefined): void
}

/** Fields in which the user types a name, and why they switch. */
export function ConfirmForm({ action, name, asksReason, awaitsQuiet = false, onConfirm }: ConfirmFormProps) {
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const [ready, setReady] = useState(!awaitsQuiet)
  const quiet = useRef<Quiet>(null)
  const form = useRef<HTMLFormElement>(null)
  useFocus(() => form.current?.querySelector('input'))
  useEffect(() => {
    if (ready) return
    // What was meant for the page must not become the reason.
    quiet.current = awaitQuiet(secondEnterPauseMs, () => setReady(true))
    return () => quiet.current?.end()
  }, [])
  const isRight = (!name || name.isRight(typed)) && (!asksReason || (ready && reason.trim() !== ''))
  return (
    <form
      class="confirm-form"
      ref={form}
      onKeyDown={() => quiet.current?.disturb()}
      onSubmit={event => {
        event.preventDefault()
        if (isRight) onConfirm(asksReason ? reason.trim() : undefined)
      }}
    >
      {name && <ConfirmField id="confirm-name" label={name.label} value={typed} onValue={setTyped} />}
      {asksReason && (
        <ConfirmField
          id="confirm-reason"
          label={message('popup_reason')}
          isText
          readOnly={!ready}
          value={reason}
          onValue={setReason}
        />
      )}
      {/* Enter presses it in either field. */}
      <button type="submit" class="button primary" aria-disabled={!isRight}>
        {action}
      </button>
      <p class="hint" id="confirm-hint">
        {asksReason
          ? message(name ? 'popup_nameAndReasonHint' : 'popup_reasonHint')
          : (name?.hint ?? message('popup_confirmNameHint'))}
      </p>
    </form>
  )
}

function nameSentence({ name }: Role): string {
  const word = lastWord(name)
  return word === name.trim()
    ? message('popup_confirmName', name)
    : message('popup_confirmNameOr', name, word)
}

interface ConfirmFieldProps {
  readonly id: string
  readonly label: string
  /** Whether it is free text, rather than a name. */
  readonly isText?: boolean
  readonly readOnly?: boolean
  readonly value: string
  onValue(value: string): void
}

function ConfirmField({ id, label, isText = false, readOnly = false, value, onValue }: ConfirmFieldProps) {
  return (
    <>
      <label for={id}>{label}</label>
      <input
        type="text"
        id={id}
        autocomplete="off"
        autocapitalize={isText ? 'sentences' : 'off'}
        // A reason may not leave the browser, as some spell checkers make it.
        spellcheck={false}
        maxLength={isText ? maxReasonLength : undefined}
        readOnly={readOnly}
        aria-describedby="confirm-hint"
        value={value}
        onInput={event => onValue(event.currentTarget.value)}
      />
    </>
  )
}
