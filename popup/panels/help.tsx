import { message, type PlainKey } from '../../src/browser/i18n'
import { modKey } from '../mod-key'
import { PanelFrame } from '../panel-frame'
import type { PanelProps } from '../popup-props'

/** The keys of the menu and what each does; the program's own table is in `keys.ts`. */
const keyList: readonly (readonly [keys: readonly string[], what: PlainKey])[] = [
  [['↑', '↓'], 'popup_helpMove'],
  [[modKey, 'N', 'P'], 'popup_helpMoveAlso'],
  [['PgUp', 'PgDn'], 'popup_helpPage'],
  [['Home', 'End'], 'popup_helpEnds'],
  [['Enter'], 'popup_helpEnter'],
  [['Shift', 'Enter'], 'popup_helpAnew'],
  [[modKey, 'Enter'], 'popup_helpTab'],
  [[modKey, 'Shift', 'Enter'], 'popup_helpWindow'],
  [['→'], 'popup_helpActions'],
  [[message('popup_keySpace')], 'popup_helpTick'],
  [[modKey, 'A'], 'popup_helpTickAll'],
  [[modKey, 'D'], 'popup_helpPin'],
  [[modKey, 'B'], 'popup_helpBack'],
  [['←'], 'popup_helpFold'],
  [['Esc'], 'popup_helpEscape'],
]

/** Search filters. */
const signList: readonly (readonly [example: string, what: PlainKey])[] = [
  ['@production', 'popup_helpGroup'],
  ['#1111', 'popup_helpAccount'],
  ['/admin', 'popup_helpRole'],
  ['>eu-west-1', 'popup_helpRegion'],
]

/** The menu's keys and symbols. */
export function Help({ onClosePanel }: PanelProps) {
  return (
    <PanelFrame title={message('popup_help')} focusesBack onBack={onClosePanel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by the keyboard. */}
      <div class="panel-body help" tabIndex={0}>
        <h3>{message('popup_helpSigns')}</h3>
        <dl>
          {signList.map(([example, what]) => (
            <div key={what}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{message(what)}</dd>
            </div>
          ))}
        </dl>
        <h3>{message('popup_helpKeys')}</h3>
        <dl>
          {keyList.map(([keys, what]) => (
            <div key={what}>
              <dt>
                {keys.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{message(what)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </PanelFrame>
  )
}
