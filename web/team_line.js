// One connection to a team's server, and what is asked and heard by it (team.js has one after the other).
import { JetStreamApiError, Kvm, createInbox, headers, jetstream, jetstreamManager, nanos, wsconnect } from "./@@nats.js@@";
import { Trouble, isStale, isUnheard, troubleOf, troubles } from "./@@team_trouble.js@@";

const patience = 5000; // until what was put is known to be stored
const beginPatience = 2500; // for other answers of the server
const heartbeat = 2000; // of the server, where nothing changes; three that stay away are too many
const shortPause = 500;
const mostTries = 20; // of one put, while others are stored

const isRemoval = (head) => ["DEL", "PURGE"].includes(head?.get("KV-Operation"));
const later = (ms) => new Promise((done) => setTimeout(done, ms));
// What a subject and a user's rights allow in a name: as app/platform/team_inbox.hpp.
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
                await later(shortPause);
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
        this.#line.reached(sequence);
        this.#line.value(message.subject, message.data, sequence, isRemoval(message.headers));
        this.#isAtEnd = pending === 0;
        if (this.#isAtEnd) this.#reach(sequence);
    }
}

// One connection, from being made until it is lost.
export class Line {
    #told;
    #isUp;
    #failed; // gives up the connection
    #last = 0; // of the stream, as far as it is known here
    #turn = Promise.resolve(); // of what is put over something: the one before
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
                if (isUnheard(error) && tries < mostTries) {
                    await later(shortPause / 2);
                    continue;
                }
                const trouble = troubleOf(error);
                if (trouble.kind === "slow" || this.nc.isClosed()) this.fail(trouble);
                else this.#told.refused(order, troubles.indexOf(trouble.kind), trouble.message);
                return;
            }
        }
    }
    reached(sequence) {
        this.#last = Math.max(this.#last, sequence);
    }
    #publish(key, bytes, revision, operation) {
        const head = headers();
        head.set("Nats-Expected-Last-Subject-Sequence", String(revision));
        if (operation) head.set("KV-Operation", operation);
        const publish = async () => {
            const { seq } = await this.js.publish(`$KV.${this.bucket}.${key}`, bytes, { headers: head, timeout: patience });
            this.reached(seq);
            return seq;
        };
        if (this.server.replicas === 1 || revision === 0) return publish();
        const after = this.#turn.then(() => this.#publishAlone(key, revision, head, publish));
        this.#turn = after.catch(() => {});
        return after;
    }
    // Several nodes of a nats-server before 2.9.21 (Debian's) take all that are put over one revision at once, and all but one are lost: they look at the
    // key when a put comes, not when it is stored (its issue 4320). What they look at then is the stream's last sequence: so that has to be one at which the
    // key had this revision. One after the other, as each moves it.
    async #publishAlone(key, revision, head, publish) {
        for (let tries = 0; ; ++tries) {
            head.set("Nats-Expected-Last-Sequence", String(Math.max(this.#last, revision)));
            try {
                return await publish();
            } catch (error) {
                if (!isStale(error) || tries === mostTries) throw error;
                await later((Math.random() * tries * shortPause) / 20);
                const { state } = await this.jsm.streams.info(this.stream);
                if ((await this.#look(key)).revision !== revision) throw error;
                this.#last = state.last_seq; // another key was put meanwhile
            }
        }
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
