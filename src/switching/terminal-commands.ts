import type { Shell } from '../lib/shell'
import { argument, assignment } from '../lib/shell-word'

export type CommandKind =
  /** Signs in to Identity Center for a profile. */
  | 'sso-login'
  /** Signs in with the console's own sign-in. */
  | 'login'
  | 'aws-vault'
  | 'aws'
  | 'export'

interface TerminalCommand {
  readonly kind: CommandKind
  readonly text: string
}

/** The profile that a role's credentials come from. */
export interface SignIn {
  readonly profile: string
  /** Whether it's a portal role. */
  readonly isPortal: boolean
}

/**
 * Returns the command that signs in to the portal role or base account, unless `shell` can't be given its name safely: with
 * Identity Center, or with the console's own sign-in, from version 2.32 of the AWS CLI. Sources: AWS Sign-In user guide,
 * “Sign in through the AWS Command Line Interface”; AWS CLI user guide, “Login for AWS local development using console
 * credentials”.
 */
export function signInCommand(signIn: SignIn | undefined, shell: Shell): readonly TerminalCommand[] {
  const profile = signIn && argument(signIn.profile, shell)
  if (profile === undefined) return []
  return signIn?.isPortal
    ? [{ kind: 'sso-login', text: `aws sso login --profile ${profile}` }]
    : [{ kind: 'login', text: `aws login --profile ${profile}` }]
}

/** Returns the commands that use a profile, unless `shell` can't be given its name safely. */
export function profileCommands(name: string, shell: Shell): readonly TerminalCommand[] {
  const profile = argument(name, shell)
  const exported = assignment('AWS_PROFILE', name, shell)
  return [
    ...(profile === undefined
      ? []
      : ([
          { kind: 'aws-vault', text: `aws-vault exec ${profile} --` },
          { kind: 'aws', text: `aws --profile ${profile}` },
        ] as const)),
    ...(exported === undefined ? [] : [{ kind: 'export', text: exported } as const]),
  ]
}
