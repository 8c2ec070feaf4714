// Debian's nats-server, one or three, on loopback with ports and folders of their own, for as long as a test lasts.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const bucket = "deals";
export const users = { lena: "lena's password", otto: "otto's password", nora: "nora's password" };
export const later = (ms) => new Promise((done) => setTimeout(done, ms));

export async function freePorts(count) {
    const held = await Promise.all(
        Array.from({ length: count }, () => new Promise((done, failed) => { const one = createServer(); one.once("error", failed).listen(0, "127.0.0.1", () => done(one)); })),
    );
    const ports = held.map((one) => one.address().port);
    await Promise.all(held.map((one) => new Promise((done) => one.close(done))));
    return ports;
}

// What a person may do, as middleground team serve-config writes it (tests/team/serve_config.test.mjs runs servers with that).
const rights = (user) => `{
  publish: ["$JS.API.INFO", "$JS.API.STREAM.INFO.KV_${bucket}", "$JS.API.STREAM.CREATE.KV_${bucket}", "$JS.API.STREAM.MSG.GET.KV_${bucket}", "$JS.API.CONSUMER.CREATE.KV_${bucket}",
    "$JS.API.CONSUMER.CREATE.KV_${bucket}.>", "$JS.API.CONSUMER.INFO.KV_${bucket}.*", "$JS.API.CONSUMER.DELETE.KV_${bucket}.*", "$JS.FC.KV_${bucket}.>", "$KV.${bucket}.>", "middleground.${bucket}.here"]
  subscribe: ["_INBOX_${user}.>", "middleground.${bucket}.here"]
}`;

export class Servers {
    // `limits`: of the account's JetStream; `jetstream`: false for servers without; `most`: bytes of a value; `fileBlocks`: no file gets larger than so
    // many KB; `strangers`: users who may do nothing.
    static async start(t, { nodes = 1, limits = "enabled", jetstream = true, fileBlocks = 0, strangers = false, tls = "" } = {}) {
        const servers = new Servers();
        servers.folder = await mkdtemp(join(tmpdir(), "middleground-nats-"));
        servers.options = { nodes, limits, jetstream, strangers, fileBlocks, tls };
        const ports = await freePorts(nodes * 4);
        servers.nodes = Array.from({ length: nodes }, (_, number) => {
            const [client, web, routes, monitor] = ports.slice(number * 4, number * 4 + 4);
            return { name: `n${number + 1}`, client, web, routes, monitor, process: null };
        });
        t.after(() => servers.stop());
        await Promise.all(servers.nodes.map((_, number) => servers.begin(number)));
        if (nodes > 1) await servers.until(async () => (await servers.jsz(0))?.meta_cluster?.leader, "the servers chose no leader");
        return servers;
    }
    get addresses() {
        return this.nodes.map(({ client }) => `${this.options.tls ? "tls" : "nats"}://127.0.0.1:${client}`);
    }
    get webPorts() {
        return this.nodes.map(({ web }) => web);
    }
    #config(node) {
        const { nodes, limits, jetstream, strangers, tls } = this.options;
        const list = Object.entries(users).map(([user, password]) => `{ user: ${user}, password: "${password}", permissions: ${strangers ? '{ publish: ["nothing"], subscribe: ["nothing"] }' : rights(user)} }`);
        return `
server_name: ${node.name}
listen: 127.0.0.1:${node.client}
http: 127.0.0.1:${node.monitor}
websocket { listen: "127.0.0.1:${node.web}", no_tls: true }
${jetstream ? `jetstream { store_dir: "${this.folder}/${node.name}", max_file_store: 256MB, max_memory_store: 16MB }` : ""}
${tls}
${nodes > 1 ? `cluster { name: team, listen: 127.0.0.1:${node.routes}, routes: [${this.nodes.map(({ routes }) => `nats-route://127.0.0.1:${routes}`).join(", ")}] }` : ""}
accounts { TEAM: { ${jetstream ? `jetstream: ${limits},` : ""} users: [ ${list.join(", ")} ] } }
`;
    }
    async begin(number) {
        const node = this.nodes[number];
        const file = join(this.folder, `${node.name}.conf`);
        await writeFile(file, this.#config(node));
        const { fileBlocks } = this.options;
        const log = join(this.folder, `${node.name}.log`);
        const command = fileBlocks ? `trap '' XFSZ; ulimit -f ${fileBlocks}; exec nats-server -c "$0" >"$1" 2>&1` : 'exec nats-server -c "$0" >"$1" 2>&1';
        node.process = spawn("bash", ["-c", command, file, log], { stdio: "ignore" });
        node.process.once("exit", () => (node.process = null));
        await this.until(async () => (await fetch(`http://127.0.0.1:${node.monitor}/healthz?js-enabled-only=true`).catch(() => null)) !== null, `${node.name} does not start`);
    }
    // As when the machine goes: nothing is said or written any more.
    async kill(number) {
        const { process } = this.nodes[number];
        const gone = new Promise((done) => process.once("exit", done));
        process.kill("SIGKILL");
        await gone;
    }
    async jsz(number) {
        const answer = await fetch(`http://127.0.0.1:${this.nodes[number].monitor}/jsz?accounts=true&streams=true`).catch(() => null);
        return answer?.ok ? answer.json() : null;
    }
    // Which node leads the bucket.
    async leader() {
        let found = -1;
        await this.until(async () => {
            for (const [number, node] of this.nodes.entries()) {
                const details = node.process && (await this.jsz(number))?.account_details?.flatMap((one) => one.stream_detail ?? []).find((one) => one.name === `KV_${bucket}`);
                const name = details?.cluster?.leader;
                if (name) found = this.nodes.findIndex((one) => one.name === name);
            }
            return found >= 0;
        }, "the bucket has no leader");
        return found;
    }
    async until(look, otherwise) {
        for (const end = Date.now() + 20000; Date.now() < end; await later(30)) {
            if (await look()) return;
        }
        assert.fail(otherwise);
    }
    async stop() {
        await Promise.all(this.nodes.map((node, number) => node.process && this.kill(number)));
        await rm(this.folder, { recursive: true, force: true });
    }
}
