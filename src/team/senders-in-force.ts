import { type Managed, onManagedChange, readManaged } from '../browser/storage-areas'
import { type PackedItem, valueIn } from '../browser/stored-item'
import { sendersPolicy } from './senders-policy'
import { type TeamSender, teamSendersItem } from './stored-senders'

/**
 * Returns the extensions that may send a list: those that an administrator has locked, or else the user's own, or, until the
 * user has chosen any, an administrator's defaults.
 */
export function sendersInForce(
  stored: readonly TeamSender[] | undefined,
  managed: Managed,
): readonly TeamSender[] {
  const { locked, defaults } = sendersPolicy(managed)
  const own = stored?.filter(({ isManaged }) => !isManaged)
  const hasChosen = stored !== undefined && (stored.length === 0 || own?.length !== 0)
  const ids = locked.senders ?? (hasChosen ? undefined : defaults.senders)
  if (!ids) return own ?? []
  return ids.map(id => stored?.find(sender => sender.id === id) ?? { id, roles: 0, isManaged: true })
}

/** Returns the extensions that may send a list. */
export async function readSenders(): Promise<readonly TeamSender[]> {
  const [stored, managed] = await Promise.all([teamSendersItem.get(), readManaged()])
  return sendersInForce(valueIn(stored), managed)
}

/**
 * Returns the senders' item, to be written with `setTogether`. The user's own are kept along with an administrator's that
 * replace them.
 */
export async function packSenders(senders: readonly TeamSender[]): Promise<PackedItem> {
  const stored = valueIn(await teamSendersItem.get()) ?? []
  const inForce = await readSenders()
  const asides = stored.filter(
    ({ id, isManaged }) => !isManaged && [...inForce, ...senders].every(sender => sender.id !== id),
  )
  return teamSendersItem.pack([...senders, ...asides])
}

/** Whether the user may choose which extensions may send. */
export async function maySetSenders(): Promise<boolean> {
  return sendersPolicy(await readManaged()).locked.senders === undefined
}

/**
 * Calls `listener` with the extensions that may send, now and whenever they change, until `signal` aborts.
 * @throws if the first read fails.
 */
export async function followSenders(
  listener: (senders: readonly TeamSender[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const tell = () => void readSenders().then(listener, () => {})
  onManagedChange(tell, signal)
  await teamSendersItem.follow(tell, signal)
  listener(await readSenders())
}
