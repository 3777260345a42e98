import { expect, it } from 'vitest'
import { PortalSearch } from '../../testing/portal/search-portal'
import { portalReport } from './portal-report'

it('a report has the form of every answer, and nobody’s data', () => {
  const search = new PortalSearch(
    { unfolded: 1, shape: { ways: [], otherwise: 'another shape' } },
    'https://secret-name.awsapps.com/start',
  )
  search.finish()
  const report = portalReport(search.scan, '1.2.3', 'a browser')
  expect(report).toBe(
    [
      'Rolecall 1.2.3, a browser',
      'portal: <name>.awsapps.com/start, region named',
      'search: changed, links, roles by get, pages by form',
      'found: 1 accounts, 2 roles, 0 applications, 0 to go',
      'left out: 0 without id, 0 unread',
      'GET /api/portal/instance/appinstances: 200, application/json: { items: [1 × { accountNumber: string of 12 digits, secret: string }] }',
      'GET /api/portal/assignment/accounts with max_result: 200, application/json: { items: [1 × { accountNumber: string of 12 digits, secret: string }] }',
    ].join('\n'),
  )
  for (const { id, name } of search.portal.accounts) {
    expect(report).not.toContain(id)
    expect(report).not.toContain(name)
  }
})

it('a report has no account of a question, and no directory', () => {
  const search = new PortalSearch({}, 'https://start.us-gov-home.awsapps.com/directory/d-1234567890')
  search.finish()
  const report = portalReport(search.scan, '1.2.3', 'a browser')
  expect(report).toContain('portal: start.us-gov-home.awsapps.com/directory/<id>')
  expect(report).toContain('GET /api/portal/instance/appinstance/<id>/profiles: 200')
  expect(report).not.toMatch(/\d{10}/)
})
