import { defineConfig } from "vitest/config";

/** Everything that touches the record, once more on PostgreSQL, and what only PostgreSQL can show. */
export default defineConfig({
  test: {
    include: [
      "test/**/*.postgres.test.ts",
      "test/{features,journeys}/**/*.test.ts",
      "test/platform/{storage,audit,inbound,outbox}/**/*.test.ts",
    ],
    exclude: ["**/*.browser.test.ts", "**/*.sqlite.test.ts", "dist/**", "node_modules/**"],
    globalSetup: ["test/setup/postgres.ts"],
    setupFiles: ["test/setup/property-seed.ts"],
    env: { AFTERLOAN_TEST_DATABASE: "postgres" },
    // Loading the database client costs half a second: once per worker, not once per file.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
