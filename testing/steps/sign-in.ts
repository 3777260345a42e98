import type { Driver, Surface } from '../browsers/driver'
import type { DemoConsole, SignIn } from '../demo-console'

/** An IAM user in 1111-2222-3333, in classic mode. */
export const engineer: SignIn = {
  partition: 'aws',
  mode: 'classic',
  account: '111122223333',
  user: { kind: 'iam', name: 'engineer' },
}

/** Signs in as the engineer, with the given changes, in a new tab. */
export function signIn(driver: Driver, demo: DemoConsole, change: Partial<SignIn> = {}): Promise<Surface> {
  return driver.open(demo.signInUrl({ ...engineer, ...change }))
}
