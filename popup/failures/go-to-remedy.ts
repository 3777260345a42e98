import { consoleHome } from '../../src/aws/partitions'
import { openOptionsAt } from '../../src/browser/open-tab'
import { activeTab, openOptions, openPage, reloadTab } from '../../src/browser/tabs'
import type { Remedy } from './failure-sentences'

/** Opens what a notice's button promises, outside of the menu. */
export async function goToRemedy(
  kind: Exclude<Remedy, 'copy-report' | 'copy-refusal' | 'go-to-base'>,
): Promise<void> {
  switch (kind) {
    case 'open-options':
      return openOptions()
    case 'open-team':
      return openOptionsAt('#team')
    case 'open-console':
      return openPage(consoleHome)
    case 'reload-page': {
      const tab = await activeTab()
      if (tab) await reloadTab(tab)
    }
  }
}
