import { expect, it } from 'vitest'
import { checkPortalPage } from './check-portal-page'

const page = { kind: 'page', origin: 'https://example.awsapps.com', links: [] } as const

it.each([
  ['its settings', { env: '{"region":"eu-west-1","partition":"aws"}' }, 'eu-west-1'],
  ['an older page’s element', { region: 'us-east-1' }, 'us-east-1'],
  ['either', { env: '{"region":7}', region: 'us-east-1' }, 'us-east-1'],
  ['none of them', { env: 'not JSON' }, undefined],
  ['a region that doesn’t exist', { env: '{"region":"<b>"}' }, undefined],
])('a page’s region comes from %s', (_, facts, region) => {
  expect(checkPortalPage({ ...page, ...facts }).region).toBe(region)
})

it('only links to a role of an account are read, with the account’s name as one line', () => {
  const link = (query: string, name = ' Shop\nproduction ') => ({ href: `#/console?${query}`, name })
  const links = [
    link('account_id=012345678901&role_name=Power%2BUser&destination=x'),
    link('account_id=12345678901&role_name=Reader'),
    link('account_id=012345678901'),
    link('account_id=012345678901&role_name=%5Bb%5D'),
    { href: 'https://evil.example/#/console?account_id=111122223333&role_name=Reader', name: '' },
    { href: 'javascript:alert(1)', name: '' },
  ]
  expect(checkPortalPage({ ...page, links }).links).toEqual([
    { account: '012345678901', accountName: 'Shop production', roleName: 'Power+User' },
    { account: '111122223333', accountName: '', roleName: 'Reader' },
  ])
})
