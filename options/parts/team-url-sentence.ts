import { message } from '../../src/browser/i18n'
import type { CheckedTeamUrl } from '../../src/config/parse/team-url'

/** Returns why an address is rejected; undefined if it is accepted. */
export function teamUrlSentence(checked: CheckedTeamUrl): string | undefined {
  switch (checked.kind) {
    case 'url':
      return undefined
    case 'empty':
    case 'no-url':
      return message('options_teamNoUrl')
    case 'too-long':
      return message('options_teamUrlTooLong', checked.most)
    case 'insecure':
      return message('options_teamInsecure')
    case 'credentials':
      return message('options_teamCredentials')
  }
}
