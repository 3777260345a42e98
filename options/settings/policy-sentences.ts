import { formatNumber, language, message } from '../../src/browser/i18n'
import { leastRefresh, mostRefresh } from '../../src/config/parse/refresh-minutes'
import type { PolicyProblem } from '../../src/settings/policy-problem'
import { teamUrlSentence } from '../team/team-sentences'

/** Returns why an administrator's setting is ignored, and what to set. */
export function policyProblemSentence(problem: PolicyProblem): string {
  const { name } = problem
  switch (problem.kind) {
    case 'unknown':
      return message('options_policyUnknown', name)
    case 'not-one-of':
      return message('options_policyNotOneOf', name, alternatives(problem.values))
    case 'bad-url':
      return [message('options_policyUrl', name), teamUrlSentence(problem.reason)].filter(Boolean).join(' ')
    case 'bad-headers':
      return message('options_policyHeaders', name)
    case 'bad-header':
      return message('options_policyHeader', name, problem.number)
    case 'bad-sender':
      return message('options_policySender', name, problem.number)
    case 'bad-refresh':
      return message('options_policyRefresh', name, formatNumber(leastRefresh), formatNumber(mostRefresh))
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
