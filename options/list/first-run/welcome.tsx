import { useMemo } from 'preact/hooks'
import { modKey } from '../../../popup/mod-key'
import { countMessage, message } from '../../../src/browser/i18n'
import { FileButton } from '../../parts/file-button'
import { RoleNameField } from '../import/role-name-field'
import { secretsSentence } from '../list-sentences'
import type { StartingState } from '../state'
import type { List } from '../use-list'
import { chosenText, startingList } from './starting-list'

/** Ways to begin, while there is no text, and what was found in what was pasted or chosen. */
export function Welcome({ list }: { readonly list: List }) {
  const { starting } = list.state
  return (
    <section class="welcome" aria-labelledby="welcome">
      {starting ? <Found list={list} starting={starting} /> : <WaysToBegin list={list} />}
    </section>
  )
}

/** What copies the file to the clipboard, by a word in the browser's name for the system. */
const copyCommands: readonly (readonly [system: RegExp, command: string])[] = [
  [/Win/, 'clip < %USERPROFILE%\\.aws\\config'],
  [/Mac/, 'pbcopy < ~/.aws/config'],
  [/./, 'xclip -selection clipboard ~/.aws/config'],
]

function WaysToBegin({ list }: { readonly list: List }) {
  // There is no text, so all roles are the team's.
  const team = list.state.findings?.targets.roles.length ?? 0
  const command = copyCommands.find(([system]) => system.test(navigator.platform))?.[1]
  return (
    <>
      <h2 id="welcome">
        {team > 0 ? countMessage('options_welcomeTeam', team) : message('options_welcome')}
      </h2>
      {team > 0 && <p>{message('options_welcomeTeamExplained')}</p>}
      <div class="paste-here">
        <p class="paste-keys">
          <kbd>{modKey} V</kbd> {message('options_pasteHere')}
        </p>
        <p>
          {message('options_copyFirst')} <code>{command}</code>
        </p>
        <p class="explanation">{message('options_keysRemoved')}</p>
      </div>
      <p class="welcome-or">{message('options_orElse')}</p>
      <div class="welcome-buttons">
        <FileButton text={message('options_chooseFile')} onFiles={list.imports.open} />
        <a class="button" href="#roles/portal">
          {message('options_portalFill')}
        </a>
        <a class="button" href="#team/url">
          {message('options_teamEnter')}
        </a>
        <button type="button" class="button" onClick={list.loadExample}>
          {message('options_loadExample')}
        </button>
      </div>
      <p class="explanation">{message('options_welcomeExplained')}</p>
    </>
  )
}

function Found({ list, starting }: { readonly list: List; readonly starting: StartingState }) {
  const { content, secrets, roleName, colorsByName, asksForProduction } = starting
  const start = useMemo(() => startingList(content, { roleName }), [content, roleName])
  const { roles, production, staging } = start
  const others = roles.length - production.length - staging.length
  const change = (changed: Partial<StartingState>) => list.start.change({ ...starting, ...changed })
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        list.start.save(chosenText(start, starting))
      }}
    >
      <h2 id="welcome">{countMessage('options_rolesFound', roles.length)}</h2>
      <ul class="found-kinds">
        {production.length > 0 && (
          <li class="production">{countMessage('options_kindProduction', production.length)}</li>
        )}
        {staging.length > 0 && <li class="staging">{countMessage('options_kindStaging', staging.length)}</li>}
        {others > 0 && <li>{countMessage('options_kindOther', others)}</li>}
      </ul>
      {secrets !== '' && <p class="explanation">{secretsSentence(secrets)}</p>}
      {content.kind === 'accounts' && (
        <RoleNameField class="field" value={roleName} onChange={roleName => change({ roleName })} />
      )}
      <label class="choice">
        <input
          type="checkbox"
          checked={colorsByName}
          onChange={event => change({ colorsByName: event.currentTarget.checked })}
        />
        {message('options_colorsByName')}
      </label>
      {production.length > 0 && (
        <label class="choice">
          <input
            type="checkbox"
            checked={asksForProduction}
            onChange={event => change({ asksForProduction: event.currentTarget.checked })}
          />
          {countMessage('options_asksForProduction', production.length)}
        </label>
      )}
      <div class="welcome-buttons">
        <button type="submit" class="button primary large" autofocus>
          {countMessage('options_addRoles', roles.length)}
        </button>
        <button type="button" class="button" onClick={list.start.back}>
          {message('options_back')}
        </button>
      </div>
    </form>
  )
}
