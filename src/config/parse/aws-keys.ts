/**
 * Keys of `~/.aws/config` and `~/.aws/credentials` that don't affect switching. They are accepted silently and discarded.
 * Each table is named after its source.
 */
const tables = {
  // botocore 1.43, configprovider.py, credentials.py and utils.py; AWS CLI 1.45 and 2, awscli/; the AWS CLI user guide,
  // “Configuration and credential file settings”.
  'AWS CLI and botocore': `
    output parameter_validation tcp_keepalive data_path plugins
    cli_auto_prompt cli_binary_format cli_error_format cli_follow_urlparam cli_help_output cli_history
    cli_hide_deprecation_warnings cli_pager cli_timestamp_format
    metadata_service_timeout metadata_service_num_attempts imds_use_ipv6
    csm_enabled csm_host csm_port csm_client_id`,

  // botocore, credentials.py and tokens.py; the Go SDK v2, config/shared_config.go.
  'Credentials of the AWS CLI and SDKs': `
    aws_access_key_id aws_secret_access_key aws_session_token aws_security_token aws_credential_scope
    credential_process credential_source web_identity_token_file expiration
    role_session_name external_id mfa_serial duration_seconds login_session
    sso_session sso_start_url sso_region sso_account_id sso_role_name sso_registration_scopes`,

  // The Go SDK v2, config/shared_config.go; the .NET SDK, SharedCredentialsFile.cs; the Ruby SDK, shared_config.rb; the C++ SDK,
  // AWSConfigFileProfileConfigLoader.cpp; the AWS SDKs and Tools reference guide, “Settings reference”.
  'AWS SDKs': `
    account_id_endpoint_mode adaptive_retry_wait_to_fill api_versions auth_scheme_preference ca_bundle
    client_context_params correct_clock_skew
    defaults_mode disable_host_prefix_injection disable_request_compression
    ec2_metadata_service_endpoint ec2_metadata_service_endpoint_mode ec2_metadata_v1_disabled
    endpoint_discovery_enabled endpoint_url ignore_configured_endpoint_urls
    max_attempts retry_mode request_checksum_calculation request_min_compression_size_bytes
    response_checksum_validation sdk_ua_app_id services sigv4a_signing_region_set sts_regional_endpoints
    use_dualstack_endpoint use_fips_endpoint user_agent_appid
    s3_disable_express_session_auth s3_disable_multiregion_access_points s3_force_path_style s3_use_arn_region
    s3_us_east_1_regional_endpoint`,

  // The .NET SDK, CredentialManagement.
  'AWS Tools for PowerShell and toolkits': `
    toolkit_artifact_guid credential_type endpoint_name identity_type role_session_duration user_identity
    profile_type`,

  // aws-vault, vault/config.go and USAGE.md.
  'aws-vault': `
    mfa_process session_tags transitive_session_tags source_identity web_identity_token_process`,

  // aws-okta, README.md, lib/provider.go and cmd/.
  'aws-okta': `aws_saml_url assume_role_ttl session_ttl mfa_provider mfa_factor_type`,

  // awsume, awsume/awsumepy/.
  awsume: `
    autoawsume awsumepy_command manager principal_arn role_duration session_token_duration source_expiration`,

  // aws-sso-util, cli/src/aws_sso_util/configure_profile.py and populate_profiles.py.
  'aws-sso-util': `sso_account_name sso_auto_populated sso_interactive_auth`,

  // aws-mfa, awsmfa/__init__.py.
  'aws-mfa': `aws_mfa_device assume_role assumed_role assumed_role_arn`,

  // aws-azure-login, src/awsConfig.ts; yawsso, yawsso/.
  'aws-azure-login and yawsso': `aws_expiration aws_session_expiration`,
} as const

/** The services that are often written without a block. Every other service has one. Source: botocore's data. */
const services = 's3 s3api s3control dynamodb ec2 sts iam lambda cloudwatch'

/**
 * Prefixes that tools put before their own keys. saml2aws: `x_`, `saml_`. Granted: pkg/cfaws/. aws-azure-login:
 * src/awsConfig.ts. aws-okta: lib/provider.go. aws-adfs: aws_adfs/prepare.py. aws-google-auth:
 * aws_google_auth/configuration.py.
 */
const prefixes = [
  'x_',
  'granted_',
  'common_fate_',
  'azure_',
  'okta_',
  'saml_',
  'adfs_config.',
  'google_config.',
]

const wordsOf = (text: string) => text.trim().split(/\s+/)

/** Every key in the tables that isn't a service, in lowercase: candidates for a misspelled key. */
export const settingsOfAws: readonly string[] = wordsOf(Object.values(tables).join(' '))

/** Every key in the tables, in lowercase. */
export const awsKeys: ReadonlySet<string> = new Set([...settingsOfAws, ...wordsOf(services)])

/**
 * Keys that say how the AWS CLI, the SDKs and aws-vault assume a role, kept for the export to their file. None of them names
 * a command to run, because whoever exports a team's list would run its commands.
 */
export const exportedKeys = [
  'credential_source',
  'web_identity_token_file',
  'role_session_name',
  'external_id',
  'mfa_serial',
  'source_identity',
  'session_tags',
  'transitive_session_tags',
] as const

export type ExportedKey = (typeof exportedKeys)[number]

/** Keys whose value is a command that provides credentials. */
const commandKeys = ['credential_process', 'web_identity_token_process']

/** Whether a lowercase key is kept for the export to `~/.aws/config`. */
export function isExportedKey(key: string): key is ExportedKey {
  return exportedKeys.some(one => one === key)
}

/** Whether the value of a lowercase key is a command. */
export function isCommandKey(key: string): boolean {
  return commandKeys.includes(key)
}

/** Whether a lowercase key is one that other tools read. */
export function isAwsKey(key: string): boolean {
  return awsKeys.has(key) || prefixes.some(prefix => key.startsWith(prefix))
}
