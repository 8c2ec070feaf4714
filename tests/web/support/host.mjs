// A host of static files that a test can stop, give a newer version of the page, and let answer wrongly.
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const dist = join(dirname(fileURLToPath(import.meta.url)), "../../../dist");
const types = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
};

export class Host {
    // On a port of its own, for as long as the test lasts.
    static async start(t, folder = dist) {
        const host = new Host();
        host.folder = folder;
        host.asked = []; // names, in the order in which they were asked for
        host.wrong = null; // (name, response, body) => true when it has answered
        host.server = createServer((request, response) => host.#answer(request, response));
        await host.#listen(0);
        host.port = host.server.address().port;
        host.address = `http://localhost:${host.port}/`;
        t.after(() => host.stop());
        return host;
    }
    #listen(port) {
        return new Promise((done, failed) => this.server.once("error", failed).listen(port, "127.0.0.1", done));
    }
    // As when the network is gone: nothing answers.
    async stop() {
        if (!this.server.listening) return;
        const closed = new Promise((done) => this.server.close(done));
        this.server.closeAllConnections();
        await closed;
    }
    again() {
        return this.#listen(this.port);
    }
    async #answer(request, response) {
        const name = new URL(request.url, this.address).pathname.slice(1) || "index.html";
        this.asked.push(name);
        let body;
        try {
            body = await readFile(join(this.folder, name));
        } catch {
            response.writeHead(404, { "content-type": "text/html" }).end("<p>Not here");
            return;
        }
        if (this.wrong?.(name, response, body)) return;
        const hashed = /\.[0-9a-f]{12}\.[a-z]+$/.test(name);
        response.writeHead(200, {
            "content-type": types[extname(name)] ?? "text/plain",
            "content-length": body.length,
            "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
        });
        response.end(body);
    }
}

const hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 12);
const buildIn = (html) => /data-build="([0-9a-f]{12})"/.exec(html)[1];
export const buildOf = async (folder) => buildIn(await readFile(join(folder, "index.html"), "utf8"));

// The page in the folder as its next version: one of its files has another content, and so another name.
export async function nextVersion(t, folder = dist) {
    const next = await mkdtemp(join(tmpdir(), "middleground-next-"));
    t.after(() => rm(next, { recursive: true, force: true }));
    await cp(folder, next, { recursive: true, filter: (name) => !/\.(br|gz)$/.test(name) });
    const before = (await readdir(next)).find((name) => /^style\.[0-9a-f]{12}\.css$/.test(name));
    const style = `${await readFile(join(next, before), "utf8")}/* the next version */\n`;
    const after = `style.${hash(style)}.css`;
    await writeFile(join(next, before), style);
    await rename(join(next, before), join(next, after));
    const build = await buildOf(next);
    const nextBuild = hash(`${build} and on`);
    for (const name of ["index.html", "sw.js"]) {
        const text = await readFile(join(next, name), "utf8");
        await writeFile(join(next, name), text.replaceAll(before, after).replaceAll(build, nextBuild));
    }
    return { folder: next, build: nextBuild, old: before, changed: after };
}
