import { message } from '../../src/browser/i18n'
import { ask } from '../../src/browser/messaging'
import { requestOrigins } from '../../src/browser/permissions'
import { checkTeamUrl, patternOf } from '../../src/config/parse/team-url'
import { errorText } from '../../src/lib/error-text'
import { approveTeam, forgetTeamChange, removeTeam } from '../../src/team/refresh-team'
import {
  allowSender,
  approveSender,
  changeSender,
  forgetSenderChange,
  removeSender,
} from '../../src/team/sender-commands'
import { checkSenderId } from '../../src/team/sender-id'
import { changeTeam, useTeamUrl } from '../../src/team/team-commands'
import type { Header, TeamSource } from '../../src/team/team-source'
import { attempt } from '../parts/attempt'
import { teamUrlSentence } from '../parts/team-url-sentence'
import type { OfferUndo } from '../parts/use-undo'
import type { TeamAction, TeamState } from './state'

type Dispatch = (action: TeamAction) => void

/** The team list and the extensions that may send one, and the user's actions on them. */
export interface Team {
  readonly state: TeamState
  /** Returns why the address is rejected, if it is, for the form to show. The headers are sent from the first request on. */
  use(url: string, headers: readonly Header[]): Promise<string | undefined>
  /** `shown` is the source that the user saw. */
  change(shown: TeamSource, source: TeamSource): void
  refresh(): void
  /** `about` is the digest of the change that was shown. */
  approve(about: string): void
  forgetChange(about: string): void
  /** Stops using the source, and offers to use it again as it was. */
  remove(source: TeamSource): void
  /** Takes a header out of the source, and offers to put it back. */
  removeHeader(source: TeamSource, name: string): void
  readonly senders: SenderCommands
}

interface SenderCommands {
  /** Returns why the id is rejected, if it is. */
  allow(id: string): Promise<string | undefined>
  /** `about` is the digest of the change that was shown. */
  approve(id: string, about: string): void
  /** Whether a text from the extension waits for the user. */
  setApproval(id: string, approve: boolean): void
  forgetChange(id: string, about: string): void
  remove(id: string): void
}

/** The commands of the team's unit. */
export function useTeam(state: TeamState, dispatch: Dispatch, offerUndo: OfferUndo): Team {
  // The browser only asks the user if it is called synchronously, in the handler of the press.
  const use = async (written: string, headers: readonly Header[]) => {
    const checked = checkTeamUrl(written)
    if (checked.kind !== 'url') return teamUrlSentence(checked)
    try {
      if (!(await requestOrigins(checked.pattern))) return message('options_teamNoPermission')
      await useTeamUrl(checked.url, { headers })
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
    remove: ({ url, headers, cookies, approve, refresh }) =>
      attempt(dispatch, async () => {
        await removeTeam(url)
        const how = { headers, cookies, approve, ...(refresh !== undefined && { refresh }) }
        offerUndo(message('options_teamStopped'), () =>
          attempt(dispatch, async () => {
            if (await requestOrigins(patternOf(new URL(url)))) await useTeamUrl(url, how)
          }),
        )
      }),
    removeHeader: (source, name) =>
      attempt(dispatch, async () => {
        const without = { ...source, headers: source.headers.filter(([other]) => other !== name) }
        await changeTeam(source, without)
        offerUndo(message('options_teamHeaderRemoved', name), () =>
          attempt(dispatch, () => changeTeam(without, source)),
        )
      }),
    senders: {
      allow,
      approve: (id, about) => attempt(dispatch, () => approveSender(id, about)),
      setApproval: (id, approve) => attempt(dispatch, () => changeSender(id, approve)),
      forgetChange: (id, about) => attempt(dispatch, () => forgetSenderChange(id, about)),
      remove: id =>
        attempt(dispatch, async () => {
          await removeSender(id)
          offerUndo(message('options_senderRemoved', id), () => attempt(dispatch, () => allowSender(id)))
        }),
    },
  }
}
