import { message } from '../../src/browser/i18n'
import type { List } from './use-list'

export function AwsPanel({ list }: { readonly list: List }) {
  const disabled = !list.state.findings?.targets.roles.length
  return (
    <section class="card panel" aria-labelledby="aws">
      <h2 id="aws">{message('options_aws')}</h2>
      <p class="explanation">{message('options_awsExplained')}</p>
      <button type="button" class="button" disabled={disabled} onClick={list.downloadForAws}>
        {message('options_awsExport')}
      </button>
    </section>
  )
}
