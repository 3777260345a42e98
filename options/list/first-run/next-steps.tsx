import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { consoleHome } from '../../../src/aws/partitions'
import { isPinnedToToolbar } from '../../../src/browser/action'
import { message } from '../../../src/browser/i18n'
import { usedRolesItem } from '../../../src/storage/used-roles'
import { CloseIcon, DoneIcon } from '../../../styles/icons/settings-icons'
import { useReading } from '../../parts/use-reading'
import type { SettingsUnit } from '../../settings/use-settings'
import type { List } from '../use-list'

/** How often the browser is asked whether the button is pinned, in milliseconds: it reports no change. */
const pinIntervalMs = 1_000

interface NextStepsProps {
  readonly list: List
  readonly settings: SettingsUnit
}

/** What a newcomer does once the first list is saved: pin the button, and switch. Each step checks itself off. */
export function NextSteps({ list, settings }: NextStepsProps) {
  const isPinned = usePinned()
  const hasSwitched = useFirstSwitch()
  const { shortcut } = settings.state
  return (
    <section class="next-steps" aria-labelledby="next-steps">
      <h2 id="next-steps">{message('options_nextSteps')}</h2>
      <ol>
        <Step isDone={isPinned}>{message('options_stepPin')}</Step>
        <Step isDone={hasSwitched}>
          {shortcut ? message('options_stepSwitch', shortcut) : message('options_stepSwitchPlain')}{' '}
          <a class="button small" href={consoleHome} target="_blank" rel="noopener">
            {message('popup_openConsole')}
          </a>
        </Step>
      </ol>
      <button
        type="button"
        class="icon-button"
        aria-label={message('options_dismiss')}
        onClick={list.start.closeSteps}
      >
        <CloseIcon />
      </button>
    </section>
  )
}

function Step({ isDone, children }: { readonly isDone: boolean; readonly children: ComponentChildren }) {
  return (
    <li class={isDone ? 'done' : undefined}>
      <span class="step-tick" role="status">
        {isDone && (
          <>
            <DoneIcon />
            <span class="visually-hidden">{message('options_stepDone')}</span>
          </>
        )}
      </span>
      <span>{children}</span>
    </li>
  )
}

function usePinned(): boolean {
  const [isPinned, setPinned] = useState(false)
  useEffect(() => {
    if (isPinned) return
    const ask = () => void isPinnedToToolbar().then(pinned => setPinned(pinned === true))
    ask()
    const timer = setInterval(ask, pinIntervalMs)
    return () => clearInterval(timer)
  }, [isPinned])
  return isPinned
}

/** Whether a role was switched to since the steps were first shown, or before. */
function useFirstSwitch(): boolean {
  const used = useReading(usedRolesItem)
  return used.kind === 'value' && used.value.length > 0
}
