/** An invented organization, as the AWS CLI shows it. */
export interface Organization {
  /** `aws organizations list-accounts`. */
  readonly accounts: string
  /** `aws organizations list-organizational-units-for-parent`, for the root and each unit, one after the other. */
  readonly units: string
  /** `aws resourcegroupstaggingapi get-resources --resource-type-filters organizations:account`. */
  readonly tags: string
  /** `aws sso-admin list-account-assignments`, for each account and permission set, one after the other. */
  readonly assignments: string
  /** `aws sso-admin describe-permission-set`, one after the other. */
  readonly permissionSets: string
}

const organization = 'o-exampleorg1'
const root = 'r-ex01'
const instance = 'ssoins-1234567890abcdef'
const teams = [
  'shop',
  'payments',
  'tracking',
  'search',
  'mail',
  'billing',
  'fleet',
  'weather',
  'ledger',
  'depot',
]
const stages = ['production', 'staging', 'development', 'sandbox']
const sets = [
  { name: 'Administrator', duration: 'PT1H' },
  { name: 'ReadOnly', duration: 'PT12H' },
]

/**
 * Returns what the AWS CLI prints for an organization with `count` accounts in units and with tags. The shapes are those of
 * botocore 1.43.11: `organizations/2016-11-28`, `resourcegroupstaggingapi/2017-01-26` and `sso-admin/2020-07-20`
 * (`service-2.json`). All names and ids are invented.
 */
export function organizationOutputs(count: number): Organization {
  const units = stages.map((name, index) => ({ id: `ou-ex01-${String(index).padStart(8, '0')}`, name }))
  const accounts = Array.from({ length: count }, (_, index) => {
    const stage = index % stages.length
    const team = teams[Math.floor(index / stages.length) % teams.length] ?? 'team'
    const round = Math.floor(index / (stages.length * teams.length))
    const id = String(100_000_000_000 + index)
    return {
      id,
      team,
      unit: units[stage]?.id ?? root,
      name: `${team}${round > 0 ? `-${round}` : ''}-${stages[stage]}`,
    }
  })
  const arn = (name: string) =>
    `arn:aws:sso:::permissionSet/${instance}/ps-${name.toLowerCase().padEnd(16, '0').slice(0, 16)}`
  return {
    accounts: json({
      Accounts: accounts.map(({ id, name, unit }, index) => ({
        Id: id,
        Arn: `arn:aws:organizations::111122223333:account/${organization}/${id}`,
        Email: `aws+${id}@example.com`,
        Name: name,
        Status: index % 50 === 49 ? 'SUSPENDED' : 'ACTIVE',
        State: index % 50 === 49 ? 'CLOSED' : 'ACTIVE',
        Paths: [`${organization}/${root}/${unit}/${id}/`],
        JoinedMethod: 'CREATED',
        JoinedTimestamp: '2024-05-06T07:08:09.012000+00:00',
      })),
    }),
    units: json({
      OrganizationalUnits: units.map(({ id, name }) => ({
        Id: id,
        Arn: `arn:aws:organizations::111122223333:ou/${organization}/${id}`,
        Name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        Path: `${organization}/${root}/${id}/`,
      })),
    }),
    tags: json({
      ResourceTagMappingList: accounts.map(({ id, team }) => ({
        ResourceARN: `arn:aws:organizations::111122223333:account/${organization}/${id}`,
        Tags: [
          { Key: 'description', Value: `Run by ${team}` },
          { Key: 'team', Value: team },
        ],
      })),
    }),
    assignments: accounts
      .flatMap(({ id }) =>
        sets.map(({ name }) =>
          json({
            AccountAssignments: [
              {
                AccountId: id,
                PermissionSetArn: arn(name),
                PrincipalType: 'GROUP',
                PrincipalId: `11111111-2222-3333-4444-${name === 'ReadOnly' ? '555555555555' : '666666666666'}`,
              },
            ],
          }),
        ),
      )
      .join(''),
    permissionSets: sets
      .map(({ name, duration }) =>
        json({
          PermissionSet: {
            Name: name,
            PermissionSetArn: arn(name),
            Description: `${name} access`,
            CreatedDate: '2024-05-06T07:08:09.012000+00:00',
            SessionDuration: duration,
          },
        }),
      )
      .join(''),
  }
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 4)}\n`
}
