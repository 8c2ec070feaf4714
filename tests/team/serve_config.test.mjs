// What middleground team serve-config writes, started as it is written (with other ports), and the command line that joins, sends, brings and leaves.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { request } from "node:http";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { freePorts, later } from "./support/nats.mjs";

const program = process.env.MIDDLEGROUND_PROGRAM;

function run(place, ...given) {
    return new Promise((done) => {
        const child = execFile(program, given, { env: { ...process.env, HOME: place, MIDDLEGROUND_DATA: join(place, "data"), MIDDLEGROUND_TODAY: "2026-06-10" } }, (error, stdout, stderr) => done({ code: error ? (error.code ?? -1) : 0, stdout, stderr }));
        child.stdin.end();
    });
}

async function fine(place, ...given) {
    const ended = await run(place, ...given);
    assert.equal(ended.code, 0, `${given.join(" ")}: ${ended.stderr}`);
    return ended;
}

// Every port in the written files becomes one that is free.
async function onFreePorts(folder) {
    const names = (await readdir(folder)).filter((name) => /\.(conf|json)$/.test(name));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    const used = [...new Set(texts.join("\n").match(/127\.0\.0\.1:(\d+)/g))];
    const ports = await freePorts(used.length);
    for (const [number, name] of names.entries()) {
        await writeFile(join(folder, name), texts[number].replace(/127\.0\.0\.1:(\d+)/g, (one) => `127.0.0.1:${ports[used.indexOf(one)]}`));
    }
    return JSON.parse(await readFile(join(folder, "team.json"), "utf8"));
}

async function start(t, folder) {
    const servers = [];
    for (const name of (await readdir(folder)).filter((one) => /^node\d\.conf$/.test(one))) {
        const child = spawn("nats-server", ["-c", join(folder, name), "-l", join(folder, `${name}.log`)], { stdio: "ignore" });
        servers.push(child);
        t.after(() => new Promise((done) => { child.once("exit", done); child.kill("SIGKILL") || done(); }));
    }
    for (const end = Date.now() + 15000; Date.now() < end; await later(50)) {
        const logs = await Promise.all((await readdir(folder)).filter((one) => one.endsWith(".log")).map((one) => readFile(join(folder, one), "utf8")));
        if (logs.length > 0 && logs.every((log) => /Server is ready/.test(log)) && (logs.length === 1 || logs.some((log) => /JetStream cluster new metadata leader/.test(log)))) return servers;
    }
    assert.fail("the servers do not start");
}

const passphrase = "four words of ours";

async function team(t, ...more) {
    const folder = await mkdtemp(join(tmpdir(), "middleground-serve-"));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const server = join(folder, "server");
    await writeFile(join(folder, "passphrase"), `${passphrase}\n`);
    await fine(folder, "team", "serve-config", "-o", server, "--users", "lena,otto", "--passphrase-file", join(folder, "passphrase"), ...more);
    const { nats } = await onFreePorts(server);
    const servers = await start(t, server);
    const config = await readFile(join(server, "node1.conf"), "utf8");
    const places = {};
    for (const user of ["lena", "otto"]) {
        places[user] = join(folder, user);
        await mkdir(places[user]);
        const password = new RegExp(`user: "${user}", password: "([^"]+)"`).exec(config)[1];
        const joined = spawn(program, ["team", "join", "--server", join(server, "team.json"), "--user", user], { env: { ...process.env, MIDDLEGROUND_DATA: join(places[user], "data") }, stdio: ["pipe", "ignore", "pipe"] });
        let said = "";
        joined.stderr.on("data", (words) => (said += words));
        joined.stdin.end(`${password}\n${passphrase}\n`);
        assert.equal(await new Promise((done) => joined.once("exit", done)), 0, said);
    }
    return { folder, server, servers, nats, places };
}

