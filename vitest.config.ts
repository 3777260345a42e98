import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const folders = [
  'src',
  'marks',
  'popup',
  'options',
  'styles',
  'cli',
  'scripts',
  'e2e',
  'testing',
  'bench',
  'fuzz',
]
const tests = folders
  .flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
  )
  .filter(file => file.endsWith('.test.ts'))
/** A file that replaces modules needs a worker in which nothing has loaded them yet. */
const replacing = tests.filter(file => /\bvi\.(?:mock|doMock)\(/.test(readFileSync(file, 'utf8')))

const common = {
  environment: 'node',
  testTimeout: 120_000,
  setupFiles: 'testing/seed-properties.ts',
} as const

export default defineConfig({
  test: {
    projects: [
      // Starting a worker for each file took more than half of the processor time.
      {
        test: {
          ...common,
          name: 'shared',
          include: folders.map(folder => `${folder}/**/*.test.ts`),
          exclude: replacing,
          isolate: false,
        },
      },
      { test: { ...common, name: 'replacing', include: replacing } },
    ],
  },
})
