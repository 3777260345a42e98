import { message } from '../../src/browser/i18n'
import type { Section } from './rows'

/** The heading of a section. */
export function SectionRow({ section }: { readonly section: Section }) {
  return <span>{message(`popup_${section}`)}</span>
}
