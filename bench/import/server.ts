import { Child } from "../child.js";
import type { ServerAddress, ServerCounts, ServerTask } from "./programs/server.program.js";
import type { Stage } from "./stage.js";

/** Runs `use` with a server in a process of its own, and then stops it. */
export async function withServer<Result>(
  stage: Stage,
  task: ServerTask,
  use: (address: ServerAddress, readCounts: () => Promise<ServerCounts>) => Promise<Result>,
): Promise<Result> {
  const [server, address] = await Child.start<ServerAddress>(stage.program("server"), [JSON.stringify(task)]);
  try {
    return await use(address, () => server.request<ServerCounts>({}));
  } finally {
    await server.stop();
  }
}
