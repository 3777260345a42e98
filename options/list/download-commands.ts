import { message } from '../../src/browser/i18n'
import { toAwsColors } from '../../src/config/exchange/to-aws-colors'
import { toAwsConfig } from '../../src/config/exchange/to-aws-config'
import { bookmarksOf } from '../../src/config/exchange/to-bookmarks'
import { withoutSecrets } from '../../src/config/secrets/without-secrets'
import { shellOf } from '../../src/lib/shell-word'
import { readSettings } from '../../src/settings/settings'
import { download } from '../parts/download'
import type { ListUnit } from './list-unit'

/** The ending of a script, by the shell that runs it. */
const scriptEndings = { posix: 'sh', powershell: 'ps1', cmd: 'cmd' } as const

/** Downloads the editor's list in several formats. If a file would be empty, a message says why instead. */
export interface DownloadCommands {
  list(): void
  forAws(): void
  colors(): void
  bookmarks(): void
}

export function downloadCommands({ state, dispatch, editor }: ListUnit): DownloadCommands {
  const { findings } = state
  return {
    list: () => download('rolecall.ini', withoutSecrets(editor.current?.text() ?? '').text),
    forAws() {
      if (!findings) return
      const { text, ...exported } = toAwsConfig(findings.targets, findings.profiles)
      if (exported.count > 0) download('config', text)
      dispatch({ kind: 'exported-for-aws', ...exported })
    },
    async colors() {
      if (!findings) return
      const { shell } = await readSettings()
      const kind = shellOf(shell, navigator.platform)
      const { text, ...exported } = toAwsColors(findings.targets, kind)
      if (exported.count > 0) download(`account-colors.${scriptEndings[kind]}`, text)
      dispatch({ kind: 'exported-colors', ...exported })
    },
    bookmarks() {
      if (!findings) return
      const { html, ...exported } = bookmarksOf(findings.targets.roles, message('options_bookmarksTitle'))
      if (exported.count > 0) download('rolecall-bookmarks.html', html)
      dispatch({ kind: 'exported-bookmarks', ...exported })
    },
  }
}
