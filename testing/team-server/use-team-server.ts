import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startTeamServer, type TeamServer } from './index'
import { trust } from './trust'

/**
 * Sets up a team's web server for the tests of a file. `fetch` trusts it, and it's reset for each test. The returned
 * function gives the server once the tests run.
 */
export function useTeamServer(): () => TeamServer {
  let server: TeamServer | undefined
  let distrust: (() => void) | undefined
  const running = () => {
    if (!server) throw new Error('The server runs only while tests do.')
    return server
  }
  beforeAll(async () => {
    server = await startTeamServer()
    distrust = await trust(server.certificateAuthority)
  })
  afterAll(async () => {
    distrust?.()
    await server?.close()
  })
  beforeEach(() => running().reset())
  return running
}
