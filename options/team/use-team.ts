import { message } from '../../src/browser/i18n'
import { ask } from '../../src/browser/messaging'
import { requestOrigins } from '../../src/browser/permissions'
import { valueIn } from '../../src/browser/stored-item'
import { checkTeamUrl, patternOf } from '../../src/config/parse/team-url'
import { errorText } from '../../src/lib/error-text'
import { changeTeam, followTeam, useTeamUrl } from '../../src/team/choose-team'
import { approveTeam, forgetTeamChange, removeTeam } from '../../src/team/refresh-team'
import { checkSenderId } from '../../src/team/sender-id'
import {
  allowSender,
  approveSender,
  changeSender,
  forgetSenderChange,
  removeSender,
} from '../../src/team/senders'
import { followSenders } from '../../src/team/senders-in-force'
import { sentTextsItem } from '../../src/team/stored-sent-texts'
import { readTeamFiles, readTeamTexts, teamFilesItem } from '../../src/team/team-files'
import type { TeamSource } from '../../src/team/team-source'
import { teamStatusItem } from '../../src/team/team-status'
import { attempt } from '../parts/attempt'
import type { TeamAction, TeamState } from './state'
import { teamUrlSentence } from './team-sentences'

type Dispatch = (action: TeamAction) => void

/** The team's configuration and the extensions that may send one: as they are, and what the user can do with them. */
export interface Team {
  readonly state: TeamState
  /** Gives why the address isn't taken, where it isn't: as the form's own answer to a press. */
  use(url: string): Promise<string | undefined>
  /** `shown` is the source that the user saw. */
  change(shown: TeamSource, source: TeamSource): void
  refresh(): void
  /** `about` is the digest of the change that was shown. */
  approve(about: string): void
  forgetChange(about: string): void
  remove(url: string): void
  readonly senders: SenderCommands
}

interface SenderCommands {
  /** Gives why the id isn't taken, where it isn't. */
  allow(id: string): Promise<string | undefined>
  /** `about` is the digest of the change that was shown. */
  approve(id: string, about: string): void
  /** Whether what the extension sends waits for the user. */
  setApproval(id: string, approve: boolean): void
  forgetChange(id: string, about: string): void
  remove(id: string): void
}

/** The commands of the team's unit. */
export function useTeam(state: TeamState, dispatch: Dispatch): Team {
  // The browser asks the user only where it is asked itself at once, in the handler of the press.
  const use = async (written: string) => {
    const checked = checkTeamUrl(written)
    if (checked.kind !== 'url') return teamUrlSentence(checked)
    try {
      if (!(await requestOrigins(checked.pattern))) return message('options_teamNoPermission')
      await useTeamUrl(checked.url)
      return undefined
    } catch (error) {
      return message('options_notDone', errorText(error))
    }
  }

  const refresh = async () => {
    const { source, status } = state
    if (!source) return
    dispatch({ kind: 'team-read', team: { refreshing: true } })
    const isMissing = status?.failure?.reason.kind === 'no-permission'
    if (!isMissing || (await requestOrigins(patternOf(new URL(source.url))))) await ask('refresh-team')
    dispatch({ kind: 'team-read', team: { refreshing: false } })
  }

  const allow = async (written: string) => {
    const checked = checkSenderId(written)
    if (checked.kind !== 'id') return message('options_senderNoId')
    try {
      await allowSender(checked.id)
      return undefined
    } catch (error) {
      return message('options_notDone', errorText(error))
    }
  }

  return {
    state,
    use,
    change: (shown, source) => attempt(dispatch, () => changeTeam(shown, source)),
    refresh: () => attempt(dispatch, refresh),
    approve: about => attempt(dispatch, () => approveTeam(about)),
    forgetChange: about => attempt(dispatch, () => forgetTeamChange(about)),
    remove: url => attempt(dispatch, () => removeTeam(url)),
    senders: {
      allow,
      approve: (id, about) => attempt(dispatch, () => approveSender(id, about)),
      setApproval: (id, approve) => attempt(dispatch, () => changeSender(id, approve)),
      forgetChange: (id, about) => attempt(dispatch, () => forgetSenderChange(id, about)),
      remove: id => attempt(dispatch, () => removeSender(id)),
    },
  }
}

/** Reads what is stored of the team and follows it until `signal`. Gives the first readings. */
export function readTeam(dispatch: Dispatch, signal: AbortSignal): readonly Promise<unknown>[] {
  const readFiles = async () => {
    const [{ files, waiting }, texts] = await Promise.all([readTeamFiles(), readTeamTexts()])
    const foundAt = (waiting ?? files)[0]?.finalUrl
    dispatch({ kind: 'team-read', team: { texts, foundAt, waits: waiting !== undefined } })
  }
  return [
    followTeam(team => dispatch({ kind: 'team-read', team: { ...team, loading: false } }), signal),
    teamStatusItem.follow(
      reading => dispatch({ kind: 'team-read', team: { status: valueIn(reading) } }),
      signal,
    ),
    teamFilesItem.follow(() => void readFiles().catch(() => {}), signal),
    sentTextsItem.follow(() => void readFiles().catch(() => {}), signal),
    followSenders(senders => dispatch({ kind: 'team-read', team: { senders } }), signal),
  ]
}
