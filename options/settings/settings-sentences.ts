import { message } from '../../src/browser/i18n'
import type { ReadFailure } from '../parts/read-failure'

/** Returns why the settings can't be changed; undefined while they are being read. */
export function settingsReadFailureSentence(readFailure: ReadFailure): string | undefined {
  switch (readFailure.kind) {
    case 'loading':
      return undefined
    case 'newer':
      return message('options_settingsNewer')
    case 'unreadable':
      return message('options_settingsUnreadable')
    case 'failed':
      return message('options_settingsNotRead', readFailure.message)
  }
}
