import { useMemo, useRef, useState } from 'preact/hooks'
import { message } from '../../../src/browser/i18n'
import { foundPortals } from '../../../src/portal/found-portals'
import { portalsIn } from '../../../src/portal/plan/portals-in'
import { scanItem } from '../../../src/portal/stored-scan'
import { SeverityIcon } from '../../../styles/icons/settings-icons'
import type { Findings } from '../../editor/document'
import { useReading } from '../../parts/use-reading'
import type { SettingsUnit } from '../../settings/use-settings'
import type { List } from '../use-list'
import { AskForPortal } from './ask-for-portal'
import { PortalReview } from './portal-review'
import { SearchProgress } from './search-progress'

interface PortalPageProps {
  readonly list: List
  readonly findings: Findings
  readonly teamTexts: readonly string[]
  readonly settings: SettingsUnit
  readonly isShown: boolean
}

/** Fills the list from an access portal: asks for the portal, and shows what the menu finds there. */
export function PortalPage(props: PortalPageProps) {
  // While it is hidden, nothing is compared at each edit of the list.
  const shown = useRef<PortalPageProps>(undefined)
  if (props.isShown) shown.current = props
  return shown.current ? <Shown {...shown.current} list={props.list} /> : null
}

function Shown({ list, findings, teamTexts, settings }: PortalPageProps) {
  // A scan in the portal's tab stores each part as it comes.
  const reading = useReading(foundPortals)
  const progress = useReading(scanItem)
  const scan = progress.kind === 'value' ? progress.value : undefined
  const { chosen: chosenSettings } = settings.state
  const [chosen, setChosen] = useState<string>()
  const urls = useMemo(() => portalsIn(findings.text, findings.profiles), [findings])
  const all = reading.kind === 'value' ? reading.value : []
  const found = all.find(({ url }) => url === chosen) ?? all.at(-1)
  const isOfFound = scan && (!found || scan.found.url === found.url)
  const unfinished = isOfFound && scan.state.kind !== 'done' ? scan : undefined
  return (
    <>
      <header class="portal-header">
        <h2>{message('options_portalTitle')}</h2>
        {all.length > 1 && (
          <select
            aria-label={message('options_portalUrl')}
            value={found?.url}
            onChange={event => setChosen(event.currentTarget.value)}
          >
            {all.map(({ url }) => (
              <option key={url}>{url}</option>
            ))}
          </select>
        )}
        {found && (
          <a class="button" href={found.url} target="_blank" rel="noopener">
            {message('options_portalOpen')}
          </a>
        )}
        <a class="button" href="#roles">
          {message('options_portalBack')}
        </a>
      </header>
      {(reading.kind === 'failed' || reading.kind === 'unreadable' || reading.kind === 'newer') && (
        <div class="notice warning" role="alert">
          <SeverityIcon severity="warning" />
          <p>
            {reading.kind === 'failed'
              ? message('options_portalUnread', reading.message)
              : message('options_portalUnreadable')}
          </p>
        </div>
      )}
      {unfinished && <SearchProgress scan={unfinished} />}
      {found ? (
        <PortalReview
          key={found.url}
          list={list}
          findings={findings}
          teamTexts={teamTexts}
          found={found}
          saysProgress={unfinished !== undefined}
          hideAccountIds={chosenSettings.kind === 'value' && chosenSettings.value.hideAccountIds}
        />
      ) : (
        reading.kind !== 'loading' && (
          <section class="card">
            <AskForPortal urls={urls} />
          </section>
        )
      )}
    </>
  )
}
