import { countMessage, message } from '../src/browser/i18n'
import { valueIn } from '../src/browser/stored-item'
import { CloseIcon, SeverityIcon } from './icons'
import { ImagesStopped } from './images-stopped'
import { dateText, failureSentence, obstacleSentence } from './sentences'
import type { State } from './state'

interface NoticesProps {
  readonly state: State
  onBeginAnew(): void
  onTakeOther(): void
  onConflict(): void
  onDismiss(): void
}

/** What keeps the user from working, or did not work: above all else. */
export function Notices({ state, onBeginAnew, onTakeOther, onConflict, onDismiss }: NoticesProps) {
  const { obstacle, failure, changedElsewhere, sync } = state
  const conflicts = (obstacle === undefined && sync && valueIn(sync)?.conflicts) || []
  const [conflict] = conflicts
  const obstacleText = obstacle && obstacleSentence(obstacle)
  return (
    <>
      {obstacleText !== undefined && (
        <div class="notice error" role="alert">
          <SeverityIcon severity="error" />
          <p>{obstacleText}</p>
          {obstacle?.kind === 'unreadable' && (
            <button type="button" class="button" onClick={onBeginAnew}>
              {message('options_beginAnew')}
            </button>
          )}
        </div>
      )}
      {failure && (
        <div class="notice error" role="alert">
          <SeverityIcon severity="error" />
          <p>{failureSentence(failure)}</p>
          <button
            type="button"
            class="icon-button"
            aria-label={message('options_dismiss')}
            onClick={onDismiss}
          >
            <CloseIcon />
          </button>
        </div>
      )}
      {changedElsewhere && (
        <div class="notice warning" role="alert">
          <SeverityIcon severity="warning" />
          <p>{message('options_changedElsewhere')}</p>
          <button type="button" class="button" onClick={onTakeOther}>
            {message('options_takeOther')}
          </button>
        </div>
      )}
      <ImagesStopped />
      {conflict && (
        <div class="notice warning" role="alert">
          <SeverityIcon severity="warning" />
          <p>
            {message('options_conflict', dateText(conflict.time))}
            {conflicts.length > 1 && ` ${countMessage('options_conflictMore', conflicts.length - 1)}`}
          </p>
          <button type="button" class="button" onClick={onConflict}>
            {message('options_conflictCompare')}
          </button>
        </div>
      )}
    </>
  )
}
