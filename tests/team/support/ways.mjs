// The two ways to a team's bucket behind one face: the desktop's, by a program that speaks lines, and the page's, in a browser.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { bucket, later, users } from "./nats.mjs";
import { startPlace } from "./place.mjs";

const patience = 25000;
// As app/platform/team_trouble.* names and says them.
const troubles = {
    login: /does not accept this login/,
    nobody: /does not answer/,
    "no part": /no JetStream/,
    "no rights": /does not let this login/,
    full: /bucket is full/,
    "too large": /larger than/,
    slow: /in time/,
    lost: /no connection/,
    untrusted: /does not prove/,
};
const named = (what) => Object.entries(troubles).find(([, words]) => words.test(what))?.[0] ?? what;
const bytesOf = (what) => (typeof what === "string" ? Buffer.from(what) : what);

// What was told lies in `events`, in its order, each with `told`; the rest as the values of core/team/bucket.hpp, bytes as text, `trouble` as above.
class Way {
    events = [];
    #orders = 0;
    #mark = 0;

    // What is told from now on that fits; what was found is not found again by the next.
    async next(fits, what = "an answer", within = patience) {
        for (const end = Date.now() + within; Date.now() < end; await later(10)) {
            const at = this.events.findIndex((event, number) => number >= this.#mark && fits(event));
            if (at < 0) continue;
            this.#mark = at + 1;
            return this.events[at];
        }
        assert.fail(`${what} does not come; told was ${JSON.stringify(this.events.slice(-12)).slice(0, 3000)}`);
    }
    // Wherever it stands.
    async any(fits, what = "an answer") {
        for (const end = Date.now() + patience; Date.now() < end; await later(10)) {
            const found = this.events.find(fits);
            if (found) return found;
        }
        assert.fail(`${what} does not come; told was ${JSON.stringify(this.events.slice(-12)).slice(0, 3000)}`);
    }
    told(kind, within) {
        return this.next((event) => event.told === kind, kind, within);
    }
    async up(options) {
        await this.open(options);
        await this.told("up");
        await this.told("caught up");
    }
    // The answer to an order: Stored, Stale or Refused; or Down, which leaves it open.
    async #asked(name, rest) {
        const order = ++this.#orders;
        const from = this.events.length;
        await this.send(name, { order, ...rest });
        return this.any((event, number) => event.order === order || (number >= from && event.told === "down"), `the answer to ${name} ${rest.key}`);
    }
    put(key, bytes, revision = 0) {
        return this.#asked("put", { key, bytes: bytesOf(bytes), revision });
    }
    remove(key, revision) {
        return this.#asked("remove", { key, revision });
    }
    say(bytes) {
        return this.send("say", { bytes: bytesOf(bytes) });
    }
    async get(key) {
        const from = this.events.length;
        await this.send("get", { order: ++this.#orders, key });
        for (const end = Date.now() + patience; Date.now() < end; await later(10)) {
            const found = this.events.slice(from).find((event) => event.key === key || event.order === this.#orders);
            if (found) return found;
        }
        assert.fail(`nothing is told of ${key}`);
    }
    // What the bucket holds, as this was told: key -> text.
    held() {
        const held = new Map();
        for (const { told, key, bytes, removed } of this.events) {
            if (told === "value") removed ? held.delete(key) : held.set(key, bytes);
        }
        return held;
    }
}

export class NativeWay extends Way {
    static nameOf = "desktop";
    // `as`: another one's place, so that both are programs on one folder.
    static async make(t, servers, { as } = {}) {
        const way = new NativeWay();
        way.folder = as?.folder ?? (await mkdtemp(join(tmpdir(), "middleground-team-")));
        way.servers = servers;
        way.program = spawn(process.env.MIDDLEGROUND_TEAM_PROBE, [way.folder], { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, ...servers.environment } });
        createInterface({ input: way.program.stdout }).on("line", (line) => {
            const { bytes, what, ...event } = JSON.parse(line);
            if (bytes !== undefined) event.bytes = Buffer.from(bytes, "base64url").toString();
            if (what !== undefined) event.trouble = named(what);
            way.events.push(event);
        });
        t.after(() => way.end());
        return way;
    }
    async end() {
        if (this.program.exitCode !== null) return;
        const gone = new Promise((done) => this.program.once("exit", done));
        this.program.stdin.end();
        const slow = setTimeout(() => this.program.kill("SIGKILL"), 10000);
        const code = await gone;
        clearTimeout(slow);
        await rm(this.folder, { recursive: true, force: true });
        assert.equal(code, 0, "the program did not end well");
    }
    send(what, { bytes, ...rest } = {}) {
        this.program.stdin.write(`${JSON.stringify({ do: what, ...rest, ...(bytes ? { bytes: Buffer.from(bytes).toString("base64url") } : {}) })}\n`);
    }
    open({ user = "lena", password = users[user], replicas = this.servers.nodes.length } = {}) {
        this.send("open", { nats: this.servers.addresses, bucket, replicas, user, password });
    }
    close() {
        this.send("close");
    }
}

const names = ["login", "nobody", "no part", "no rights", "full", "too large", "slow", "lost", "not loaded", "untrusted", "other"];

export class PageWay extends Way {
    static nameOf = "page";
    static browser = null; // the test's own
    static async make(t, servers, { as } = {}) {
        const way = new PageWay();
        way.servers = servers;
        way.context = as?.context ?? (await PageWay.browser.newContext());
        if (!as) t.after(() => way.context.close());
        way.address = as?.address ?? (await startPlace(t, servers));
        way.page = await way.context.newPage();
        way.page.on("pageerror", (error) => way.events.push({ told: "error", message: error.message }));
        await way.page.exposeFunction("tell", (event) => {
            if (event.bytes !== undefined) event.bytes = Buffer.from(event.bytes, "base64").toString();
            if (event.trouble !== undefined) event.trouble = names[event.trouble];
            way.events.push(event);
        });
        await way.page.goto(way.address);
        await way.page.waitForFunction(() => window.TeamLink);
        await way.page.evaluate(() => {
            const text = (bytes) => {
                let letters = "";
                for (const byte of bytes) letters += String.fromCharCode(byte);
                return btoa(letters);
            };
            const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
            const link = new window.TeamLink({
                up: () => window.tell({ told: "up" }),
                down: (trouble, message, for_good) => window.tell({ told: "down", trouble, message, for_good }),
                value: (key, value, revision, removed) => window.tell({ told: "value", key, bytes: text(value), revision, removed }),
                caughtUp: () => window.tell({ told: "caught up" }),
                stored: (order, revision) => window.tell({ told: "stored", order, revision }),
                stale: (order) => window.tell({ told: "stale", order }),
                refused: (order, trouble, message) => window.tell({ told: "refused", order, trouble, message }),
                heard: (value) => window.tell({ told: "heard", bytes: text(value) }),
                elsewhere: () => window.tell({ told: "elsewhere" }),
            });
            window.wish = {
                open: (server) => void link.open(server),
                close: () => link.close(),
                put: ({ order, key, bytes: value, revision }) => link.put(order, key, bytes(value), revision),
                get: ({ order, key }) => link.get(order, key),
                remove: ({ order, key, revision }) => link.remove(order, key, revision),
                say: ({ bytes: value }) => link.say(bytes(value)),
            };
        });
        return way;
    }
    async end() {
        await this.page.close();
    }
    send(what, { bytes, ...rest } = {}) {
        return this.page.evaluate(([name, given]) => void window.wish[name](given), [what, { ...rest, ...(bytes ? { bytes: Buffer.from(bytes).toString("base64") } : {}) }]);
    }
    open({ user = "lena", password = users[user], replicas = this.servers.nodes.length } = {}) {
        return this.send("open", { path: "/team", bucket, replicas, user, password });
    }
    close() {
        return this.send("close");
    }
}
