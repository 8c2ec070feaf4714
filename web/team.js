// The way to a team's bucket: NATS by WebSocket, on the page's own origin (app/platform/team_link.hpp says what is asked and answered). Fetched when a team
// is used, with what speaks with NATS. Of all tabs one connects.
import { JetStreamApiError, Kvm, createInbox, errors, headers, jetstream, jetstreamManager, nanos, wsconnect } from "./@@nats.js@@";

// As in app/platform/team_trouble.hpp.
const troubles = ["login", "nobody", "no part", "no rights", "full", "too large", "slow", "lost", "not loaded", "untrusted", "other"];
const patience = 5000; // until what was put is known to be stored
const beginPatience = 2500; // for other answers of the server
const heartbeat = 2000; // of the server, where nothing changes; three that stay away are too many
const shortestPause = 500;
const quickTries = 10; // a new leader is chosen within seconds
const longestQuickPause = 4000;
const longestPause = 30000;
const lock = "middleground-team";

// What went wrong, by what the library or the server (err_code) says.
class Trouble extends Error {
    constructor(kind, detail) {
        super(detail);
        this.kind = kind;
    }
}
const fullCodes = [10002, 10023, 10028, 10047, 10077, 10122]; // of the account, the server, the stream
const noPartCodes = [10039, 10076];

function troubleOf(error, otherwise = "other") {
    if (error instanceof Trouble) return error;
    const cause = error?.cause ?? error;
    const detail = String(error?.message || cause?.message || error);
    if (error instanceof JetStreamApiError) {
        if (fullCodes.includes(error.code)) return new Trouble("full", detail);
        if (error.code === 10054) return new Trouble("too large", detail);
        return new Trouble(noPartCodes.includes(error.code) ? "no part" : "other", detail);
    }
    for (const one of [error, cause]) {
        if (one instanceof errors.AuthorizationError || one instanceof errors.UserAuthenticationExpiredError) return new Trouble("login", detail);
        if (one instanceof errors.PermissionViolationError) return new Trouble("no rights", detail);
        if (one instanceof errors.NoRespondersError || one?.name === "JetStreamNotEnabled") return new Trouble("no part", detail);
        if (one instanceof errors.TimeoutError) return new Trouble("slow", detail);
        if (one instanceof errors.InvalidArgumentError && /max_payload/.test(detail)) return new Trouble("too large", detail);
    }
    return new Trouble(otherwise, detail);
}

const isRemoval = (head) => ["DEL", "PURGE"].includes(head?.get("KV-Operation"));
const isStale = (error) => error instanceof JetStreamApiError && (error.code === 10071 || error.code === 10164);
// Nobody has heard it, so that it may be asked again: as a leader is chosen.
const isUnheard = (error) => error?.name === "JetStreamNotEnabled" || (error?.cause ?? error) instanceof errors.NoRespondersError;
const later = (ms) => new Promise((done) => setTimeout(done, ms));
// What a subject and a user's rights allow in a name.
const inboxOf = (user) => (user ? `_INBOX_${user.replace(/[^A-Za-z0-9-]/g, "_")}` : "_INBOX");

// What the bucket holds and what changes in it: a consumer that keeps the order, made anew from where it was when it has lost something or stays silent.
// (The library's own waits for a minute before it takes a silent one for dead.)
class Watch {
    #line;
    #subscription = null;
    #consumer = "";
    #last = 0; // of the stream
    #delivered = 0; // by this consumer
    #heard = 0; // when
    // A consumer may be made where not all is known yet (a node that has just come back), and says then that this was all: it has to have come to the last
    // message that the stream's leader has. (Its last sequence counts what was refused, too.)
    #goal;
    #isAtEnd = false; // as far as the consumer knows
    #settled = 0;
    #caughtUp = false;
    #timer = null;
    #ended = false;
    #renewing = false;

