import { message } from '../../src/browser/i18n'
import type { Obstacle } from '../parts/obstacle'

/** Returns why the settings can't be changed; undefined while they are being read. */
export function settingsObstacleSentence(obstacle: Obstacle): string | undefined {
  switch (obstacle.kind) {
    case 'loading':
      return undefined
    case 'newer':
      return message('options_settingsNewer')
    case 'unreadable':
      return message('options_settingsUnreadable')
    case 'failed':
      return message('options_settingsNotRead', obstacle.message)
  }
}
