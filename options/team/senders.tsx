import { useState } from 'preact/hooks'
import { countMessage, message } from '../../src/browser/i18n'
import type { TeamSender } from '../../src/team/stored-senders'
import { CloseIcon } from '../../styles/icons/settings-icons'
import { Check, SetByOrganization } from '../parts/setting-field'
import { dateText } from '../parts/short-texts'
import { ChangedProfiles } from './changed-profiles'
import { sentTextSentence } from './team-sentences'
import type { Team } from './use-team'

interface SendersProps {
  readonly team: Team
  /** Whether an administrator has set them, and whether the user can change that. */
  readonly policy: 'locked' | 'default' | undefined
  /** The id that other extensions use for this one. */
  readonly ownId: string
}

/** The extensions that may send a list: what they sent, when, and what changed. */
export function Senders({ team, policy, ownId }: SendersProps) {
  const { senders, senderApproval: approval } = team.state
  const isLocked = policy === 'locked'
  const [id, setId] = useState('')
  const [sentence, setSentence] = useState('')
  const allow = async (event: Event) => {
    event.preventDefault()
    const sentence = await team.senders.allow(id)
    setSentence(sentence ?? '')
    if (sentence === undefined) setId('')
  }
  return (
    <details class="team-more senders" open={senders.length > 0 || isLocked}>
      <summary>{message('options_senders')}</summary>
      <p class="explanation">{message('options_sendersExplained', ownId)}</p>
      {policy && <SetByOrganization />}
      <ul>
        {senders.map(sender => (
          <li key={sender.id}>
            <div class="sender">
              <code>{sender.id}</code>
              {!isLocked && (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={message('options_senderRemove', sender.id)}
                  onClick={() => team.senders.remove(sender.id)}
                >
                  <CloseIcon />
                </button>
              )}
            </div>
            <p class={sender.failure ? 'sync-state troubled' : 'sync-state'} role="status">
              {stateSentence(sender)}
            </p>
            {sender.change && (
              <div class="team-change">
                <h3>{message(sender.waits ? 'options_senderWaits' : 'options_senderChanged')}</h3>
                <ChangedProfiles change={sender.change} />
                <button
                  type="button"
                  class="button"
                  onClick={() =>
                    (sender.waits ? team.senders.approve : team.senders.forgetChange)(
                      sender.id,
                      sender.about ?? '',
                    )
                  }
                >
                  {message(sender.waits ? 'options_teamApprove' : 'options_teamSeen')}
                </button>
              </div>
            )}
            <Check
              id={`sender-approve-${sender.id}`}
              label={message('options_teamApproval')}
              explanation={message('options_senderApprovalExplained')}
              checked={approval.locked ?? sender.approve ?? approval.otherwise}
              locked={approval.locked !== undefined}
              onChange={approve => team.senders.setApproval(sender.id, approve)}
            />
          </li>
        ))}
      </ul>
      {!isLocked && (
        <form class="setting stacked" onSubmit={allow} noValidate>
          <div class="field-input">
            <input
              type="text"
              class="text-input"
              aria-label={message('options_senderId')}
              aria-describedby="sender-problem"
              aria-invalid={sentence !== ''}
              placeholder={message('options_senderId')}
              autocomplete="off"
              value={id}
              onInput={event => setId(event.currentTarget.value)}
            />
            <button type="submit" class="button">
              {message('options_senderAllow')}
            </button>
          </div>
          <p class="field-error" id="sender-problem" role="alert">
            {sentence}
          </p>
        </form>
      )}
    </details>
  )
}

function stateSentence({ sent, roles, failure }: TeamSender): string {
  const inForce =
    sent === undefined
      ? message('options_senderNothing')
      : countMessage('options_senderSent', roles, dateText(sent))
  if (!failure) return inForce
  return [
    inForce,
    message('options_senderRefused', dateText(failure.time)),
    sentTextSentence(failure.reason),
  ].join(' ')
}
