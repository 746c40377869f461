import { runOnce } from "../child.js";
import type { Figure } from "../figure.js";
import type { ProcessMeasurement } from "../programs/one-create.program.js";
import { format, measureInRounds, summarizeRatios } from "../statistics.js";
import { withServer } from "../workspace.js";

const ROUNDS = 15;
const GOAL = 0.6;
const CONTENDERS = ["fetchWithToken", "control", "nothing", "client", "clientOverFetch", "official"] as const;
type Contender = (typeof CONTENDERS)[number];

/** Measures a process from start to end that fetches a token and creates one interview. */
export const wholeProcess: Figure = (workspace) =>
  withServer(workspace, async (baseUrl) => {
    const names = CONTENDERS.filter((name) => workspace.official || name !== "official");
    const measured = await measureInRounds(ROUNDS, names, async (name) => {
      const project = name === "official" ? workspace.official : workspace.client;
      const contender = name === "control" ? "fetchWithToken" : name;
      const { message, wallMs } = await runOnce<ProcessMeasurement>(project?.program("one-create") ?? "", [
        contender,
        baseUrl,
      ]);
      return { cpuMs: message.cpuMs, wallMs };
    });
    return (["cpuMs", "wallMs"] as const).map((measure) => {
      const getValues = (name: Contender) => measured[name]?.map((measurement) => measurement[measure]) ?? [];
      const getRatio = (name: Contender) => summarizeRatios(getValues(name), getValues("fetchWithToken"));
      return {
        figure: `Whole process, token and one create, ${measure === "cpuMs" ? "CPU" : "wall"}: × bare fetch`,
        client: `${format(getRatio("client"), 2)}; over fetch ${format(getRatio("clientOverFetch"), 2)}`,
        official: workspace.official && format(getRatio("official"), 2),
        fetch: format(getRatio("control"), 2),
        goal: `≤ ${GOAL.toFixed(2)}`,
        met: getRatio("client").median <= GOAL,
        spentOn: `a process that calls nothing is ${format(getRatio("nothing"), 2)} in the same rounds; the rest is the import of the client and of node:http, and code that runs for the first time.`,
      };
    });
  });
