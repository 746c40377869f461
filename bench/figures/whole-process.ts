import { runOnce } from "../child.js";
import type { Figure } from "../figure.js";
import type { ProcessFacts } from "../programs/one-create.program.js";
import { format, inRounds, ratios } from "../statistics.js";
import { withServer } from "../workspace.js";

const ROUNDS = 15;
const GOAL = 0.6;
const CONTENDERS = ["fetchWithToken", "control", "client", "clientOverFetch", "official"] as const;
type Contender = (typeof CONTENDERS)[number];

/** A process from its start to its end, which fetches a token and creates one interview. */
export const wholeProcess: Figure = (workspace) =>
  withServer(workspace, async (baseUrl) => {
    const names = CONTENDERS.filter((name) => workspace.official || name !== "official");
    const measured = await inRounds(ROUNDS, names, async (name) => {
      const project = name === "official" ? workspace.official : workspace.client;
      const contender = name === "control" ? "fetchWithToken" : name;
      const { said, wallMs } = await runOnce<ProcessFacts>(project?.program("one-create") ?? "", [
        contender,
        baseUrl,
      ]);
      return { cpuMs: said.cpuMs, wallMs };
    });
    return (["cpuMs", "wallMs"] as const).map((measure) => {
      const valuesOf = (name: Contender) => measured[name]?.map((facts) => facts[measure]) ?? [];
      const ratioOf = (name: Contender) => ratios(valuesOf(name), valuesOf("fetchWithToken"));
      return {
        figure: `Whole process, token and one create, ${measure === "cpuMs" ? "CPU" : "wall"}: × bare fetch`,
        client: `${format(ratioOf("client"), 2)}; over fetch ${format(ratioOf("clientOverFetch"), 2)}`,
        official: workspace.official && format(ratioOf("official"), 2),
        fetch: format(ratioOf("control"), 2),
        goal: `≤ ${GOAL.toFixed(2)}`,
        met: ratioOf("client").median <= GOAL,
        spentOn: "the import of the client and of node:http, and code that runs for the first time.",
      };
    });
  });
