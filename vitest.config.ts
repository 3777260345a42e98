import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{src,marks,popup,options,scripts,e2e,testing,bench,fuzz}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
  },
})
