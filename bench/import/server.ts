import { Child } from "../child.js";
import type { ServerAddress, ServerFacts, ServerTask } from "./programs/server.program.js";
import type { Stage } from "./stage.js";

/** Runs `use` with a server in a process of its own, which ends with it. */
export async function withServer<Result>(
  stage: Stage,
  task: ServerTask,
  use: (place: ServerAddress, facts: () => Promise<ServerFacts>) => Promise<Result>,
): Promise<Result> {
  const [server, place] = await Child.start<ServerAddress>(stage.program("server"), [JSON.stringify(task)]);
  try {
    return await use(place, () => server.ask<ServerFacts>({}));
  } finally {
    await server.stop();
  }
}
