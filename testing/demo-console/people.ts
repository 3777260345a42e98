import { type Partition, partitions } from './partitions'
import type { SignIn, User } from './sign-in'

export interface Person {
  readonly label: string
  readonly description: string
  readonly account: string
  readonly alias?: string
  readonly user: User
}

/** The people that the sign-in page offers. */
export const people: readonly Person[] = [
  {
    label: 'IAM user',
    description: 'In 1111-2222-3333',
    account: '111122223333',
    user: { kind: 'iam', name: 'engineer' },
  },
  {
    label: 'IAM user, account with an alias',
    description: 'In an account with the alias acme-base',
    account: '444455556666',
    alias: 'acme-base',
    user: { kind: 'iam', name: 'operator' },
  },
  {
    label: 'Federated user',
    description: 'With the role Engineering in 1234-5678-9012',
    account: '123456789012',
    user: { kind: 'federated', role: 'Engineering', name: 'federated@example.com' },
  },
  {
    label: 'Identity Center user',
    description: 'With the permission set PowerUser in 1111-2222-3333',
    account: '111122223333',
    user: { kind: 'identity-center', permissionSet: 'PowerUser', name: 'center@example.com' },
  },
  {
    label: 'Root user',
    description: 'Of 1111-2222-3333; cannot switch roles',
    account: '111122223333',
    user: { kind: 'root' },
  },
]

export function signInOf(person: Person, partition: Partition, mode: SignIn['mode']): SignIn {
  const { account, alias, user } = person
  const landing = { region: partitions[partition].globalRegion }
  return { partition, mode, account, ...(alias && { alias }), user, landing }
}
