// What the page's web/team.js needs of NATS, as one module on stdout: the parts of npm's @nats-io packages that it names, made small.
// NODE_PATH names the folder that holds them and esbuild.
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const folder = (process.env.NODE_PATH ?? "").split(delimiter)[0];
const { build } = createRequire(join(folder, "here.js"))("esbuild");
const entry = `
export { createInbox, errors, headers, nanos, wsconnect } from "@nats-io/nats-core";
export { JetStreamApiError, jetstream, jetstreamManager } from "@nats-io/jetstream";
export { Kvm } from "@nats-io/kv";
`;
const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: join(folder, ".."), sourcefile: "nats.js" },
    bundle: true,
    format: "esm",
    legalComments: "none", // licences.txt has them
    minify: true,
    platform: "browser",
    target: "es2022",
    write: false,
});
process.stdout.write(outputFiles[0].contents);
