import { message } from '../../src/browser/i18n'
import { unturned } from '../../src/lib/bidi'
import type { Aim } from '../../src/pasted/roles-for'

/** Returns what was pasted, as in “Lambda · pay · eu-west-1”; undefined if there is nothing to say about it. */
export function aimTitle({ kind, page }: Aim): string | undefined {
  if (kind === 'unreadable-arn') return message('popup_aimUnreadable_title')
  if (!page) return undefined
  const { service, region } = page
  const name = page.by === 'link' ? undefined : unturned(page.name)
  return [service, name, region].filter(Boolean).join(' · ') || message('popup_aimConsole')
}

/** Returns what Enter does with it. */
export function aimSentences({ kind, page, account }: Aim): readonly string[] {
  if (kind === 'unreadable-arn') return [message('popup_aimUnreadable')]
  if (!page) return []
  if (account !== undefined) return [pageSentence(page)]
  // That Enter opens it goes without saying.
  return [...(page.by === 'row' || page.by === 'link' ? [] : [pageSentence(page)]), noAccountSentence(kind)]
}

function pageSentence({ by, service }: NonNullable<Aim['page']>): string {
  switch (by) {
    case 'row':
    case 'link':
      return message('popup_aimPage')
    case 'aws':
      return message('popup_aimAws')
    case 'service':
      return message('popup_aimService', service)
    case 'home':
      return message('popup_aimConsoleHome')
  }
}

function noAccountSentence(kind: Aim['kind']): string {
  return message(kind === 'link' ? 'popup_aimLinkNoAccount' : 'popup_aimNoAccount')
}
