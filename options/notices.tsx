import { countMessage, message } from '../src/browser/i18n'
import { valueIn } from '../src/browser/stored-item'
import { CloseIcon, SeverityIcon } from '../styles/icons/settings-icons'
import { commandFailureSentence } from './command-failure-sentences'
import { readFailureSentence } from './list/list-sentences'
import type { List } from './list/use-list'
import { ImagesStopped } from './parts/images-stopped'
import { dateText } from './parts/short-texts'
import type { CommandFailure } from './state'
import type { Sync } from './sync/use-sync'

interface NoticesProps {
  readonly list: List
  readonly sync: Sync
  readonly failure: CommandFailure | undefined
  onDismiss(): void
}

/** Failures, above everything else. */
export function Notices({ list, sync, failure, onDismiss }: NoticesProps) {
  const { readFailure, changedElsewhere, saved } = list.state
  const { reading } = sync.state
  const conflicts = (readFailure === undefined && reading && valueIn(reading)?.conflicts) || []
  const [conflict] = conflicts
  const readFailureText = readFailure && readFailureSentence(readFailure)
  return (
    <>
      {readFailureText !== undefined && (
        <div class="notice error" role="alert">
          <SeverityIcon severity="error" />
          <p>{readFailureText}</p>
          {readFailure?.kind === 'unreadable' && (
            <button type="button" class="button" onClick={list.beginAnew}>
              {message('options_beginAnew')}
            </button>
          )}
        </div>
      )}
      {failure && (
        <div class="notice error" role="alert">
          <SeverityIcon severity="error" />
          <p>{commandFailureSentence(failure)}</p>
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
          <button type="button" class="button" onClick={list.takeOther}>
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
          <button type="button" class="button" onClick={() => sync.openConflict(saved)}>
            {message('options_conflictCompare')}
          </button>
        </div>
      )}
    </>
  )
}
