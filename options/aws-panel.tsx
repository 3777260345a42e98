import { message } from '../src/browser/i18n'

interface AwsPanelProps {
  readonly disabled: boolean
  onExport(): void
}

/** The way to the AWS CLI. */
export function AwsPanel({ disabled, onExport }: AwsPanelProps) {
  return (
    <section class="card panel" aria-labelledby="aws">
      <h2 id="aws">{message('options_aws')}</h2>
      <p class="explanation">{message('options_awsExplained')}</p>
      <button type="button" class="button" disabled={disabled} onClick={onExport}>
        {message('options_awsExport')}
      </button>
    </section>
  )
}
