import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { InputError } from "../errors.ts";
import { inputOf } from "./input.ts";
import { print } from "./output.ts";

interface ExploreCommandOptions {
  readonly port?: string;
  readonly printPath?: boolean;
}

/** The page lies beside the built command line. */
const file = fileURLToPath(new URL("explorer.html", import.meta.url));
/** Only this machine can ask. */
const host = "127.0.0.1";
const highestPort = 65_535;

/** `eslabon explore` */
export async function exploreCommand(options: ExploreCommandOptions): Promise<void> {
  const input = inputOf("explore");
  const port = input.whole("--port", options.port, 1) ?? 0;
  if (port > highestPort) {
    input.problems.push({ path: "--port", value: options.port, expected: `at most ${highestPort}` });
  }
  if (options.port !== undefined && options.printPath === true) {
    const expected = "one of --port and --print-path: a page opened from disk needs no port";
    input.problems.push({ path: "", value: "--port --print-path", expected });
  }
  if (!existsSync(file)) {
    const expected =
      "the built page, which the package has; in a copy of the sources, npm run explorer makes it";
    input.problems.push({ path: file, value: undefined, expected });
  }
  input.check();
  if (options.printPath === true) {
    print(file);
    return;
  }
  const server = createPageServer(readFileSync(file));
  await listen(server, port, options.port);
  const { port: taken } = server.address() as AddressInfo;
  print(`The explorer is at http://${host}:${taken}/\nCtrl-C stops it. From disk: ${file}`);
  await new Promise<void>((resolve) => process.once("SIGINT", resolve));
  server.close();
  server.closeAllConnections();
}

/** Hands out the page at its root, and nothing else. */
function createPageServer(page: Buffer): Server {
  return createServer(({ method, url }, response) => {
    const isRead = method === "GET" || method === "HEAD";
    const status = !isRead ? 405 : url?.split("?")[0] === "/" ? 200 : 404;
    const type = status === 200 ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
    response.writeHead(status, {
      "content-type": type,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    response.end(status === 200 ? page : "There is only the page at /\n");
  });
}

/** Waits until a server has its port; a port of 0 is any that is free. */
async function listen(server: Server, port: number, asked: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", ({ code, message }: NodeJS.ErrnoException) => {
      const expected = code === "EADDRINUSE" ? "a port that is free" : `a port that can be used (${message})`;
      reject(new InputError("eslabon explore", [{ path: "--port", value: asked, expected }]));
    });
    server.listen(port, host, resolve);
  });
}
