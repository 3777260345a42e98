import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const set = (name: string) =>
  `arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-${name.toLowerCase().padEnd(16, '0')}`

type Answer = (request: Readonly<Record<string, string>>) => object

const units: Readonly<Record<string, readonly object[]>> = {
  'r-ex01': [{ Id: 'ou-ex01-11111111', Name: 'Workloads' }],
  'ou-ex01-11111111': [{ Id: 'ou-ex01-22222222', Name: 'Production' }],
}
const shop = { Id: '222233334444', Name: 'shop production', Status: 'ACTIVE', State: 'ACTIVE' }
const audit = { Id: '333344445555', Name: 'audit', Status: 'ACTIVE', State: 'ACTIVE' }
const accounts: Readonly<Record<string, readonly object[]>> = {
  'r-ex01': [audit],
  'ou-ex01-22222222': [shop],
}

/**
 * The answers of AWS Organizations and Identity Center about an invented organization, by operation. Source: botocore 1.43.11,
 * `organizations` and `sso-admin` (`service-2.json`).
 */
const answers: Readonly<Record<string, Answer>> = {
  ListRoots: () => ({ Roots: [{ Id: 'r-ex01', Name: 'Root', PolicyTypes: [] }] }),
  ListOrganizationalUnitsForParent: ({ ParentId = '' }) => ({ OrganizationalUnits: units[ParentId] ?? [] }),
  ListAccountsForParent: ({ ParentId = '' }) => ({ Accounts: accounts[ParentId] ?? [] }),
  // Two pages, which the AWS CLI joins.
  ListAccounts: ({ NextToken }) =>
    NextToken === 'more' ? { Accounts: [audit] } : { Accounts: [shop], NextToken: 'more' },
  ListTagsForResource: ({ ResourceId }) => ({
    Tags: ResourceId === audit.Id ? [{ Key: 'color', Value: '545b64' }] : [],
  }),
  ListInstances: () => ({
    Instances: [
      { InstanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef', IdentityStoreId: 'd-1234567890' },
    ],
  }),
  ListPermissionSets: () => ({ PermissionSets: [set('Admin'), set('ReadOnly')] }),
  DescribePermissionSet: ({ PermissionSetArn }) => {
    const [Name, SessionDuration] =
      PermissionSetArn === set('Admin') ? ['Admin', 'PT1H'] : ['ReadOnly', 'PT12H']
    return { PermissionSet: { Name, PermissionSetArn, SessionDuration, CreatedDate: 1_700_000_000 } }
  },
  ListAccountsForProvisionedPermissionSet: ({ PermissionSetArn }) => ({
    AccountIds: PermissionSetArn === set('Admin') ? [shop.Id] : [shop.Id, audit.Id],
  }),
}

/** Starts a server that answers the AWS CLI on this computer. */
export async function startOrganization(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    // `AWSOrganizationsV20161128.ListRoots`, `SWBExternalService.ListInstances`
    const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const answer = answers[operation]
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' })
    const body = Buffer.concat(parts).toString()
    response.end(JSON.stringify(answer ? answer(JSON.parse(body || '{}')) : { __type: `No ${operation}` }))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
