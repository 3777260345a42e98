import { onStart } from '../browser/background-events'
import { message } from '../browser/i18n'
import { exclusively } from '../browser/locks'
import { onExternalMessage } from '../browser/messaging'
import { onManagedChange } from '../browser/storage-areas'
import { setTogether, valueIn } from '../browser/stored-item'
import { parseTogether } from '../config/resolve/parse-together'
import { targetRoles } from '../config/resolve/target-roles'
import { ChangedMeanwhileError, digestOf } from '../lib/digest'
import { errorText } from '../lib/error-text'
import { listItem } from '../storage/list-item'
import { packParsedAgain } from '../storage/pack-list'
import { type CheckedSentText, checkSentText, readSentText } from './check-sent-text'
import { compareTeam, isUnchanged, type TeamComparison } from './compare-team'
import { failureAnswer, notStored, refusal, type SenderAnswer, success } from './sender-answer'
import { maySetSenders, packSenders, readSenders } from './senders-in-force'
import type { TeamSender } from './stored-senders'
import { packSentTexts, readSentTexts, type SentText, textsInForce } from './stored-sent-texts'
import { readTeamFiles, textsOf } from './team-files'
import { readSenderApproval } from './team-in-force'

/**
 * Puts texts from allowed extensions in use. Call it synchronously when the script starts, so that a message can start it.
 */
export function registerSenders(): void {
  onExternalMessage(receive)
  const drop = () => void dropLockedOut().catch(() => {})
  onStart(drop)
  onManagedChange(drop)
}

/**
 * Removes the texts of extensions that an administrator no longer lets send. Whatever fails is tried again at the next
 * start.
 */
function dropLockedOut(): Promise<void> {
  return exclusively(async () => {
    const [senders, { texts }] = [await readSenders(), await readSentTexts()]
    const isOut = ({ id }: SentText) => senders.every(sender => sender.id !== id)
    if (texts.some(isOut)) await putInForce(senders, texts)
  })
}

/** Lets an extension send, after those that are already allowed. */
export function allowSender(id: string): Promise<void> {
  return exclusively(async () => {
    await refuseIfLocked()
    const senders = await readSenders()
    if (senders.some(sender => sender.id === id)) return
    await write([...senders.map(asOwn), { id, roles: 0 }])
  })
}

/** Stores whether a change from an extension waits for the user. */
export function changeSender(id: string, approve: boolean): Promise<void> {
  return exclusively(async () => {
    const senders = await readSenders()
    await write(senders.map(sender => (sender.id === id ? { ...sender, approve } : sender)))
  })
}

/** Removes an extension's list, and stops listening to it. */
export function removeSender(id: string): Promise<void> {
  return exclusively(async () => {
    await refuseIfLocked()
    const [senders, { texts }] = [await readSenders(), await readSentTexts()]
    await putInForce(
      senders.filter(sender => sender.id !== id).map(asOwn),
      texts.filter(text => text.id !== id),
    )
  })
}

/**
 * Forgets the changes, once the user has seen them. `about` is the digest of what was shown.
 * @throws `ChangedMeanwhile` if that has changed.
 */
export function forgetSenderChange(id: string, about: string): Promise<void> {
  return exclusively(async () => {
    const [senders, { texts }] = [await readSenders(), await readSentTexts()]
    const sender = senders.find(sender => sender.id === id)
    if (sender?.about !== about || sender.waits) throw new ChangedMeanwhileError()
    const allSeen = ({ seen: _, ...sent }: SentText) => sent
    await setTogether(
      await packSenders(replaced(senders, settled(sender))),
      await packSentTexts(texts.map(sent => (sent.id === id ? allSeen(sent) : sent))),
    )
  })
}

/** Puts the waiting text in use. Throws as `forgetSenderChange` does. */
export function approveSender(id: string, about: string): Promise<void> {
  return exclusively(async () => {
    const [senders, { texts }] = [await readSenders(), await readSentTexts()]
    const sender = senders.find(sender => sender.id === id)
    const text = texts.find(sent => sent.id === id)?.waiting
    if (!sender || text === undefined) throw new ChangedMeanwhileError()
    const { waiting: told } = await whatChanges(senders, texts, id, text)
    if (told?.about !== about) {
      await write(replaced(senders, { ...settled(sender), waits: true, ...told }))
      throw new ChangedMeanwhileError()
    }
    await putInForce(
      replaced(senders, { ...settled(sender), roles: rolesIn(text) }),
      texts.map(sent => (sent.id === id ? { id, text } : sent)),
    )
  })
}

/**
 * Answers a message. A sender that isn't allowed can't cause any writing or parsing, and doesn't wait for those that are.
 */
async function receive(sent: unknown, id: string | undefined): Promise<SenderAnswer> {
  const text = readSentText(sent)
  const allowed = await readSenders().catch(() => [])
  if (text === undefined || allowed.every(sender => sender.id !== id)) return refusal
  const checked = checkSentText(text)
  return exclusively(() => take(id, checked)).catch(error => tellNotStored(id, error))
}

