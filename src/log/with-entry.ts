import type { LogEntry, LoggedSession } from './log-entry'

/** Maximum number of entries kept: about two megabytes at most. */
export const maxEntries = 5_000

const dayMs = 24 * 60 * 60_000

/**
 * Returns the log with one more entry, latest last, within its limits. If it has the entry already, it is left as it is. The
 * session that the switch takes the place of has ended: the one before in classic mode's one sign-in and, since AWS signs it
 * out, an older one of the same role. Source: docs/console.md, “Multi-session switch”.
 */
export function withEntry(entries: readonly LogEntry[], entry: LogEntry): readonly LogEntry[] {
  if (entries.some(({ id }) => id === entry.id)) return entries
  const ended = entries.map(old => (isReplaced(old, entry) ? withEnd(old, entry.at) : old))
  return [...ended, entry].slice(-maxEntries)
}

/** Returns the log with the end of a session. Returns the same array if there is no entry whose session it can be. */
export function withSessionEnd(
  entries: readonly LogEntry[],
  { jar, name }: Pick<LoggedSession, 'jar' | 'name'>,
  at: number,
): readonly LogEntry[] {
  const isIt = ({ session, end }: LogEntry) =>
    end === undefined && session?.jar === jar && session.name === name
  if (!entries.some(isIt)) return entries
  return entries.map(entry => (isIt(entry) ? withEnd(entry, at) : entry))
}

/**
 * Returns the entries of the last so many days; the same array if all are. One from the future was written with a wrong
 * clock, and is kept as long as if it were as far in the past.
 */
export function ofLastDays(entries: readonly LogEntry[], days: number, now: number): readonly LogEntry[] {
  const kept = entries.filter(({ at }) => Math.abs(now - at) < days * dayMs)
  return kept.length === entries.length ? entries : kept
}

/** Returns how long the entry's session lasted, in milliseconds; undefined if that isn't known. */
export function durationOfEntry({ at, end }: LogEntry): number | undefined {
  return end === undefined || end < at ? undefined : end - at
}

/**
 * Returns the entry with its session's end, which is then known no more than once. A session may have ended unnoticed as soon
 * as it has lasted as long as it may: then its end isn't known, and never will be.
 */
function withEnd(entry: LogEntry, at: number): LogEntry {
  const { session, ...rest } = entry
  const isKnown = session && at >= entry.at && at - entry.at <= session.seconds * 1000
  return isKnown ? { ...rest, end: at } : rest
}

function isReplaced({ session, partition, account, roleName }: LogEntry, by: LogEntry): boolean {
  if (!session || session.jar !== by.session?.jar || partition !== by.partition) return false
  return session.name === by.session.name || (account === by.account && roleName === by.roleName)
}
