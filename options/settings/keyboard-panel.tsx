import { message } from '../../src/browser/i18n'
import { pinCommands } from '../../src/launch/pin-commands'
import type { SettingsUnit } from './use-settings'

export function KeyboardPanel({ settings }: { readonly settings: SettingsUnit }) {
  const { shortcut, pinShortcuts } = settings.state
  return (
    <section class="card" id="setting-shortcut" aria-labelledby="keyboard">
      <h2 id="keyboard">{message('options_keyboard')}</h2>
      <dl class="keys">
        <div>
          <dt>{message('options_keyMenu')}</dt>
          <dd>{browserKey(shortcut)}</dd>
        </div>
        {pinCommands.map(({ name, label }, index) => (
          <div key={name}>
            <dt>{message(label)}</dt>
            <dd>{browserKey(pinShortcuts[index])}</dd>
          </div>
        ))}
        {editorKeys().map(({ what, keys }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={settings.changeShortcut}>
        {message('options_keyChange')}
      </button>
      <p class="explanation">{message('options_languageNote')}</p>
    </section>
  )
}

/** Returns a key that is set in the browser: '' for none, undefined until it is known. */
function browserKey(keys: string | undefined) {
  return keys ? <Keys keys={keys} /> : keys === '' && message('options_keyNone')
}

function editorKeys() {
  return [
    { what: message('options_save'), keys: 'Ctrl+S' },
    { what: message('options_editor_find'), keys: 'Ctrl+F' },
    { what: message('options_editor_completions'), keys: 'Ctrl+Space' },
    { what: message('options_keyNextMessage'), keys: 'F8' },
    { what: message('options_pickColorPlain'), keys: 'Ctrl+.' },
  ]
}

function Keys({ keys }: { readonly keys: string }) {
  return keys.split('+').map(key => <kbd key={key}>{key}</kbd>)
}
