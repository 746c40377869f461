/**
 * Responds to every token request and create at once, without checks: only the client's cost is of interest.
 */
import { createServer } from "node:http";
import { operations } from "../../generated/operations.js";

const token = JSON.stringify({ code: 0, msg: "ok", tenant_access_token: "t-bench", expire: 7200 });
const created = JSON.stringify({
  code: 0,
  msg: "ok",
  data: { external_interview: { id: "6960663240925956436" } },
});

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  request.resume().on("end", () => {
    const body = request.url === operations.getTenantAccessToken.path ? token : created;
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(body);
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ baseUrl: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}` });
});
process.on("disconnect", () => process.exit());
