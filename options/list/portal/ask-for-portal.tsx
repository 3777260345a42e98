import { useState } from 'preact/hooks'
import { portalOf } from '../../../src/aws/portal'
import { message } from '../../../src/browser/i18n'
import { openPage } from '../../../src/browser/tabs'

interface AskForPortalProps {
  /** URLs of the portals that the list knows. */
  readonly urls: readonly string[]
}

/** How to begin, while nothing was found yet: opens the portal, where Rolecall's button is to be pressed. */
export function AskForPortal({ urls }: AskForPortalProps) {
  const [written, setWritten] = useState<string>()
  const url = written ?? urls[0] ?? ''
  const [state, setState] = useState<'open' | 'opened' | 'wrong'>('open')
  const submit = () => {
    const portal = portalOf(url.trim(), undefined)
    if (portal === undefined || portal === 'no-region') return setState('wrong')
    setState('opened')
    void openPage(portal.url)
  }
  return (
    <form
      class="ask-for-portal"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <p>{message('options_portalHow')}</p>
      <div class="field">
        <label for="portal-url">{message('options_portalUrl')}</label>
        <div class="field-input">
          <input
            type="url"
            class="text-input"
            id="portal-url"
            list="portal-urls"
            placeholder="https://example.awsapps.com/start"
            aria-invalid={state === 'wrong'}
            aria-describedby="portal-url-state"
            spellcheck={false}
            value={url}
            onInput={event => {
              setWritten(event.currentTarget.value)
              setState('open')
            }}
          />
          <button type="submit" class="button primary">
            {message('options_portalOpen')}
          </button>
        </div>
        <datalist id="portal-urls">
          {urls.map(one => (
            <option key={one} value={one} />
          ))}
        </datalist>
        {/* It is there before its content, so that screen readers announce that. */}
        <p class={state === 'wrong' ? 'field-error' : 'field-hint'} id="portal-url-state" role="status">
          {state === 'wrong' && message('options_portalNoUrl')}
          {state === 'opened' && message('options_portalPress')}
        </p>
      </div>
    </form>
  )
}