test("one node: colleagues join by passphrase, have the same, and leave with their deals", async (t) => {
    const { places, server, servers } = await team(t);
    for (const user of ["lena", "otto"]) {
        const { stderr } = await fine(places[user], "team", "sync");
        assert.match(stderr, /have the same: 0 shared deals/);
    }
    const files = join(places.lena, "files");
    await fine(places.lena, "samples", "-o", files);
    assert.match((await fine(places.lena, "team", "share", join(files, "brightwater.json"))).stderr, /Shared ".*" with Our team/);
    assert.match((await fine(places.lena, "team", "share", join(files, "pushed.json"))).stderr, /Shared/);
    assert.match((await fine(places.otto, "team", "sync")).stderr, /have the same: 2 shared deals/);
    assert.match((await fine(places.otto, "team", "status")).stdout, /Deals that are shared: 2\n {2}sent: 2\nTo send: 0\n/);
    const out = join(places.otto, "out");
    assert.match((await fine(places.otto, "team", "export", "-o", out)).stderr, /Wrote 2 deals/);
    const exported = await Promise.all((await readdir(out)).map(async (name) => JSON.parse(await readFile(join(out, name), "utf8")).deal));
    for (const name of ["brightwater", "pushed"]) {
        const { deal } = JSON.parse(await readFile(join(files, `${name}.json`), "utf8"));
        const there = exported.find(({ id }) => id === deal.id);
        assert.deepEqual([there.title, there.stakeholders, there.commitments], [deal.title, deal.stakeholders, deal.commitments]);
        await fine(places.otto, "validate", join(out, (await readdir(out)).find((one) => one.includes(deal.id))));
    }
    assert.match((await run(places.otto, "team", "export", "-o", out)).stderr, /there already/);
    // What the server keeps and what is on its disk says nothing of them.
    assert.doesNotMatch((await Promise.all((await readdir(join(server, "data"), { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath ?? one.path, one.name), "latin1")))).join(""), /Brightwater|Pushed|lena|otto/i);
    assert.match((await fine(places.lena, "team", "leave")).stderr, /You left .*Your deals stay here/);
    assert.match((await run(places.lena, "team", "status")).stderr, /is in no team/);
    // Whoever is taken out of the users is out.
    const config = await readFile(join(server, "node1.conf"), "utf8");
    await writeFile(join(server, "node1.conf"), config.replace(/\n *\{ user: "otto".*?\n *\} *\}/s, ""));
    assert.doesNotMatch(await readFile(join(server, "node1.conf"), "utf8"), /otto/);
    servers[0].kill("SIGHUP"); // reads it again
    await later(300);
    const ended = await run(places.otto, "team", "sync");
    assert.equal(ended.code, 1);
    assert.match(ended.stderr, /does not accept this login/);
});

test("a wrong passphrase is one clear sentence", async (t) => {
    const { places, folder } = await team(t);
    await fine(places.lena, "team", "sync");
    const text = await readFile(join(places.otto, "data/team.json"), "utf8");
    const own = JSON.parse(text);
    own.key = own.key.replace(/^../, (start) => (start === "AA" ? "BB" : "AA"));
    await writeFile(join(places.otto, "data/team.json"), JSON.stringify(own));
    const ended = await run(places.otto, "team", "sync", "--seconds", "20");
    assert.equal(ended.code, 1);
    assert.match(ended.stderr, /passphrase/i);
    assert.ok(folder);
});

// As README has it: the page's server of nginx, with what was written for it.
async function startNginx(t, folder, port) {
    const server = join(folder, "server");
    const config = `worker_processes 1;\ndaemon off;\npid ${folder}/nginx.pid;\nerror_log ${folder}/nginx.log;\nevents {}\nhttp {\n    access_log off;\n${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `    ${one}_temp_path ${folder}/${one};`).join("\n")}\n    include ${server}/nginx-upstream.conf;\n    server {\n        listen 127.0.0.1:${port};\n        root ${server};\n        include ${server}/nginx-location.conf;\n    }\n}\n`;
    await writeFile(join(folder, "nginx.conf"), config);
    const child = spawn("/usr/sbin/nginx", ["-c", join(folder, "nginx.conf"), "-e", join(folder, "nginx.log")], { stdio: "ignore" });
    t.after(() => new Promise((done) => { child.once("exit", done); child.kill("SIGTERM") || done(); }));
    for (const end = Date.now() + 10000; Date.now() < end; await later(50)) {
        if (await fetch(`http://127.0.0.1:${port}/team.json`).catch(() => null)) return;
    }
    assert.fail(`nginx does not start: ${await readFile(join(folder, "nginx.log"), "utf8")}`);
}

// What the server answers to a page of that origin: a status, and the beginning of what comes after.
function handshake(port, origin) {
    return new Promise((done) => {
        const asked = request({ port, host: "127.0.0.1", path: "/team", headers: { Host: `localhost:${port}`, Origin: origin, Connection: "Upgrade", Upgrade: "websocket", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version": "13" } });
        asked.on("response", ({ statusCode }) => done([statusCode, ""]));
        asked.on("upgrade", ({ statusCode }, socket, head) => {
            const end = (more) => {
                socket.destroy();
                done([statusCode, Buffer.concat([head, more]).toString()]);
            };
            if (head.length > 0) end(Buffer.alloc(0));
            else socket.once("data", end);
        });
        asked.end();
    });
}

test("nginx passes /team on, for the page's own origin only", async (t) => {
    const [port] = await freePorts(1);
    const { folder } = await team(t, "--url", `http://localhost:${port}/`);
    await startNginx(t, folder, port);
    const [status, said] = await handshake(port, `http://localhost:${port}`);
    assert.equal(status, 101);
    assert.match(said, /INFO \{.*"jetstream":true/);
    assert.equal((await handshake(port, "https://elsewhere.example"))[0], 403);
});

test("three nodes", async (t) => {
    const { places, nats } = await team(t, "--nodes", "3");
    assert.equal(nats.length, 3);
    for (const user of ["lena", "otto"]) await fine(places[user], "team", "sync");
});
