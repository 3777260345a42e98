import { waitFor } from './wait'

/**
 * Ends a browser and all of its processes at once, and waits until they have ended. `leader` is the id of its main
 * process, which both libraries start as the leader of its own process group.
 * @throws if there is no such process.
 */
export async function killGroup(leader: number): Promise<void> {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // It leads no group: it was started by a script, or this system has no groups. Its children end with it.
    process.kill(leader, 'SIGKILL')
  }
  await waitFor('the browser to end', async () => (isAlive(leader) ? undefined : true))
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch {
    return false
  }
}
