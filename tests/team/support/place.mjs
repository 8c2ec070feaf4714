// A host of a page that has nothing but the way to a team: web/team.js with what it imports, the policy of web/index.html, and /team passed on to the
// servers' WebSockets, as a company's nginx does it.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const scripts = { "Content-Type": "text/javascript" };
let files = null;

async function gather() {
    const { stdout: nats } = await promisify(execFile)("node", [join(root, "tools/bundle_nats.mjs")], { maxBuffer: 1 << 24 });
    const own = async (name) => [scripts, (await readFile(join(root, "web", name), "utf8")).replace(/@@([\w.]+)@@/g, "$1")];
    const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/.exec(await readFile(join(root, "web/index.html"), "utf8"))[0];
    return {
        "/": [{ "Content-Type": "text/html" }, `<!doctype html><title>A team</title>${policy}<script type="module" src="start.js"></script>`],
        "/start.js": [scripts, 'import { TeamLink } from "./team.js";\nwindow.TeamLink = TeamLink;'],
        "/team.js": await own("team.js"),
        "/team_line.js": await own("team_line.js"),
        "/team_trouble.js": await own("team_trouble.js"),
        "/nats.js": [scripts, nats],
    };
}

// The first of the ports where somebody listens.
function anyOf(ports, [port, ...rest] = ports) {
    return new Promise((done) => {
        if (port === undefined) return done(null);
        const socket = connect(port, "127.0.0.1", () => done(socket));
        socket.once("error", () => done(anyOf(rest)));
    });
}

// `servers`: whose webPorts /team leads to.
export async function startPlace(t, servers) {
    files ??= await gather();
    const open = new Set();
    const server = createServer((request, response) => {
        const [head, body] = files[new URL(request.url, "http://here").pathname] ?? [{}, null];
        response.writeHead(body === null ? 404 : 200, head).end(body);
    });
    server.on("upgrade", async (request, socket, head) => {
        const there = new URL(request.url, "http://here").pathname === "/team" && (await anyOf(servers.webPorts));
        socket.on("error", () => {});
        if (!there) return socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        const lines = [`GET / HTTP/1.1`];
        for (let at = 0; at < request.rawHeaders.length; at += 2) lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
        there.write(`${lines.join("\r\n")}\r\n\r\n`);
        there.write(head);
        there.pipe(socket).pipe(there);
        there.on("error", () => socket.destroy()).on("close", () => socket.destroy());
        socket.on("close", () => there.destroy());
        open.add(socket);
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    t.after(() => {
        for (const socket of open) socket.destroy();
        server.closeAllConnections();
        server.close();
    });
    return `http://127.0.0.1:${server.address().port}/`;
}