async function take(id: string | undefined, checked: CheckedSentText): Promise<SenderAnswer> {
  const senders = await readSenders()
  const before = senders.find(sender => sender.id === id)
  // It may have been removed meanwhile.
  if (!before) return refusal
  const time = Date.now()
  if (checked.kind === 'refused') {
    const { reason } = checked
    await write(replaced(senders, { ...before, failure: { time, reason } }))
    return failureAnswer(reason)
  }

  const { text } = checked
  const { texts, damaged } = await readSentTexts()
  const known = texts.find(sent => sent.id === before.id)
  const { failure: _, ...calm } = settled(before)
  const others = texts.filter(sent => sent !== known)
  // A lost text existed once: only for the very first text is there nothing to report.
  if (!known && !damaged && before.sent === undefined) {
    await putInForce(replaced(senders, { ...calm, sent: time, roles: rolesIn(text) }), [
      ...others,
      { id: before.id, text },
    ])
    return success
  }
  const found = await whatChanges(senders, texts, before.id, text)
  if (found.waiting && (await isToBeApproved(before))) {
    const kept: SentText = known ?? { id: before.id }
    const waits = { ...calm, sent: time, waits: true, ...found.waiting } as const
    await setTogether(
      await packSenders(replaced(senders, waits)),
      await packSentTexts([...others, { ...kept, waiting: text }]),
    )
    return success
  }
  const seen = known?.seen ?? known?.text ?? ''
  const after = replaced(senders, { ...calm, sent: time, roles: rolesIn(text), ...found.inForce })
  if (known?.text === text && known.waiting === undefined) await write(after)
  else await putInForce(after, [...others, { id: before.id, text, ...(found.inForce && { seen }) }])
  return success
}

/** Reports storage failures to the user too, if there is room for that. */
async function tellNotStored(id: string | undefined, error: unknown): Promise<SenderAnswer> {
  const failure = { time: Date.now(), reason: { kind: 'not-stored', message: errorText(error) } } as const
  await exclusively(async () => {
    const senders = await readSenders()
    await write(senders.map(sender => (sender.id === id ? { ...sender, failure } : sender)))
  }).catch(() => {})
  return notStored
}

async function isToBeApproved({ approve }: TeamSender): Promise<boolean> {
  const { locked, otherwise } = await readSenderApproval()
  return locked ?? approve ?? otherwise
}

/** Returns the changes to the menu with another text from a sender, to be reported if it is put in use and if it waits. */
async function whatChanges(
  senders: readonly TeamSender[],
  texts: readonly SentText[],
  id: string,
  text: string,
) {
  const [personal, { files }] = [await listItem.get(), await readTeamFiles()]
  const known = texts.find(sent => sent.id === id)
  const all = (own: string | undefined) => {
    const inForce = senders.map(sender =>
      sender.id === id ? own : texts.find(sent => sent.id === sender.id)?.text,
    )
    return [...textsOf(files), ...inForce.filter(text => text !== undefined)]
  }
  const compare = (before: string | undefined) => {
    const found = compareTeam(all(before), all(text), valueIn(personal))
    return isUnchanged(found) ? undefined : found
  }
  const fromInForce = compare(known?.text)
  const fromSeen = known?.seen === undefined ? fromInForce : compare(known.seen)
  const withDigest = async (change: TeamComparison | undefined) =>
    change && { change, about: await digestOf([change, known?.text ?? '', text]) }
  return {
    inForce: await withDigest(fromSeen),
    waiting: await withDigest(fromInForce && (fromSeen ?? fromInForce)),
  }
}

/** Returns a sender without changes to report or approve. */
function settled({ change: _, about: _about, waits: _waits, ...sender }: TeamSender): TeamSender {
  return sender
}

function replaced(senders: readonly TeamSender[], sender: TeamSender): readonly TeamSender[] {
  return senders.map(other => (other.id === sender.id ? sender : other))
}

function rolesIn(text: string): number {
  return targetRoles(parseTogether('', [text]).profiles).roles.length
}

/** Writes senders, their texts in the same order, and the combined parsed form of all texts in use, in one call. */
async function putInForce(senders: readonly TeamSender[], texts: readonly SentText[]): Promise<void> {
  const inOrder = senders.flatMap(({ id }) => texts.filter(sent => sent.id === id))
  const { files } = await readTeamFiles()
  const parsed = await packParsedAgain([...textsOf(files), ...textsInForce(inOrder)])
  await setTogether(await packSenders(senders), await packSentTexts(inOrder), ...parsed)
}

async function write(senders: readonly TeamSender[]): Promise<void> {
  await setTogether(await packSenders(senders))
}

/** Returns the sender as one that the user has chosen. Leaves an administrator's default unchanged. */
function asOwn({ isManaged: _, ...sender }: TeamSender): TeamSender {
  return sender
}

async function refuseIfLocked(): Promise<void> {
  if (!(await maySetSenders())) throw new Error(message('options_policySet'))
}
