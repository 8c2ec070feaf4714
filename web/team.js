// The way to a team's bucket: NATS by WebSocket, on the page's own origin (app/platform/team_link.hpp says what is asked and answered). Fetched when a team
// is used, with what speaks with NATS. Of all tabs one connects.
import { Line } from "./@@team_line.js@@";
import { Trouble, troubleOf, troubles } from "./@@team_trouble.js@@";

const shortestPause = 500;
const quickTries = 10; // a new leader is chosen within seconds
const longestQuickPause = 4000;
const longestPause = 30000;
const lock = "middleground-team";
const later = (ms) => new Promise((done) => setTimeout(done, ms));

export class TeamLink {
    #told;
    #line = null; // that stands
    #round = 0; // of openings
    #leave = null; // ends waiting and holding
    #wakeUp = null;

    // `told` has up(), down(trouble, detail, forGood), value(key, bytes, revision, removed), caughtUp(), stored(order, revision), stale(order),
    // refused(order, trouble, detail), heard(bytes), elsewhere(). Troubles are numbers.
    constructor(told) {
        this.#told = told;
        globalThis.addEventListener?.("online", () => this.#wakeUp?.());
    }
    // `server`: {path, bucket, replicas, user, password}
    open(server) {
        this.close();
        const round = ++this.#round;
        const left = new AbortController();
        this.#leave = left;
        const isOpen = () => round === this.#round;
        if (!navigator.locks) return this.#run(server, isOpen, left.signal);
        const hold = (options, otherwise) =>
            navigator.locks.request(lock, options, (held) => (held ? this.#run(server, isOpen, left.signal) : otherwise())).catch((error) => error.name === "AbortError" || Promise.reject(error));
        return hold({ ifAvailable: true }, () => {
            if (!isOpen()) return;
            this.#told.elsewhere();
            hold({ signal: left.signal });
        });
    }
    close() {
        ++this.#round;
        this.#leave?.abort();
        this.#leave = null;
        this.#wakeUp?.();
        this.#line?.end();
        this.#line = null;
    }
    // Everything that is told from here on is of this opening; afterwards nothing is.
    #guarded(isOpen) {
        return new Proxy(this.#told, { get: (told, name) => (...values) => (isOpen() ? told[name](...values) : undefined) });
    }
    async #run(server, isOpen, left) {
        const told = this.#guarded(isOpen);
        const closed = new Promise((done) => left.addEventListener("abort", () => done(new Trouble("lost", ""))));
        for (let tries = 1; isOpen(); ++tries) {
            const line = new Line(told, server, () => isOpen() && (this.#line = line));
            let trouble;
            try {
                trouble = await Promise.race([line.connect().then(() => line.failure), line.failure, closed]);
            } catch (error) {
                trouble = troubleOf(error);
            }
            if (this.#line === line) this.#line = null;
            await line.end();
            if (!isOpen()) return;
            if (line.isCaughtUp) tries = 1;
            // A server that has just begun may not have all its parts yet.
            const forGood = trouble.kind === "login" || (trouble.kind === "no part" && tries >= 3);
            told.down(troubles.indexOf(trouble.kind), trouble.message, forGood);
            if (forGood) return;
            const pause = Math.min(tries <= quickTries ? longestQuickPause : longestPause, shortestPause * 2 ** (tries - 1)) * (0.75 + Math.random() / 2);
            await Promise.race([later(pause), new Promise((done) => (this.#wakeUp = done))]);
        }
    }

    put(order, key, bytes, revision) {
        return this.#line ? void this.#line.put(order, key, bytes, revision) : this.#refuse(order);
    }
    get(order, key) {
        return this.#line ? void this.#line.get(order, key) : this.#refuse(order);
    }
    remove(order, key, revision) {
        return this.#line ? void this.#line.remove(order, key, revision) : this.#refuse(order);
    }
    say(bytes) {
        this.#line?.say(bytes);
    }
    #refuse(order) {
        this.#told.refused(order, troubles.indexOf("lost"), "");
    }
}
