import { message } from '../../src/browser/i18n'
import { settingWords } from '../../src/settings/setting-words'
import type { Settings } from '../../src/settings/settings'
import { Choice, savedCount } from '../parts/setting-field'
import { presetOf, turned } from './console-access'
import { MarksPicture } from './marks-picture'
import type { SettingsUnit } from './use-settings'

interface MarksFieldProps {
  readonly unit: SettingsUnit
  readonly settings: Settings
}

/** The marks' presets, and a picture of a console page with the chosen one. */
export function MarksField({ unit, settings }: MarksFieldProps) {
  const { access, policy, saved } = unit.state
  const now = { access, settings }
  const { label, explanation, labels } = settingWords.marks
  const chosen = presetOf(now)
  return (
    <Choice
      id="marks"
      label={message(label)}
      explanation={message(explanation)}
      labels={labels}
      chosen={chosen}
      help="marks"
      locked={policy.locked.includes('marks')}
      obstacle={access.hosts ? undefined : message('options_needsAccess')}
      saved={savedCount('marks', saved)}
      picture={<MarksPicture preset={chosen} hideAccountIds={settings.hideAccountIds} />}
      onChange={preset => {
        const { access: wanted, settings: changed } = turned('marks', preset as Settings['marks'], now)
        unit.changeAccess(wanted, changed)
      }}
    />
  )
}
