import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '../browsers/wait'

/** nginx as Debian's package sets it up, with a folder instead of the system's. */
export interface Nginx {
  reload(): void
  stop(): Promise<void>
}

const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']

/** Starts nginx as a child of this process, with the configuration in the folder's `etc/nginx/conf.d`. */
export async function startNginx(program: string, folder: string): Promise<Nginx> {
  const [configuration, pid, errors] = ['nginx.conf', 'nginx.pid', 'errors.log'].map(name =>
    join(folder, name),
  ) as [string, string, string]
  const servers = join(folder, 'etc/nginx/conf.d')
  await mkdir(servers, { recursive: true })
  await writeFile(
    configuration,
    `daemon off;
pid ${pid};
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  default_type application/octet-stream;
  gzip on;
  access_log off;
  ${temporary.map(name => `${name}_temp_path ${join(folder, name)};`).join('\n  ')}
  include ${servers}/*.conf;
}
`,
  )
  const child = spawn(program, ['-e', errors, '-c', configuration], { stdio: 'inherit' })
  const ended = once(child, 'exit')
  await waitFor('nginx', async () => existsSync(pid))
  return {
    reload: () => child.kill('SIGHUP'),
    async stop() {
      child.kill('SIGQUIT')
      await ended
    },
  }
}
