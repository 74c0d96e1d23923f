import { defineConfig } from "vitest/config";

/** Tests that need Chromium (CHROMIUM_PATH, or /usr/bin/chromium). One file at a time: each has a browser of its own. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.browser.test.ts"],
    globalSetup: ["test/setup/run-folder.ts"],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 90_000,
  },
});
