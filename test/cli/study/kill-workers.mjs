// Loaded before the command line: kills worker threads at random moments, so many times, from the seed in KILLS.
import { subscribe } from "node:diagnostics_channel";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  let [left, state] = process.env.KILLS.split(",").map(Number);
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  subscribe("worker_threads", ({ worker }) => {
    if (left <= 0) return;
    left -= 1;
    // A worker takes some 300 ms to start.
    setTimeout(() => worker.terminate(), 100 + 900 * random()).unref();
    process.stderr.write("killing a worker\n");
  });
}
