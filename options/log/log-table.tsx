import { useMemo, useState } from 'preact/hooks'
import { formatNumber, message } from '../../src/browser/i18n'
import type { Role } from '../../src/config/resolve/role'
import { dashedAccount } from '../../src/lib/dashed-account'
import { cloudTrailLink } from '../../src/log/cloudtrail-link'
import type { LogEntry } from '../../src/log/log-entry'
import { OpenIcon } from '../../styles/icons/panel-icons'
import { durationText, fromLabels, howLabels, localTime } from './log-rows'

interface LogTableProps {
  /** Latest first. */
  readonly entries: readonly LogEntry[]
  readonly roles: readonly Role[]
}

/** Number of entries shown at first, and at most added by a press: the document stays small. */
const firstRows = 100
const moreRows = 500

export function LogTable({ entries, roles }: LogTableProps) {
  const [count, setCount] = useState(firstRows)
  const time = useMemo(localTime, [])
  const portals = useMemo(
    () => new Map(roles.flatMap(role => (role.portal === undefined ? [] : [[keyOf(role), role]]))),
    [roles],
  )
  const left = entries.length - count
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls in a narrow window, by keyboard too. */}
      <section class="log-scroll" tabIndex={0} aria-labelledby="log-entries">
        <table class="log">
          <thead>
            <tr>
              <th scope="col">{message('options_logTime')}</th>
              <th scope="col">{message('options_logRole')}</th>
              <th scope="col">{message('options_logAccount')}</th>
              <th scope="col">{message('options_logDuration')}</th>
              <th scope="col">{message('options_logFrom')}</th>
              <th scope="col">{message('options_logReason')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, count).map(entry => (
              <LogRow
                key={entry.id}
                entry={entry}
                time={time(entry.at)}
                link={cloudTrailLink(entry, portals.get(keyOf(entry)))}
              />
            ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <button type="button" class="button log-more" onClick={() => setCount(count + moreRows)}>
          {message('options_logMore', formatNumber(Math.min(left, moreRows)))}
        </button>
      )}
    </>
  )
}

interface LogRowProps {
  readonly entry: LogEntry
  readonly time: string
  readonly link: string
}

function LogRow({ entry, time, link }: LogRowProps) {
  const { at, profile, roleName, account, how, from, reason } = entry
  const duration = durationText(entry)
  return (
    <tr>
      <td>
        <time dateTime={new Date(at).toISOString()}>{time}</time>
      </td>
      <th scope="row">
        <bdi>{profile}</bdi>
        <span class="log-quiet">
          <bdi>{roleName}</bdi>
          {how !== 'switch' && ` · ${message(howLabels[how])}`}
        </span>
      </th>
      <td>{dashedAccount(account)}</td>
      <td>
        {duration ?? (
          <>
            <span aria-hidden="true">–</span>
            <span class="visually-hidden">{message('options_logUnknown')}</span>
          </>
        )}
      </td>
      <td>{message(fromLabels[from])}</td>
      <td class="log-reason">{reason !== undefined && <bdi>{reason}</bdi>}</td>
      <td>
        <a
          href={link}
          target="_blank"
          rel="noopener noreferrer"
          class="log-events"
          title={message('options_logEvents')}
          aria-label={message('options_logEventsOf', profile, time)}
        >
          CloudTrail
          <OpenIcon />
        </a>
      </td>
    </tr>
  )
}

function keyOf({ account, roleName }: Pick<Role, 'account' | 'roleName'>): string {
  return `${account} ${roleName}`
}
