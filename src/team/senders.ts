import { exclusively } from '../browser/exclusively'
import { onExternalMessage } from '../browser/external-messages'
import { setTogether, valueIn } from '../browser/stored-item'
import { targetRoles } from '../roles/target-roles'
import { packParsedAgain } from '../storage/parse-again'
import { packSentTexts, readSentTexts, type SentText } from '../storage/sent-texts'
import { readTeamFiles, textsOf } from '../storage/team-files'
import { type TeamSender, teamSendersItem } from '../storage/team-senders'
import { compareTeam, isUnchanged } from './compare-team'
import { failureAnswer, notStored, refusal, type SenderAnswer, success } from './sender-answer'
import { type CheckedSentText, checkSentText, readSentText } from './sent-text'

/** Puts in force what allowed extensions send. Must be called at once when the script starts, so that a message starts it. */
export function hearSenders(): void {
  onExternalMessage(receive)
}

/** Lets an extension send, after those that are allowed already. Throws what the browser's storage throws. */
export function allowSender(id: string): Promise<void> {
  return exclusively(async () => {
    const senders = await readSenders()
    if (senders.every(sender => sender.id !== id)) await teamSendersItem.set([...senders, { id, roles: 0 }])
  })
}

/** Takes an extension's configuration out, and hears it no more. Throws what the browser's storage throws. */
export function removeSender(id: string): Promise<void> {
  return exclusively(async () => {
    const [senders, texts] = [await readSenders(), await readSentTexts()]
    await putInForce(
      senders.filter(sender => sender.id !== id),
      texts.filter(text => text.id !== id),
    )
  })
}

/** Forgets what changed, once the user has seen it. Throws what the browser's storage throws. */
export function forgetSenderChange(id: string): Promise<void> {
  return exclusively(async () => {
    const [senders, texts] = [await readSenders(), await readSentTexts()]
    const unchanged = ({ change: _, ...sender }: TeamSender) => sender
    const allSeen = ({ seen: _, ...sent }: SentText) => sent
    await setTogether(
      teamSendersItem.pack(senders.map(sender => (sender.id === id ? unchanged(sender) : sender))),
      await packSentTexts(texts.map(sent => (sent.id === id ? allSeen(sent) : sent))),
    )
  })
}

/** Answers a message. Whoever isn't allowed neither has anything written or parsed, nor waits for those who are. */
async function receive(message: unknown, id: string | undefined): Promise<SenderAnswer> {
  const text = readSentText(message)
  const allowed = await readSenders().catch(() => [])
  if (text === undefined || allowed.every(sender => sender.id !== id)) return refusal
  const checked = checkSentText(text)
  return exclusively(() => take(id, checked)).catch(() => notStored)
}

async function take(id: string | undefined, checked: CheckedSentText): Promise<SenderAnswer> {
  const senders = await readSenders()
  const before = senders.find(sender => sender.id === id)
  // It may have been removed meanwhile.
  if (!before) return refusal
  const withSender = (after: TeamSender) => senders.map(sender => (sender === before ? after : sender))
  const time = Date.now()
  if (checked.kind === 'refused') {
    const { reason } = checked
    await teamSendersItem.set(withSender({ ...before, failure: { time, reason } }))
    return failureAnswer(reason)
  }

  const { text, config } = checked
  const texts = await readSentTexts()
  const known = texts.find(sent => sent.id === before.id)
  const seen = known?.seen ?? known?.text
  const found = seen === undefined ? undefined : compareTeam([seen], [text])
  const change = found && !isUnchanged(found) ? found : undefined
  const after = withSender({
    id: before.id,
    sent: time,
    roles: targetRoles(config.profiles).roles.length,
    ...(change && { change }),
  })
  if (known?.text === text) await teamSendersItem.set(after)
  else {
    const sent = { id: before.id, text, ...(change && seen !== undefined && { seen }) }
    await putInForce(after, [...texts.filter(sent => sent !== known), sent])
  }
  return success
}

/** Writes senders, their texts in the same order, and what these and the others in force are together, in one call. */
async function putInForce(senders: readonly TeamSender[], texts: readonly SentText[]): Promise<void> {
  const inOrder = senders.flatMap(({ id }) => texts.filter(sent => sent.id === id))
  const { files } = await readTeamFiles()
  const parsed = await packParsedAgain([...textsOf(files), ...inOrder.map(({ text }) => text)])
  await setTogether(teamSendersItem.pack(senders), await packSentTexts(inOrder), ...parsed)
}

async function readSenders(): Promise<readonly TeamSender[]> {
  return valueIn(await teamSendersItem.get()) ?? []
}