    constructor(line, goal) {
        this.#line = line;
        this.#goal = goal;
    }
    async begin() {
        const { nc, jsm, stream, bucket, inbox } = this.#line;
        this.#subscription?.unsubscribe();
        const subject = createInbox(inbox);
        this.#consumer = subject.slice(subject.lastIndexOf(".") + 1);
        this.#delivered = 0;
        this.#heard = Date.now();
        this.#subscription = nc.subscribe(subject, { callback: (error, message) => (error ? this.#line.fail(troubleOf(error)) : this.#take(message, subject)) });
        const from = this.#last > 0 ? { deliver_policy: "by_start_sequence", opt_start_seq: this.#last + 1 } : { deliver_policy: "last_per_subject" };
        const made = await jsm.consumers.add(stream, {
            ...from,
            name: this.#consumer,
            deliver_subject: subject,
            filter_subject: `$KV.${bucket}.>`,
            ack_policy: "none",
            max_deliver: 1,
            flow_control: true,
            idle_heartbeat: nanos(heartbeat),
            num_replicas: 1,
            mem_storage: true,
        });
        if (made.num_pending === 0 && made.delivered.consumer_seq === 0) this.#reach(this.#last);
        clearInterval(this.#timer);
        if (!this.#ended) this.#timer = setInterval(() => this.#look(), heartbeat);
    }
    #look() {
        if (Date.now() - this.#heard > 3 * heartbeat) this.#beginAgain();
        // The last that was written may have been taken out of the stream by hand: then it never comes as far.
        this.#settled = this.#isAtEnd ? this.#settled + 1 : 0;
        if (this.#settled > 2) this.#reach(this.#goal);
    }
    #reach(sequence) {
        this.#isAtEnd = true;
        if (sequence < this.#goal || this.#caughtUp) return;
        this.#caughtUp = true;
        this.#line.caughtUp();
    }
    end() {
        this.#ended = true;
        clearInterval(this.#timer);
        this.#subscription?.unsubscribe();
        this.#subscription = null;
    }
    async #beginAgain() {
        if (this.#renewing) return;
        this.#renewing = true;
        clearInterval(this.#timer);
        this.#line.jsm.consumers.delete(this.#line.stream, this.#consumer).catch(() => {}); // it goes by itself, too
        for (let tries = 0; !this.#ended; ++tries) {
            try {
                await this.begin();
                break;
            } catch (error) {
                if (tries === 10) return this.#line.fail(troubleOf(error));
                await later(shortestPause);
            }
        }
        this.#renewing = false;
    }
    #take(message, subject) {
        if (this.#ended) return;
        this.#heard = Date.now();
        if (message.headers?.code === 100) {
            const stalled = message.headers.get("Nats-Consumer-Stalled");
            if (message.reply) message.respond(); // it asks how far this is
            else if (stalled) this.#line.nc.publish(stalled);
            const seen = Number(message.headers.get("Nats-Last-Consumer") || 0);
            if (seen > this.#delivered) this.#beginAgain();
            return;
        }
        // $JS.ACK.[domain.account.]stream.consumer.deliveries.stream-sequence.consumer-sequence.time.pending[.token]
        const parts = message.reply?.split(".") ?? [];
        const first = parts.length > 9 ? 7 : 5;
        const [sequence, number, , pending] = parts.slice(first).map(Number);
        if (message.subject === subject || !Number.isSafeInteger(sequence)) return; // of the server to this consumer: that it is gone
        if (number !== this.#delivered + 1) {
            this.#beginAgain();
            return;
        }
        this.#delivered = number;
        this.#last = sequence;
        this.#line.value(message.subject, message.data, sequence, isRemoval(message.headers));
        this.#isAtEnd = pending === 0;
        if (this.#isAtEnd) this.#reach(sequence);
    }
}

// One connection, from being made until it is lost.
class Line {
    #told;
    #isUp;
    #failed; // gives up the connection
    failure = new Promise((done) => (this.#failed = done));

    constructor(told, server, isUp) {
        this.#told = told;
        this.#isUp = isUp;
        this.bucket = server.bucket;
        this.stream = `KV_${server.bucket}`;
        this.inbox = inboxOf(server.user);
        this.server = server;
    }
    async connect() {
        const { path, user, password, bucket, replicas } = this.server;
        const scheme = location.protocol === "https:" ? "wss:" : "ws:";
        this.nc = await wsconnect({
            servers: new URL(path, `${scheme}//${location.host}`).href,
            ...(user ? { user, pass: password } : {}),
            name: "Middleground",
            inboxPrefix: this.inbox,
            noEcho: true, // what this says is for others
            reconnect: false, // all that the bucket holds is told again then: see TeamLink
            ignoreClusterUpdates: true,
            pingInterval: 20000,
            maxPingOut: 2,
            timeout: patience,
        }).catch((error) => {
            throw error?.name === "TimeoutError" ? new Trouble("nobody", error.message) : troubleOf(error, "nobody");
        });
        this.nc.closed().then((error) => this.fail(error ? troubleOf(error, "lost") : new Trouble("lost", "")));
        if (!this.nc.info?.jetstream) throw new Trouble("no part", "jetstream is off");
        this.js = jetstream(this.nc, { timeout: beginPatience });
        this.jsm = await jetstreamManager(this.nc, { timeout: beginPatience, checkAPI: false });
        await new Kvm(this.js).create(bucket, { history: 1, replicas, timeout: beginPatience });
        const { revision: goal } = await this.#look(">");
        this.nc.subscribe(`middleground.${bucket}.here`, { callback: (error, message) => error || this.#told.heard(message.data) });
        this.#isUp();
        this.#told.up();
        this.watch = new Watch(this, goal);
        await this.watch.begin();
    }
    fail(trouble) {
        this.#failed(trouble);
    }
    async end() {
        this.watch?.end();
        // A server that stands still takes nothing any more, not even what is still to be sent before that.
        // What was asked for just before, as a goodbye, still goes out.
        await Promise.race([this.isCaughtUp && this.nc.flush().catch(() => {}), later(300)]);
        await Promise.race([this.nc?.close().catch(() => {}), later(1000)]);
    }
    caughtUp() {
        this.isCaughtUp = true;
        this.#told.caughtUp();
    }
    value(subject, bytes, revision, removed) {
        this.#told.value(subject.slice(`$KV.${this.bucket}.`.length), removed ? new Uint8Array() : bytes, revision, removed);
    }

    // Answers when it is known what came of it. No answer in time: only what the bucket then holds says whether it was done.
    async #ask(order, change) {
        for (let tries = 0; ; ++tries) {
            try {
                this.#told.stored(order, await change());
                return;
            } catch (error) {
                if (isStale(error)) {
                    this.#told.stale(order);
                    return;
                }
                if (isUnheard(error) && tries < 20) {
                    await later(shortestPause / 2);
                    continue;
                }
                const trouble = troubleOf(error);
                if (trouble.kind === "slow" || this.nc.isClosed()) this.fail(trouble);
                else this.#told.refused(order, troubles.indexOf(trouble.kind), trouble.message);
                return;
            }
        }
    }
    async #publish(key, bytes, revision, operation) {
        const head = headers();
        head.set("Nats-Expected-Last-Subject-Sequence", String(revision));
        if (operation) head.set("KV-Operation", operation);
        return (await this.js.publish(`$KV.${this.bucket}.${key}`, bytes, { headers: head, timeout: patience })).seq;
    }
    // Of who leads the stream, never of one that is behind. Revision 0: there never was such a key.
    async #look(key) {
        try {
            const found = await this.jsm.streams.getMessage(this.stream, { last_by_subj: `$KV.${this.bucket}.${key}` });
            if (found) return { bytes: found.data, revision: found.seq, removed: isRemoval(found.header) };
        } catch (error) {
            if (!(error instanceof JetStreamApiError && error.code === 10037)) throw error;
        }
        return { bytes: new Uint8Array(), revision: 0, removed: true };
    }
    put(order, key, bytes, revision) {
        return this.#ask(order, async () => {
            try {
                return await this.#publish(key, bytes, revision);
            } catch (error) {
                // What must not be there may be there as a mark that it was removed.
                if (revision !== 0 || !isStale(error)) throw error;
                const there = await this.#look(key);
                if (!there.removed) throw error;
                return this.#publish(key, bytes, there.revision);
            }
        });
    }
    remove(order, key, revision) {
        // Without a revision it would remove whatever is there.
        if (revision === 0) return void this.#told.stale(order);
        return this.#ask(order, () => this.#publish(key, new Uint8Array(), revision, "DEL"));
    }
    async get(order, key) {
        try {
            const { bytes, revision, removed } = await this.#look(key);
            this.#told.value(key, removed ? new Uint8Array() : bytes, revision, removed);
        } catch (error) {
            const trouble = troubleOf(error);
            this.#told.refused(order, troubles.indexOf(trouble.kind), trouble.message);
        }
    }
    say(bytes) {
        this.nc.publish(`middleground.${this.bucket}.here`, bytes);
    }
}

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
