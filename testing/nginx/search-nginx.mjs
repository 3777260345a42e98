// JavaScript, because scripts/setup.mjs looks for it before a compiler is installed.
import { spawnSync } from 'node:child_process'

/** The folder in which scripts/setup.mjs unpacks Debian's package, from the repository's root. */
export const nginxFolder = 'node_modules/.cache/nginx'

/**
 * Returns the path of nginx: the installed one, even if only root has it on the PATH, or the unpacked one. Undefined if
 * there is none.
 * @returns {string | undefined}
 */
export function searchNginx() {
  const places = ['nginx', '/usr/sbin/nginx', `${nginxFolder}/usr/sbin/nginx`]
  return places.find(place => spawnSync(place, ['-v']).status === 0)
}
