import { startTestServer } from "./test-database.ts";

/** For `globalSetup` of the test runner: the server starts once and is stopped when all tests are done. */
export default async function holdTestServer(): Promise<() => Promise<void>> {
  const server = await startTestServer();
  return () => server.stop();
}
