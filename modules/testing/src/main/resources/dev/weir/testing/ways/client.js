// Sends the requests of its input by Node's http, or by its http2, and writes the answers.
const fs = require("fs");
const http = require("http");
const http2 = require("http2");

const [base, version] = process.argv.slice(2);
const requests = JSON.parse(fs.readFileSync(0));
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
const session = version === "2" ? http2.connect(base) : null;

function headers(request) {
  const fields = {};
  for (const [name, value] of request.fields) {
    fields[name.toLowerCase()] = value;
  }
  if (request.body !== null && request.method !== "POST") {
    // Without it, Node sends a body that nothing announces.
    fields["content-length"] = Buffer.byteLength(request.body);
  }
  return fields;
}

function read(stream, answer, resolve, reject) {
  const chunks = [];
  stream.on("data", (chunk) => chunks.push(chunk));
  stream.on("error", reject);
  stream.on("end", () => resolve({ ...answer(), body: Buffer.concat(chunks).toString("base64") }));
}

function send1(request) {
  return new Promise((resolve, reject) => {
    const sent = http.request(base, {
      agent,
      method: request.method,
      path: request.target,
      headers: headers(request),
    });
    sent.on("error", reject);
    sent.on("response", (answer) => {
      const raw = answer.rawHeaders;
      const fields = raw.flatMap((name, i) => (i % 2 === 0 ? [[name, raw[i + 1]]] : []));
      read(answer, () => ({ status: answer.statusCode, fields }), resolve, reject);
    });
    sent.end(request.body ?? undefined);
  });
}

function send2(request) {
  return new Promise((resolve, reject) => {
    const fields = { ":method": request.method, ":path": request.target, ...headers(request) };
    const stream = session.request(fields, { endStream: request.body === null });
    let head = {};
    stream.on("response", (received) => (head = received));
    read(
      stream,
      () => ({
        status: head[":status"],
        fields: Object.entries(head).filter(([name]) => !name.startsWith(":")),
      }),
      resolve,
      reject,
    );
    if (request.body !== null) {
      stream.end(request.body);
    }
  });
}

(async () => {
  const answers = [];
  for (const request of requests) {
    answers.push(await (session ? send2(request) : send1(request)));
  }
  process.stdout.write(JSON.stringify(answers));
  agent.destroy();
  if (session) {
    session.close();
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
