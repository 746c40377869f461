import { Child } from "../child.js";
import type { Figure } from "../figure.js";
import type { CallsTask } from "../programs/calls.program.js";
import { type Project, type Workspace, withServer } from "../workspace.js";

const CALLS = 100;

/** How often 100 calls, which start at once in a new process, ask for a token. */
export const firstCalls: Figure = async (workspace) => {
  const own = await tokenRequestsOf(workspace, workspace.client, "client");
  const other = workspace.official && (await tokenRequestsOf(workspace, workspace.official, "official"));
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

function tokenRequestsOf(workspace: Workspace, project: Project, contender: string): Promise<number> {
  return withServer(workspace, async (baseUrl, tokenRequests) => {
    const [child] = await Child.start(project.program("calls"), [contender, baseUrl]);
    await child.ask({ calls: CALLS, concurrency: CALLS } satisfies CallsTask);
    await child.stop();
    return tokenRequests();
  });
}
