// What every worker thread opens first: it imports the module that does the work. Left to itself piscina would require() that
// module, and a thread that is stopped while Node 20 links a required module takes the whole process down.
const [url, name] = process.argv.slice(2);
const loading = import(url) as Promise<Record<string, (task: unknown) => unknown>>;
// A module that cannot be loaded is told by each task.
loading.catch(() => undefined);

/** The work of one task. */
export async function runTask(task: unknown): Promise<unknown> {
  return (await loading)[name](task);
}
