import type { Settings } from './settings'

/** Whether a script has to run in console pages, to mark them or to group their tabs. */
export function wantsMarks({ marks, nameInTitle, groupTabs }: Settings): boolean {
  return marks !== 'off' || nameInTitle || groupTabs
}

/** Whether anything needs access to the console's hosts. */
export function wantsConsoles(settings: Settings): boolean {
  return settings.openSessions || settings.listSessions || wantsMarks(settings)
}

/** Whether pages have a frame and a label. */
export function marksPages({ marks }: Pick<Settings, 'marks'>): boolean {
  return marks === 'clear' || marks === 'loud'
}
