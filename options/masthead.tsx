import { useEffect, useRef } from 'preact/hooks'
import { countMessage, message } from '../src/browser/i18n'
import { version } from '../src/browser/runtime'
import { HelpIcon } from '../styles/icons/menu-icons'
import { DoneIcon } from '../styles/icons/settings-icons'
import { canSave, hasUnsavedChanges } from './list/state'
import type { List } from './list/use-list'
import { type Tab, tabNames } from './places'

interface MastheadProps {
  readonly tab: Tab
  /** What needs the user's attention, by tab. */
  readonly attention: Partial<Readonly<Record<Tab, string>>>
  readonly list: List
}

const tabs = Object.keys(tabNames) as readonly Tab[]

/** The page's header: its tabs, whether the list is saved, and help. */
export function Masthead({ tab, attention, list }: MastheadProps) {
  const links = useRef<HTMLElement>(null)
  // In a narrow window the tabs scroll.
  useEffect(() => {
    links.current?.children[tabs.indexOf(tab)]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [tab])
  return (
    <header class="masthead">
      <h1>
        <img src="/icons/48.png" width="24" height="24" alt="" />
        <span class="wide-text">{message('extension_name')}</span>
      </h1>
      <nav class="tabs" ref={links} aria-label={message('options_tabs')}>
        {tabs.map(one => (
          <a key={one} href={`#${one}`} aria-current={one === tab ? 'page' : undefined}>
            <span class="tab-name" data-name={message(tabNames[one])}>
              {message(tabNames[one])}
            </span>
            {attention[one] !== undefined && (
              <span class="attention" title={attention[one]}>
                <span class="visually-hidden">, {attention[one]}</span>
              </span>
            )}
          </a>
        ))}
      </nav>
      <SaveState list={list} />
      <div class="masthead-help">
        <a href="/help/guide.html" target="_blank" title={message('options_help')} rel="noopener">
          <HelpIcon />
          <span class="wide-text">{message('options_help')}</span>
        </a>
        <a
          href="/help/changes.html"
          target="_blank"
          class="version"
          title={message('options_whatsNew')}
          rel="noopener"
        >
          <span class="visually-hidden">{message('options_whatsNew')}, </span>
          {version()}
        </a>
      </div>
    </header>
  )
}

function SaveState({ list }: { readonly list: List }) {
  const { outcome } = list.state
  const unsaved = hasUnsavedChanges(list.state)
  const isIdle = !canSave(list.state)
  return (
    <div class="save">
      {unsaved && <p class="unsaved">{message('options_unsaved')}</p>}
      <div role="status">
        {outcome?.kind === 'saved' && (
          <>
            <DoneIcon />
            <p class="wide-text">{countMessage('options_saved', outcome.roles)}</p>
          </>
        )}
      </div>
      <button
        type="button"
        class="button primary"
        // Not disabled: the button would lose the focus while it saves.
        aria-disabled={isIdle}
        aria-keyshortcuts="Control+S"
        title={`${message('options_save')} (Ctrl+S)`}
        onClick={() => isIdle || list.save()}
      >
        {message('options_save')}
      </button>
    </div>
  )
}
