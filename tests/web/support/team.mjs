// A page whose host has a team: the files of dist, team.json, and /team passed on to the WebSockets of real servers, as a company's nginx does it.
import { connect } from "node:net";
import { Host } from "./host.mjs";

export const teamName = "Brightwater Sales";
export const passphrase = "four words make it";
export const teamJson = (bucket, servers) =>
    JSON.stringify({ middleground_team: 1, id: "00112233445566778899aabbccddeeff", name: teamName, websocket: "/team", nats: servers.addresses, bucket, replicas: servers.nodes.length });

// The first of the ports where somebody listens.
function anyOf(ports, [port, ...rest] = ports) {
    return new Promise((done) => {
        if (port === undefined) return done(null);
        const socket = connect(port, "127.0.0.1", () => done(socket));
        socket.once("error", () => done(anyOf(rest)));
    });
}

export async function startTeamHost(t, servers, bucket) {
    const host = await Host.start(t);
    const json = teamJson(bucket, servers);
    // Before the files: there is none of that name.
    const [answer] = host.server.listeners("request");
    host.server.removeAllListeners("request");
    host.server.on("request", (request, response) => {
        if (new URL(request.url, host.address).pathname !== "/team.json") return answer(request, response);
        host.asked.push("team.json");
        response.writeHead(200, { "content-type": "application/json", "cache-control": "no-cache" }).end(json);
    });
    const open = new Set();
    host.server.on("upgrade", async (request, socket, head) => {
        socket.on("error", () => {});
        const there = new URL(request.url, host.address).pathname === "/team" && (await anyOf(servers.webPorts));
        if (!there) return socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
        const lines = ["GET / HTTP/1.1"];
        for (let at = 0; at < request.rawHeaders.length; at += 2) lines.push(`${request.rawHeaders[at]}: ${request.rawHeaders[at + 1]}`);
        there.write(`${lines.join("\r\n")}\r\n\r\n`);
        there.write(head);
        there.pipe(socket).pipe(there);
        there.on("error", () => socket.destroy()).on("close", () => socket.destroy());
        socket.on("close", () => there.destroy());
        open.add(socket);
    });
    t.after(() => open.forEach((socket) => socket.destroy()));
    return host;
}
