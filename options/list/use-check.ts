import { useEffect, useRef } from 'preact/hooks'
import { prepareSave } from '../../src/list/save-list'
import { type CheckedText, checkText } from './check-text'
import type { ListUnit } from './list-unit'
import { hasUnsavedChanges } from './state'

/** How long the keyboard must be idle before the text is checked, in milliseconds. */
const checkPauseMs = 400

/** Checks the editor's text. */
export interface Check {
  /** Notes that the text has changed since the last check. */
  edited(): void
  /** Checks it once the page is idle. */
  soon(): void
  /** Checks it once the keyboard has been idle for a while. */
  afterPause(): void
  /** Returns the last check, which is of the editor's text unless that was edited since. */
  last(): CheckedText | undefined
}

export interface CheckNeeds {
  /** Parsed together with the user's own text. */
  readonly teamTexts: readonly string[]
  /** Called with each text that was checked. */
  measure(text: string, isLatest: () => boolean): Promise<void>
}

/** Checks the text now, and again whenever the team's texts change, because they change what it means. */
export function useCheck({ state, dispatch, editor }: ListUnit, { teamTexts, measure }: CheckNeeds): Check {
  const edits = useRef(0)
  const last = useRef<CheckedText | undefined>(undefined)
  const timer = useRef(0)
  const check = async () => {
    const text = editor.current?.text()
    if (text === undefined) return
    const asOf = edits.current
    const checked = await checkText(text, teamTexts)
    // An edit made meanwhile is followed by a check of its own.
    if (asOf !== edits.current) return
    last.current = checked
    dispatch({ kind: 'checked', findings: checked.findings })
    await idle()
    if (hasUnsavedChanges(state)) await prepareSave(checked)
    await measure(text, () => asOf === edits.current)
  }
  const latest = useRef(check)
  latest.current = check
  const checkAfter = (pauseMs: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => idle().then(() => latest.current()), pauseMs)
  }

  // An unreadable text counts as empty.
  const isLoading = state.readFailure?.kind === 'loading'
  useEffect(() => checkAfter(0), [teamTexts, isLoading])

  return {
    edited: () => {
      edits.current++
    },
    soon: () => checkAfter(0),
    afterPause: () => checkAfter(checkPauseMs),
    last: () => last.current,
  }
}

/** Resolves once the page has nothing else to do, or after half a second. */
function idle(): Promise<unknown> {
  return new Promise(resolve => requestIdleCallback(resolve, { timeout: 500 }))
}
