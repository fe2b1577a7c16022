// Fetches the other versions of Node that the tests compare, so that no test waits for them.
import { nodeOf, versionsCompared } from "./node-of-version.mjs";

for (const major of versionsCompared) nodeOf(major);
