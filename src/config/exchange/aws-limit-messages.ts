import type { AwsLimit } from './to-aws-config'

/** The message about each limit. It ends with the names. */
export const awsLimitMessages = {
  alias: 'options_awsLeftOut',
  portal: 'options_awsPortalsLeftOut',
  command: 'options_awsCommandsLeftOut',
  name: 'options_awsNamesLeftOut',
  inherited: 'options_awsInheritedLeftOut',
  quoted: 'options_awsQuoted',
  source: 'options_awsSource',
  odd: 'options_awsOdd',
} as const satisfies Readonly<Record<AwsLimit['kind'], string>>
