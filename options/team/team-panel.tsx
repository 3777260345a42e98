import { useMemo, useState } from 'preact/hooks'
import { countMessage, message } from '../../src/browser/i18n'
import { ownId } from '../../src/browser/messaging'
import { removedLines } from '../../src/config/secrets/without-secrets'
import { lineRanges } from '../../src/lib/line-ranges'
import { defaultRefreshMinutes } from '../../src/team/refresh-time'
import type { TeamInForce } from '../../src/team/team-in-force'
import type { Header, TeamSource } from '../../src/team/team-source'
import type { TeamStatus } from '../../src/team/team-status'
import { CloseIcon } from '../../styles/icons/settings-icons'
import { Check, SetByOrganization } from '../parts/setting-field'
import { dateText } from '../parts/short-texts'
import type { SettingsUnit } from '../settings/use-settings'
import { ChangedProfiles } from './changed-profiles'
import { RefreshField } from './refresh-field'
import { Senders } from './senders'
import { teamFailureSentence } from './team-sentences'
import type { Team } from './use-team'

interface TeamPanelProps {
  readonly team: Team
  readonly settings: SettingsUnit
}

/** The list that a team shares by URL: where it is, how old it is, what changed, and what went wrong. */
export function TeamPanel({ team, settings }: TeamPanelProps) {
  const { source, offered, texts } = team.state
  const secrets = useMemo(() => secretLines(texts), [texts])
  return (
    <section class="card team" aria-labelledby="team">
      <h2 id="team">{message('options_team')}</h2>
      {source ? <Following team={team} source={source} /> : <UrlForm key={offered} team={team} />}
      {secrets !== '' && (
        <p class="sync-state troubled" role="status">
          {message('options_teamSecrets', secrets)}
        </p>
      )}
      <Senders team={team} policy={settings.state.policy.senders} ownId={ownId()} />
    </section>
  )
}

/** The lines of each list that secrets were removed from; '' if there are none. */
function secretLines(texts: readonly string[]): string {
  return texts
    .map(text => lineRanges(removedLines(text)))
    .filter(lines => lines !== '')
    .join('; ')
}

function UrlForm({ team }: { readonly team: Team }) {
  const [url, setUrl] = useState(team.state.offered ?? '')
  const [header, setHeader] = useState<Header>(['', ''])
  const [sentence, setSentence] = useState('')
  const submit = async (event: Event) => {
    event.preventDefault()
    setSentence((await team.use(url, sendable(header))) ?? '')
  }
  return (
    <form id="setting-url" onSubmit={submit} noValidate>
      <p class="explanation">{message('options_teamExplained', defaultRefreshMinutes)}</p>
      <div class="field-input team-url">
        <input
          type="url"
          id="team-url"
          class="text-input"
          aria-label={message('options_teamUrl')}
          aria-describedby="team-problem"
          aria-invalid={sentence !== ''}
          placeholder="https://"
          value={url}
          onInput={event => setUrl(event.currentTarget.value)}
        />
        <button type="submit" class="button">
          {message('options_teamUse')}
        </button>
      </div>
      <p class="field-error" id="team-problem" role="alert">
        {sentence}
      </p>
      <details class="team-more team-token">
        <summary>{message('options_teamToken')}</summary>
        <div class="field-input">
          <HeaderFields header={header} onChange={setHeader} />
        </div>
        <p class="explanation">{message('options_teamTokenExplained')}</p>
      </details>
    </form>
  )
}

/** Returns a header as it is sent, as a list; empty if it has no name or no value. */
function sendable([name, value]: Header): readonly Header[] {
  return name.trim() === '' || value.trim() === '' ? [] : [[name.trim(), value.trim()]]
}

interface HeaderFieldsProps {
  readonly header: Header
  onChange(header: Header): void
}

/** The name and the value of a request header. */
function HeaderFields({ header: [name, value], onChange }: HeaderFieldsProps) {
  return (
    <>
      <input
        type="text"
        class="text-input"
        aria-label={message('options_teamHeaderName')}
        placeholder="Authorization"
        autocomplete="off"
        value={name}
        onInput={event => onChange([event.currentTarget.value, value])}
      />
      <input
        type="password"
        class="text-input"
        aria-label={message('options_teamHeaderValue')}
        placeholder="Bearer …"
        autocomplete="off"
        value={value}
        onInput={event => onChange([name, event.currentTarget.value])}
      />
    </>
  )
}

