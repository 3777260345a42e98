import { message, type PlainKey } from '../../src/browser/i18n'
import type { Settings } from '../../src/settings/settings'

type Preset = Settings['marks']

const captions = {
  off: 'options_marksOffShown',
  subtle: 'options_marksSubtleShown',
  clear: 'options_marksClearShown',
  loud: 'options_marksLoudShown',
} as const satisfies Readonly<Record<Preset, PlainKey>>

interface MarksPictureProps {
  readonly preset: Preset
  readonly hideAccountIds: boolean
}

/** A drawing of a production role's and another role's console page with a preset's marks. */
export function MarksPicture({ preset, hideAccountIds }: MarksPictureProps) {
  return (
    <figure class="marks-picture">
      <div class={`marks-pages marks-${preset}`} aria-hidden="true">
        <Page
          name="shop-production"
          account={hideAccountIds ? '' : '3333-4444-5555'}
          letters="SP"
          isProduction
        />
        <Page name="sandbox" account={hideAccountIds ? '' : '6666-7777-8888'} letters="SA" />
      </div>
      <figcaption>{message(captions[preset])}</figcaption>
    </figure>
  )
}

interface PageProps {
  readonly name: string
  readonly account: string
  readonly letters: string
  readonly isProduction?: boolean
}

function Page({ name, account, letters, isProduction = false }: PageProps) {
  return (
    <div class={isProduction ? 'marks-page production' : 'marks-page'}>
      <div class="marks-tab">
        <i>{letters}</i>
        <span>EC2</span>
      </div>
      <div class="marks-body">
        <p class="marks-label">
          {isProduction && <strong>{message('mark_production')}</strong>}
          <b>{name}</b>
          {account !== '' && <span>{account}</span>}
        </p>
        <i class="marks-line" />
        <i class="marks-line" />
        <i class="marks-line" />
      </div>
    </div>
  )
}
