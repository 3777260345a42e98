import { describe, expect, it } from 'vitest'
import { linkedRole } from '../roles/role-link'
import { cloudTrailLink } from './cloudtrail-link'
import type { LogEntry } from './log-entry'

const entry: LogEntry = {
  id: 'a',
  at: Date.parse('2026-11-29T10:00:00Z'),
  profile: 'shop',
  roleName: 'team/Operator',
  account: '333344445555',
  partition: 'aws',
  region: 'eu-west-1',
  how: 'switch',
  from: 'menu',
}

describe('the link to CloudTrail’s event history', () => {
  it('has the time of the session, and asks for its role', () => {
    const link = cloudTrailLink({ ...entry, end: Date.parse('2026-11-29T10:20:00Z') }, undefined)
    expect(link).toBe(
      'https://eu-west-1.console.aws.amazon.com/cloudtrailv2/home?region=eu-west-1&rolecall=333344445555%2Fteam%2FOperator#/events?StartTime=2026-11-29T09:55:00.000Z&EndTime=2026-11-29T10:20:00.000Z&ReadOnly=false',
    )
    expect(linkedRole(link)).toEqual({ account: '333344445555', roleName: 'team/Operator' })
  })

  it('covers an hour if the end isn’t known, in the partition’s home region if the region isn’t', () => {
    const { region: _, ...rest } = entry
    const link = cloudTrailLink({ ...rest, partition: 'aws-cn' }, undefined)
    expect(link).toContain('https://cn-north-1.console.amazonaws.cn/cloudtrailv2/home?region=cn-north-1&')
    expect(link).toContain('StartTime=2026-11-29T09:55:00.000Z&EndTime=2026-11-29T11:00:00.000Z')
  })

  it('leads through the portal of a portal role', () => {
    const portal = 'https://example.awsapps.com/start'
    const link = cloudTrailLink({ ...entry, roleName: 'Operator', how: 'portal' }, { portal })
    expect(link).toMatch(/^https:\/\/example\.awsapps\.com\/start\/#\/console\?account_id=333344445555&/)
    expect(link).not.toContain('rolecall')
  })

  it('names no role that can’t be one', () => {
    for (const change of [{ roleName: 'no role' }, { account: '\ud800' }, { how: 'portal' } as const])
      expect(cloudTrailLink({ ...entry, ...change }, undefined)).not.toContain('rolecall')
  })
})