function Following({ team, source }: { readonly team: Team; readonly source: TeamInForce }) {
  const { status, foundAt, waits, refreshing } = team.state
  const onChange = (changed: TeamSource) => team.change(source, changed)
  const failure = status?.failure
  const { policy } = source
  return (
    <>
      <p class="team-address">{source.url}</p>
      {foundAt !== undefined && foundAt !== source.url && (
        <p class="team-redirected">{message('options_teamRedirected', foundAt)}</p>
      )}
      {policy.url && <SetByOrganization />}
      <p class={failure ? 'sync-state troubled' : 'sync-state'} role="status">
        {failure
          ? [teamFailureSentence(failure), ageSentence(status)].join(' ')
          : refreshing || status?.fetched === undefined
            ? message('options_teamFetching')
            : `${countMessage('options_teamRoles', status.roles)} ${ageSentence(status)}`}
      </p>
      {status?.change && (
        <div class="team-change">
          <h3>{message(waits ? 'options_teamWaits' : 'options_teamChanged')}</h3>
          <ChangedProfiles change={status.change} />
          <button
            type="button"
            class="button"
            onClick={() => (waits ? team.approve : team.forgetChange)(status.about ?? '')}
          >
            {message(waits ? 'options_teamApprove' : 'options_teamSeen')}
          </button>
        </div>
      )}
      <div class="team-buttons">
        <button type="button" class="button" disabled={refreshing} onClick={team.refresh}>
          {message(failure?.reason.kind === 'no-permission' ? 'options_teamAllow' : 'options_teamRefresh')}
        </button>
        {policy.url !== 'locked' && (
          <button type="button" class="button danger" onClick={() => team.remove(source)}>
            {message('options_teamRemove')}
          </button>
        )}
      </div>
      <details class="team-more team-further">
        <summary>{message('options_teamMore')}</summary>
        <Check
          id="team-approve"
          label={message('options_teamApproval')}
          explanation={message('options_teamApprovalExplained')}
          checked={source.approve}
          locked={policy.approve === 'locked'}
          onChange={approve => onChange({ ...source, approve })}
        />
        <Check
          id="team-cookies"
          label={message('options_teamCookies')}
          explanation={message('options_teamCookiesExplained')}
          checked={source.cookies}
          locked={policy.cookies === 'locked'}
          onChange={cookies => onChange({ ...source, cookies })}
        />
        <RefreshField
          own={source.refresh}
          team={status?.refresh}
          locked={policy.refresh === 'locked'}
          onChange={refresh => onChange(withRefresh(source, refresh))}
        />
        <Headers
          headers={source.headers}
          policy={policy.headers}
          onChange={headers => onChange({ ...source, headers })}
          onRemove={name => team.removeHeader(source, name)}
        />
      </details>
    </>
  )
}

function withRefresh({ refresh: _, ...source }: TeamSource, refresh: number | undefined): TeamSource {
  return refresh === undefined ? source : { ...source, refresh }
}

function ageSentence(status: TeamStatus | undefined): string {
  if (status?.fetched === undefined) return ''
  return message('options_teamAge', dateText(status.fetched), dateText(status.next))
}

interface HeadersProps {
  readonly headers: readonly Header[]
  readonly policy: TeamInForce['policy']['headers']
  onChange(headers: readonly Header[]): void
  onRemove(name: string): void
}

/** Request headers, whose values are never shown again. */
function Headers({ headers, policy, onChange, onRemove }: HeadersProps) {
  const [header, setHeader] = useState<Header>(['', ''])
  const add = (event: Event) => {
    event.preventDefault()
    const added = sendable(header)
    const [name] = added.flat()
    if (name === undefined) return
    const others = headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase())
    onChange([...others, ...added])
    setHeader(['', ''])
  }
  return (
    <form class="setting stacked" onSubmit={add} aria-labelledby="team-headers">
      <div class="setting-text">
        <p class="setting-label" id="team-headers">
          {message('options_teamHeaders')}
        </p>
        <p class="explanation">{message('options_teamHeadersExplained')}</p>
        {policy && <SetByOrganization />}
      </div>
      <ul class="team-headers">
        {headers.map(([name]) => (
          <li key={name}>
            <code>{name}: ••••</code>
            <button
              type="button"
              class="icon-button"
              aria-label={message('options_teamHeaderRemove', name)}
              onClick={() => onRemove(name)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
      {policy !== 'locked' && (
        <div class="field-input">
          <HeaderFields header={header} onChange={setHeader} />
          <button type="submit" class="button">
            {message('options_add')}
          </button>
        </div>
      )}
    </form>
  )
}
