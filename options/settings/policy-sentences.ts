import { language, message } from '../../src/browser/i18n'
import { maxRefreshMinutes, minRefreshMinutes } from '../../src/config/parse/refresh-minutes'
import type { PolicyFailure } from '../../src/settings/policy-failure'
import { teamUrlSentence } from '../parts/team-url-sentence'

/** Returns why an administrator's setting is ignored, and what to set. */
export function policyFailureSentence(failure: PolicyFailure): string {
  const { name } = failure
  switch (failure.kind) {
    case 'unknown':
      return message('options_policyUnknown', name)
    case 'not-one-of':
      return message('options_policyNotOneOf', name, alternatives(failure.values))
    case 'bad-url':
      return [message('options_policyUrl', name), teamUrlSentence(failure.reason)].filter(Boolean).join(' ')
    case 'bad-headers':
      return message('options_policyHeaders', name)
    case 'bad-header':
      return message('options_policyHeader', name, failure.number)
    case 'bad-sender':
      return message('options_policySender', name, failure.number)
    case 'bad-refresh':
      return message('options_policyRefresh', name, minRefreshMinutes, maxRefreshMinutes)
    case 'headers-alone':
      return message('options_policyHeadersAlone', name)
    case 'no-list':
      return message('options_policyNoList', name)
    case 'not-set':
      return message('options_policyNotSet', name)
  }
}

function alternatives(values: readonly (string | boolean)[]): string {
  return new Intl.ListFormat(language(), { type: 'disjunction' }).format(values.map(String))
}
