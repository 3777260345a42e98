import type { Badge } from '../browser/action'

/** Returns the badge that asks for a press; its colors are those of `--accent` in `styles/tokens.css`. */
export function pressBadge(title: string): Badge {
  return { color: '3949c6', ink: 'ffffff', text: '↵', title }
}
