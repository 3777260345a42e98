import { useEffect, useState } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import {
  maxRefreshMinutes,
  minRefreshMinutes,
  readRefreshMinutes,
} from '../../src/config/parse/refresh-minutes'
import { defaultRefreshMinutes } from '../../src/team/refresh-time'
import { Setting } from '../parts/setting-field'

interface RefreshFieldProps {
  /** The user's own minutes between refreshes; undefined if the team's are used. */
  readonly own: number | undefined
  readonly team: number | undefined
  /** Whether an administrator has locked it. */
  readonly locked: boolean
  onChange(minutes: number | undefined): void
}

/** How often the team's list is requested; a change takes effect on leaving the field, or on Enter. */
export function RefreshField({ own, team, locked, onChange }: RefreshFieldProps) {
  /** The content of the field before it takes effect. */
  const [written, setWritten] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  useEffect(() => setWritten(undefined), [own])
  const bounds = [minRefreshMinutes, maxRefreshMinutes] as const
  const take = (written: string) => {
    const minutes = readRefreshMinutes(written)
    setWrong(written !== '' && minutes === undefined)
    if (written === '' || minutes !== undefined) onChange(minutes)
  }
  return (
    <Setting
      id="team-refresh"
      label={message('options_teamInterval')}
      control="team-refresh-minutes"
      locked={locked}
      explanation={message('options_teamIntervalExplained', ...bounds, team ?? defaultRefreshMinutes)}
    >
      <input
        type="text"
        inputMode="numeric"
        id="team-refresh-minutes"
        class="text-input short"
        aria-describedby={locked ? 'team-refresh team-refresh-locked' : 'team-refresh'}
        disabled={locked}
        aria-invalid={isWrong}
        placeholder={String(team ?? defaultRefreshMinutes)}
        autocomplete="off"
        value={written ?? own ?? ''}
        onInput={event => setWritten(event.currentTarget.value)}
        onChange={event => take(event.currentTarget.value.trim())}
      />
      <p class="field-error" role="alert">
        {isWrong && message('options_teamIntervalWrong', ...bounds)}
      </p>
    </Setting>
  )
}
