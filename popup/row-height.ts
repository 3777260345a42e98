import type { Density } from '../src/settings/settings'

/** Height of a row, in CSS pixels; role-list.css fits its text into it. */
export function rowHeight(density: Density): number {
  return density === 'compact' ? 30 : 50
}

/** Returns how many rows fit into `pixels`, with half a row more, which shows that more follow. */
export function rowsThatFit(density: Density, pixels: number): number {
  return Math.floor(pixels / rowHeight(density)) + 0.5
}
