import { message } from '../src/browser/message'

interface WelcomeProps {
  onImport(file: File): void
  onExample(): void
}

/** Where to begin, while there is no text. */
export function Welcome({ onImport, onExample }: WelcomeProps) {
  return (
    <section class="welcome" aria-labelledby="welcome">
      <h2 id="welcome">{message('options_welcome')}</h2>
      <p>{message('options_welcomeExplained')}</p>
      <div class="welcome-buttons">
        <label class="button primary">
          <input
            type="file"
            class="visually-hidden"
            onChange={event => {
              const [file] = event.currentTarget.files ?? []
              event.currentTarget.value = ''
              if (file) onImport(file)
            }}
          />
          {message('options_chooseFile')}
        </label>
        <button type="button" class="button" onClick={onExample}>
          {message('options_loadExample')}
        </button>
      </div>
    </section>
  )
}
