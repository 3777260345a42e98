import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { parseConfig } from '../resolve/parse-config'
import { awsKeys } from './aws-keys'

const role = 'role_arn = arn:aws:iam::111122223333:role/Admin\n'

/** Printed as JSON by Python with botocore: its configuration keys and the names of its services. */
const script = `
import json, botocore.session, botocore.configprovider as provider
keys = [v[0] for v in provider.BOTOCORE_DEFAUT_SESSION_VARIABLES.values() if isinstance(v[0], str)]
session = botocore.session.Session()
services = session.get_available_services()
ids = [session.get_component('data_loader').load_service_model(s, 'service-2')['metadata']['serviceId'] for s in services]
print(json.dumps([keys, services + [i.lower().replace(' ', '_').replace('-', '_') for i in ids]]))
`

/** Names close to keys of Rolecall's or AWS's, and some that aren't. */
const someServices = (
  'sqs ses sns ecs eks efs emr ssm sso sts waf rds rum ram cur dms dlm fis iot mq s3 kms ' +
  'glue xray batch imagebuilder resource-groups resource_groups account apprunner route53 cognito-idp region-x ' +
  'images matches group-x colors'
).split(' ')

function botocore(): readonly [keys: readonly string[], services: readonly string[]] | undefined {
  try {
    const printed = execFileSync('python3', ['-c', script], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return JSON.parse(printed)
  } catch {
    return undefined
  }
}

const installed = botocore()

function kinds(text: string): readonly string[] {
  return parseConfig(text).diagnostics.map(({ kind, values }) => [kind, ...values].join(' '))
}

/** One profile with a line for each key. */
function withKeys(keys: Iterable<string>): string {
  return `[a]\n${role}${[...keys].map(key => `${key} = 1`).join('\n')}`
}

describe('keys of other tools', () => {
  it('are accepted silently', () => {
    const ours = /^(sso_|duration_seconds|external_id|credential_process)/
    const secret = /^aws_(access_key_id|secret_access_key|session_token|security_token)$/
    expect(kinds(withKeys([...awsKeys].filter(key => !ours.test(key) && !secret.test(key))))).toEqual([])
  })

  it.each([
    ['aws-okta', 'aws_saml_url session_ttl assume_role_ttl mfa_provider mfa_factor_type okta_account_name'],
    [
      'aws-azure-login',
      'azure_tenant_id azure_app_id_uri azure_default_username azure_default_role_arn aws_expiration',
    ],
    ['awsume', 'autoawsume role_duration session_token_duration awsumepy_command'],
    ['aws-sso-util', 'sso_account_name sso_auto_populated sso_interactive_auth'],
    ['aws-mfa', 'aws_mfa_device assume_role assumed_role assumed_role_arn expiration'],
    ['aws-adfs', 'adfs_config.ssl_verification adfs_config.role_arn adfs_config.adfs_host adfs_config.sspi'],
    ['aws-google-auth', 'google_config.ask_role google_config.google_idp_id google_config.u2f_disabled'],
    ['yawsso', 'aws_session_expiration'],
    ['saml2aws', 'x_principal_arn x_security_token_expires'],
    [
      'Granted',
      'granted_sso_registration_scopes granted_skip_credential_process_validation common_fate_generated_from',
    ],
    [
      'aws-vault',
      'mfa_process session_tags transitive_session_tags source_identity web_identity_token_process',
    ],
    ['the .NET SDK', 's3_force_path_style toolkit_artifact_guid'],
    ['the Ruby SDK', 'adaptive_retry_wait_to_fill correct_clock_skew'],
  ])('of %s: %s', (_tool, words) => {
    expect(kinds(withKeys(words.split(' ')))).toEqual([])
  })

  it('of a service never count as a typo of our keys', () => {
    for (const name of someServices) {
      expect(
        kinds(`[a]\n${role}${name} =\n  endpoint_url = x\n  nested\n\n  more = 1\nregion = eu-west-1`),
      ).toEqual([])
      expect(kinds(`[a]\n${role}${name}=\n\tendpoint_url=x`)).toEqual([])
    }
  })

  it.skipIf(!installed)('of the installed botocore are accepted too', { timeout: 60_000 }, () => {
    const [keys, services] = installed ?? [[], []]
    expect(services.length).toBeGreaterThan(300)
    const withoutRegion = keys.filter(key => key !== 'region')
    expect(kinds(withKeys(withoutRegion))).toEqual([])
    const blocks = [...new Set(services)].map(name => `[a ${name}]\n${role}${name} =\n  endpoint_url = x`)
    expect(kinds(blocks.join('\n'))).toEqual([])
  })
})

describe('an unknown key', () => {
  it('is reported once, with the number of profiles', () => {
    const text = ['a', 'b', 'c'].map(name => `[${name}]\n${role}mood = 1\n`).join('')
    expect(kinds(text)).toEqual(['unknownKeys mood 3'])
    expect(kinds(`[a]\n${role}mood = 1`)).toEqual(['unknownKey mood'])
  })

  it('isn’t counted in a section that isn’t a profile', () => {
    const other = 'aws_account_id = 999988887777\nrole_name = Other\n'
    expect(kinds(`[a]\n${role}mood = 1\n[sso-session b]\nmood = 1\n[a]\n${other}mood = 1`)).toEqual([
      'unknownKey mood',
      'duplicateProfile a 1',
    ])
  })

  it('is reported if nothing is indented below it', () => {
    expect(kinds(`[a]\n${role}mood =\n[b]\n${role}`)).toEqual(['unknownKey mood'])
    expect(kinds(`[a]\n${role}regoin =\ngroup = g`)).toEqual(['misspelledKey regoin region'])
  })

  it('never counts as a service', () => {
    expect(kinds(`[a]\n${role}sqs = x`)).toEqual(['unknownKey sqs'])
    expect(kinds(`[a]\n${role}ec3 = x`)).toEqual(['unknownKey ec3'])
  })
})

describe('an external id', () => {
  it('is reported once, because the console can’t send one', () => {
    const one = `[a]\n${role}external_id = x\n`
    expect(kinds(one)).toEqual(['externalId a'])
    expect(kinds(`${one}[b]\n${role}external_id = y\n[c]\n${role}`)).toEqual(['externalIds 2 a'])
    expect(kinds(`[a]\n${role}external_id =\n`)).toEqual([])
  })
})
