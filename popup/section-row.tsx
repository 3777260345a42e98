import { message } from '../src/browser/i18n'

/** The heading of the recent roles, or of all of them. */
export function SectionRow({ section }: { readonly section: 'recent' | 'all' }) {
  return <span>{message(section === 'recent' ? 'popup_recent' : 'popup_all')}</span>
}
