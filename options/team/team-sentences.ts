import { formatNumber, message } from '../../src/browser/i18n'
import { fetchTimeoutMs } from '../../src/team/fetch-text'
import type { FailedSending } from '../../src/team/stored-senders'
import type { FailedRefresh } from '../../src/team/team-status'

/** Returns why the text from an extension isn't in use. */
export function sentTextSentence(reason: FailedSending['reason']): string {
  switch (reason.kind) {
    case 'too-large':
      return message('options_sentTooLarge', reason.most / 1_000_000)
    case 'html':
    case 'json':
    case 'binary':
      return message('options_sentNoText')
    case 'empty':
      return message('options_sentEmpty')
    case 'no-profile':
      return message('options_sentNoProfile')
    case 'mostly-errors':
      return message('options_sentMostlyErrors', reason.errors)
    case 'too-many-profiles':
      return message('options_sentTooManyProfiles', formatNumber(reason.most))
    case 'not-stored':
      return message('options_sentNotStored', reason.message)
  }
}

/** Returns what went wrong with the last refresh, why, and what to do. */
export function teamFailureSentence({ url, reason }: FailedRefresh): string {
  switch (reason.kind) {
    case 'no-permission':
      return message('options_teamAllowFirst', new URL(url).host)
    case 'offline':
      return message('options_teamOffline')
    case 'no-answer':
      return message('options_teamNoAnswer', new URL(url).host)
    case 'time-out':
      return message('options_teamTimeOut', new URL(url).host, fetchTimeoutMs / 1_000)
    case 'bad-header':
      return message('options_teamBadHeader', reason.number)
    case 'insecure-redirect':
      return message('options_teamInsecureRedirect', url)
    case 'redirect-with-headers':
      return message('options_teamRedirectWithHeaders', url)
    case 'redirect-with-cookies':
      return message('options_teamRedirectWithCookies', url)
    case 'status':
      return message(statusKey(reason.status), reason.status, url)
    case 'too-large':
      return message('options_teamTooLarge', reason.most / 1_000_000)
    case 'cut-off':
      return message('options_teamCutOff', url)
    case 'html':
      return message('options_teamHtml', url)
    case 'json':
      return message('options_teamJson', url)
    case 'empty':
      return message('options_teamEmpty', url)
    case 'encoding':
    case 'binary':
      return message('options_teamEncoding', url)
    case 'no-profile':
      return message('options_teamNoProfile', url)
    case 'mostly-errors':
      return message('options_teamMostlyErrors', url, reason.errors)
    case 'too-many-profiles':
      return message('options_teamTooManyProfiles', url, formatNumber(reason.most))
    case 'bad-include':
      return message('options_teamBadInclude', url, reason.value)
    case 'other-origin':
      return message('options_teamOtherOrigin', url)
    case 'include-cycle':
      return message('options_teamCycle', reason.urls.join(' → '))
    case 'too-many-includes':
      return message('options_teamTooManyIncludes', reason.most)
    case 'not-stored':
      return message('options_teamNotStored', reason.message)
  }
}

function statusKey(status: number) {
  if (status === 401 || status === 403) return 'options_teamRefused'
  return status === 404 || status === 410 ? 'options_teamNotFound' : 'options_teamStatus'
}
