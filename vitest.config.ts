import { defineConfig } from "vitest/config";

/** What needs neither a browser nor a server. The same features run again on PostgreSQL: vitest.postgres.config.ts. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/*.browser.test.ts", "**/*.postgres.test.ts", "dist/**", "node_modules/**"],
    globalSetup: ["test/setup/sqlite.ts"],
    setupFiles: ["test/setup/property-seed.ts"],
    env: { AFTERLOAN_TEST_DATABASE: "sqlite" },
    // Loading the database client costs half a second: once per worker, not once per file.
    isolate: false,
    // Tests wait more than they reckon: a worker for each core, where vitest would leave one idle.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
