import { expect, it } from 'vitest'
import { parseConfig } from '../config/resolve/parse-config'
import { targetRoles } from '../config/resolve/target-roles'
import { wrongRegion } from './wrong-region'

const base = '[hub]\naws_account_id = 111122223333\ntarget_region = eu-west-1\n'
const role = '[a]\nsource_profile = hub\naws_account_id = 333344445555\nrole_name = R\n'
const page = (region: string, path = 'ec2/home') =>
  `https://${region}.console.aws.amazon.com/${path}?region=${region}#Instances:`

function found(keys: string, url: string) {
  const targets = targetRoles(parseConfig(`${base}${role}${keys}`).profiles)
  const [first] = targets.roles
  return first && wrongRegion(first, targets, url)
}

const us = page('us-east-1')
const wrong = { here: 'us-east-1', wanted: 'eu-central-1' }

it.each([
  ['another region than the profile’s', 'region = eu-central-1', us, wrong],
  ['another region than any of them', 'regions = eu-central-1', us, { ...wrong, wanted: 'eu-west-1' }],
  [
    'another region in a session’s host',
    'region = eu-central-1',
    us.replace('//', '//333344445555-abcdefgh.'),
    wrong,
  ],
  [
    'a region that isn’t only in the host',
    'region = eu-central-1',
    'https://console.aws.amazon.com/s3/?region=us-east-1',
    wrong,
  ],
  ['the profile’s region', 'region = us-east-1', us, undefined],
  ['one of its regions', 'region = eu-central-1\nregions = us-east-1', us, undefined],
  ['the base account’s default', '', page('eu-west-1'), undefined],
  ['another than the base account’s default', '', us, undefined],
  ['one of its regions, or the default', 'regions = eu-west-3', page('eu-west-1'), undefined],
  ['a global service', 'region = eu-central-1', page('us-east-1', 'iam/home'), undefined],
  ['no region', 'region = eu-central-1', 'https://console.aws.amazon.com/s3/buckets', undefined],
  ['another partition’s region', 'region = cn-north-1', us, undefined],
  ['no console page', 'region = eu-central-1', 'https://example.com/?region=us-east-1', undefined],
])('a page with %s', (_, keys, url, expected) => expect(found(keys, url)).toEqual(expected))
