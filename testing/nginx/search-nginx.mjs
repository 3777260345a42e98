// JavaScript, since scripts/setup.mjs looks for it before a compiler is installed.
import { spawnSync } from 'node:child_process'

/** Where scripts/setup.mjs unpacks Debian's package, from the repository's root. */
export const nginxFolder = 'node_modules/.cache/nginx'

/**
 * The nginx to run: the one that is installed, be it where only root has it on the PATH, or the unpacked one; undefined
 * where there is none.
 *
 * @returns {string | undefined}
 */
export function searchNginx() {
  const places = ['nginx', '/usr/sbin/nginx', `${nginxFolder}/usr/sbin/nginx`]
  return places.find(place => spawnSync(place, ['-v']).status === 0)
}
