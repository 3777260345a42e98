import { message } from '../../src/browser/i18n'
import { FileButton } from '../parts/file-button'
import type { List } from './use-list'

/** Ways to begin, while there is no text. */
export function Welcome({ list }: { readonly list: List }) {
  return (
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">{message('options_welcome')}</h2>
      <p>{message('options_welcomeExplained')}</p>
      <div class="welcome-buttons">
        <FileButton text={message('options_chooseFile')} primary onFiles={list.imports.open} />
        <button type="button" class="button" onClick={list.loadExample}>
          {message('options_loadExample')}
        </button>
        <a class="button" href="#team/url">
          {message('options_teamEnter')}
        </a>
      </div>
    </section>
  )
}
