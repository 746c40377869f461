import { Child } from "../child.js";
import type { Figure } from "../figure.js";
import type { CallsTask } from "../programs/calls.program.js";
import { type Project, type Workspace, withServer } from "../workspace.js";

const CALLS = 100;

/** Counts the token requests of 100 calls that start at once in a new process. */
export const firstCalls: Figure = async (workspace) => {
  const own = await countTokenRequests(workspace, workspace.client, "client");
  const other = workspace.official && (await countTokenRequests(workspace, workspace.official, "official"));
  return [
    {
      figure: `${CALLS} first calls at once: token requests`,
      client: String(own),
      official: other === undefined ? undefined : String(other),
      goal: "1",
      met: own === 1,
    },
  ];
};

function countTokenRequests(workspace: Workspace, project: Project, contender: string): Promise<number> {
  return withServer(workspace, async (baseUrl, tokenRequests) => {
    const [child] = await Child.start(project.program("calls"), [contender, baseUrl]);
    await child.request({ calls: CALLS, concurrency: CALLS } satisfies CallsTask);
    await child.stop();
    return tokenRequests();
  });
}
