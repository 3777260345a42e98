import { valueIn } from '../../src/browser/stored-item'
import { followSenders } from '../../src/team/senders-in-force'
import { sentTextsItem } from '../../src/team/stored-sent-texts'
import { followTeam } from '../../src/team/team-commands'
import { readTeamFiles, readTeamTexts, teamFilesItem } from '../../src/team/team-files'
import { teamStatusItem } from '../../src/team/team-status'
import type { TeamAction } from './state'

/** Reads the team's stored data and follows it until `signal` aborts. Returns the first readings. */
export function readTeam(
  dispatch: (action: TeamAction) => void,
  signal: AbortSignal,
): readonly Promise<unknown>[] {
  const readFiles = async () => {
    const [{ files, waiting }, texts] = await Promise.all([readTeamFiles(), readTeamTexts()])
    const foundAt = (waiting ?? files)[0]?.finalUrl
    dispatch({ kind: 'team-read', team: { texts, foundAt, waits: waiting !== undefined } })
  }
  let filesRead: Promise<void> | undefined
  const followFiles = () => {
    filesRead = readFiles().catch(() => {})
  }
  return [
    followTeam(team => dispatch({ kind: 'team-read', team: { ...team, loading: false } }), signal),
    teamStatusItem.follow(
      reading => dispatch({ kind: 'team-read', team: { status: valueIn(reading) } }),
      signal,
    ),
    ...[teamFilesItem, sentTextsItem].map(item => item.follow(followFiles, signal).then(() => filesRead)),
    followSenders(senders => dispatch({ kind: 'team-read', team: { senders } }), signal),
  ]
}
