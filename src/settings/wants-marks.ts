import type { Settings } from './settings'

/** Whether a script has to run in console pages, to mark them or to group their tabs. */
export function wantsMarks({ marks, nameInTitle, groupTabs }: Settings): boolean {
  return marks !== 'off' || nameInTitle || groupTabs
}

/** Whether pages have a frame and a label. */
export function marksPages({ marks }: Pick<Settings, 'marks'>): boolean {
  return marks === 'clear' || marks === 'loud'
}
