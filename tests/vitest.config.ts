import { defineConfig } from 'vitest/config'

/** With BOBINE_TESTS=quick what kills servers, renders minutes of sound or needs the built pages waits for the full run. */
const isQuick = process.env.BOBINE_TESTS === 'quick'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: isQuick ? ['tests/**/*.slow.test.ts', 'tests/hostile/**'] : [],
    globalSetup: ['tests/postgres.setup.ts'],
    // Most files wait for ffmpeg or PostgreSQL: three at a time keep two cores busy.
    maxWorkers: 3,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
})
