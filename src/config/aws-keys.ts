/**
 * Keys of `~/.aws/config` and `~/.aws/credentials` that say nothing about switching: they pass without
 * complaint and aren't kept. Sources: the AWS CLI user guide, “Configuration and credential file settings”;
 * the AWS SDKs and Tools reference guide, “Settings reference”; botocore's and the Go SDK's lists of shared
 * settings; aws-vault's USAGE.md.
 */
const tables = {
  'AWS CLI': `
    output parameter_validation tcp_keepalive data_path plugins
    cli_auto_prompt cli_binary_format cli_error_format cli_follow_urlparam cli_help_output cli_history
    cli_hide_deprecation_warnings cli_pager cli_timestamp_format
    metadata_service_timeout metadata_service_num_attempts
    csm_enabled csm_host csm_port csm_client_id`,

  'Credentials of the AWS CLI and SDKs': `
    aws_access_key_id aws_secret_access_key aws_session_token aws_security_token aws_credential_scope
    credential_process credential_source web_identity_token_file expiration
    role_session_name external_id mfa_serial duration_seconds login_session
    sso_session sso_start_url sso_region sso_account_id sso_role_name sso_registration_scopes
    sso_auto_populated`,

  'AWS SDKs': `
    account_id_endpoint_mode api_versions auth_scheme_preference ca_bundle client_context_params
    defaults_mode disable_host_prefix_injection disable_request_compression
    ec2_metadata_service_endpoint ec2_metadata_service_endpoint_mode ec2_metadata_v1_disabled
    endpoint_discovery_enabled endpoint_url ignore_configured_endpoint_urls
    max_attempts retry_mode request_checksum_calculation request_min_compression_size_bytes
    response_checksum_validation sdk_ua_app_id services sigv4a_signing_region_set sts_regional_endpoints
    use_dualstack_endpoint use_fips_endpoint user_agent_appid
    s3_disable_express_session_auth s3_disable_multiregion_access_points s3_use_arn_region
    s3_us_east_1_regional_endpoint`,

  'Services, each followed by an indented block': `
    s3 s3api s3control dynamodb ec2 sts iam lambda cloudwatch`,

  'AWS Tools for PowerShell and toolkits': `
    toolkit_artifact_guid credential_type endpoint_name identity_type role_session_duration user_identity
    profile_type`,

  'aws-vault': `
    mfa_process session_tags transitive_session_tags source_identity web_identity_token_process`,
}

/** Keys of tools that mark theirs with a prefix: saml2aws, Granted, aws-azure-login, aws-okta. */
const prefixes = ['x_', 'granted_', 'azure_', 'okta_', 'saml_']

/** Every key of the tables, in lower case. */
export const awsKeys: ReadonlySet<string> = new Set(Object.values(tables).join(' ').trim().split(/\s+/))

/**
 * Keys that say how the AWS CLI, the SDKs and aws-vault take a role: kept for the export to their file. None of them names a
 * command to run: those of a team's list would be run by whoever exports it.
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

/** Keys whose value is a command that gives credentials. */
const commandKeys = ['credential_process', 'web_identity_token_process']

/** Whether a lower-case key is kept for the export to `~/.aws/config`. */
export function isExportedKey(key: string): key is ExportedKey {
  return exportedKeys.some(one => one === key)
}

/** Whether the value of a lower-case key is a command. */
export function isCommandKey(key: string): boolean {
  return commandKeys.includes(key)
}

/** Whether a lower-case key is one that other tools read. */
export function isAwsKey(key: string): boolean {
  return awsKeys.has(key) || prefixes.some(prefix => key.startsWith(prefix))
}
