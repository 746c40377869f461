/**
 * Serves the examples of Feishu's page. Sends its address first, then replies to each message
 * with the number of token requests.
 */
import { createServer } from "node:http";
import { operations } from "../../generated/operations.js";
import { createResponse, tokenResponse } from "./examples.js";

const created = JSON.stringify(createResponse);
const token = JSON.stringify(tokenResponse);
let tokenRequests = 0;

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  request.resume().on("end", () => {
    const isToken = request.url === operations.getTenantAccessToken.path;
    if (isToken) tokenRequests++;
    const body = isToken ? token : created;
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
      "x-tt-logid": "20260401120000010203040506ABCDEF",
    });
    response.end(body);
  });
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  process.send?.({ baseUrl: `http://127.0.0.1:${port}` });
});
process.on("message", () => process.send?.({ tokenRequests }));
process.on("disconnect", () => process.exit());
