import { useEffect, useState } from 'preact/hooks'
import { countMessage, message } from '../../src/browser/i18n'
import { ChevronIcon } from '../../styles/icons/menu-icons'
import type { Menu } from '../state'
import type { SeveralRequest } from './steps'

interface TickedRolesProps {
  readonly menu: Menu
  onSeveral(request: SeveralRequest): void
}

/** What can be done with the ticked roles or, without any, with those that are left from before. */
export function TickedRoles({ menu: { ticked, left = 0 }, onSeveral }: TickedRolesProps) {
  const isTicked = ticked !== undefined && ticked.size > 0
  const [said, setSaid] = useState('')
  // Screen readers say only what changes in a status that is there already.
  useEffect(() => setSaid(ticked ? tickedSentence(ticked.size) : ''), [ticked])
  return (
    <>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {(isTicked || left > 0) && (
        <button
          type="button"
          class="link-button"
          onClick={() => onSeveral({ kind: isTicked ? 'open' : 'open-left' })}
        >
          {isTicked ? countMessage('popup_ticked', ticked.size) : countMessage('popup_leftRoles', left)}
          <ChevronIcon />
        </button>
      )}
    </>
  )
}

function tickedSentence(count: number): string {
  return count > 0 ? countMessage('popup_tickedSaid', count) : message('popup_tickedNone')
}
