import { useMemo } from 'preact/hooks'
import { countMessage, message } from '../../../src/browser/i18n'
import type { Base } from '../../../src/config/resolve/base-account'
import { parseConfig } from '../../../src/config/resolve/parse-config'
import { targetRoles } from '../../../src/config/resolve/target-roles'
import { CloseIcon } from '../../../styles/icons/settings-icons'
import { namesText } from '../../parts/short-texts'
import { useModal } from '../../parts/use-modal'
import { secretsSentence } from '../list-sentences'
import type { ImportState } from '../state'
import type { ImportCommands } from '../use-imports'
import { type ImportResult, importResult } from './import-result'
import { RoleNameField } from './role-name-field'

interface ImportDialogProps {
  readonly imports: ImportCommands
  readonly importing: ImportState
  readonly bases: readonly Base[]
}

/** A preview of the changes that an import will make. */
export function ImportDialog({ imports, importing, bases }: ImportDialogProps) {
  const element = useModal(imports.close)

  const { file, before, content, mode, options, secrets } = importing
  const results = useMemo(
    () => ({
      replace: importResult(before, content, 'replace', options),
      add: importResult(before, content, 'add', options),
    }),
    [before, content, options],
  )
  const { found } = results.replace
  const { changed, removed } = results.replace
  const roles = useMemo(() => targetRoles(parseConfig(before).profiles).roles.length, [before])
  const replaces = mode === 'replace' && roles > 0 && changed.length + removed.length > 0

  return (
    <dialog ref={element} class="dialog" aria-labelledby="import-title">
      <form
        onSubmit={event => {
          event.preventDefault()
          imports.accept(results[mode].text)
        }}
      >
        <header>
          <h2 id="import-title">{message('options_importTitle', file)}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={message('options_cancel')}
            onClick={imports.close}
          >
            <CloseIcon />
          </button>
        </header>
        <div class="fields">
          <p class="wide">
            {content.kind === 'accounts'
              ? countMessage('options_foundAccounts', content.accounts.length)
              : countMessage('options_foundProfiles', found)}
          </p>
          {secrets !== '' && <p class="wide">{secretsSentence(secrets)}</p>}
          {content.kind === 'accounts' && (
            <>
              {content.inactive.length > 0 && (
                <p class="wide">{message('options_accountsInactive', namesText(content.inactive))}</p>
              )}
              {content.withoutId.length > 0 && (
                <p class="wide">{message('options_accountsWithoutId', namesText(content.withoutId))}</p>
              )}
              <RoleNameField
                class="field half"
                value={options.roleName}
                onChange={roleName => imports.change({ ...importing, options: { ...options, roleName } })}
              />
              <label class="field half">
                <span>{message('options_fieldBase')}</span>
                <select
                  value={options.sourceProfile}
                  onChange={event =>
                    imports.change({
                      ...importing,
                      options: { ...options, sourceProfile: event.currentTarget.value },
                    })
                  }
                >
                  <option value="">{message('options_noBase')}</option>
                  {bases.map(({ name }) => (
                    <option key={name} value={name}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <label class="choice wide">
                <input
                  type="checkbox"
                  checked={options.colors === 'by-name'}
                  onChange={event =>
                    imports.change({
                      ...importing,
                      options: { ...options, colors: event.currentTarget.checked ? 'by-name' : 'none' },
                    })
                  }
                />
                {message('options_colorsByName')}
              </label>
            </>
          )}
          <div class="wide choices" role="radiogroup" aria-labelledby="import-title">
            {(['add', 'replace'] as const).map(one => (
              <div key={one} class="choice-card">
                <label class="choice">
                  <input
                    type="radio"
                    name="import-mode"
                    aria-describedby={`import-${one}`}
                    checked={mode === one}
                    onChange={() => imports.change({ ...importing, mode: one })}
                  />
                  {message(one === 'add' ? 'options_importAdd' : 'options_importReplace')}
                </label>
                <Summary id={`import-${one}`} result={results[one]} />
              </div>
            ))}
          </div>
        </div>
        <footer>
          <button type="button" class="button" onClick={imports.close}>
            {message('options_cancel')}
          </button>
          <button
            type="submit"
            class={replaces ? 'button danger primary' : 'button primary'}
            disabled={found === 0 || results[mode].text === before}
            autofocus
          >
            {replaces ? countMessage('options_replaceNow', roles) : message('options_importNow')}
          </button>
        </footer>
      </form>
    </dialog>
  )
}

function Summary({ id, result }: { readonly id: string; readonly result: ImportResult }) {
  const { added, changed, removed } = result
  const isNothing = added.length + changed.length + removed.length === 0
  return (
    <ul class="summary" id={id}>
      {isNothing && <li>{message('options_nothingChanges')}</li>}
      {added.length > 0 && (
        <li class="added">{countMessage('options_added', added.length, namesText(added))}</li>
      )}
      {changed.length > 0 && (
        <li class="changed">{countMessage('options_changed', changed.length, namesText(changed))}</li>
      )}
      {removed.length > 0 && (
        <li class="removed">{countMessage('options_removed', removed.length, namesText(removed))}</li>
      )}
    </ul>
  )
}
