import { useMemo } from 'preact/hooks'
import { message } from '../../src/browser/i18n'
import { differences } from '../../src/config/compare/differences'
import { mergeTexts } from '../../src/config/compare/merge-texts'
import { CloseIcon } from '../../styles/icons/settings-icons'
import { Differences } from '../parts/differences-view'
import { dateText, namesText } from '../parts/short-texts'
import { useModal } from '../parts/use-modal'
import type { ConflictingState } from './state'
import type { Sync } from './use-sync'

interface ConflictDialogProps {
  readonly sync: Sync
  readonly conflicting: ConflictingState
  /** Puts the other text, or the merged one, into the editor. */
  onUse(text: string, merged: boolean): void
}

/** Two texts that were saved at the same time: their differences, and the ways to resolve them. */
export function ConflictDialog({ sync, conflicting, onUse }: ConflictDialogProps) {
  const element = useModal(sync.closeConflict)

  const { time, inForce, other, base } = conflicting
  const found = useMemo(() => differences(inForce, other), [inForce, other])
  const merge = useMemo(() => mergeTexts(base, inForce, other), [base, inForce, other])
  return (
    <dialog ref={element} class="dialog" aria-labelledby="conflict-title">
      <header>
        <h2 id="conflict-title">{message('options_conflictTitle', dateText(time))}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={message('options_cancel')}
          onClick={sync.closeConflict}
        >
          <CloseIcon />
        </button>
      </header>
      <p class="dialog-text">
        {message('options_conflictExplained')}
        {merge.kind === 'overlap' && ` ${message('options_conflictOverlap', overlapText(merge.names))}`}
      </p>
      <Differences found={found} labelledBy="conflict-title" />
      <footer>
        <button type="button" class="button" onClick={sync.keepInForce}>
          {message('options_conflictKeep')}
        </button>
        <button type="button" class="button" onClick={() => onUse(other, false)}>
          {message('options_conflictUse')}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={merge.kind === 'overlap'}
          onClick={() => merge.kind === 'merged' && onUse(merge.text, true)}
        >
          {message('options_conflictMerge')}
        </button>
      </footer>
    </dialog>
  )
}

function overlapText(names: readonly (string | undefined)[]): string {
  return namesText(names.map(name => name ?? message('options_topOfText')))
}
