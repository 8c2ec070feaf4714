// Both ways to a team's bucket, against Debian's nats-server: what must hold of one must hold of the other.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch } from "../web/support/browsers/chromium.mjs";
import { Servers, later } from "./support/nats.mjs";
import { NativeWay, PageWay } from "./support/ways.mjs";

before(async () => (PageWay.browser = await launch()));
after(() => PageWay.browser?.close());

// name -> (t, Way), each with servers of its own.
const scenarios = {
    // The longest first: a new leader takes its time.
    async "the leader of three is killed while much is written: what was acknowledged is there, and all goes on"(t, Way) {
        const servers = await Servers.start(t, { nodes: 3 });
        const [writer, watcher] = [await Way.make(t, servers), await Way.make(t, servers)];
        await writer.up();
        await watcher.up({ user: "otto" });
        const stored = new Map();
        const write = async (from, to) => {
            for (let number = from; number < to; ++number) {
                // A lost connection leaves open whether it was stored: it is put again once there is one.
                for (let tries = 0; ; ++tries) {
                    const answer = await writer.put(`d.${number}`, `value ${number}`);
                    if (answer.told === "stored" || answer.told === "stale") break;
                    assert.ok(tries < 600, JSON.stringify(answer));
                    await later(100);
                }
                stored.set(`d.${number}`, `value ${number}`);
            }
        };
        await write(0, 30);
        const leader = await servers.leader();
        const writing = write(30, 120);
        await later(20);
        await servers.kill(leader);
        await writing;
        await watcher.any(() => watcher.held().size === 120, "all that was written");
        assert.deepEqual(watcher.held(), stored);
        await servers.begin(leader);
        const reader = await Way.make(t, servers);
        await reader.up();
        assert.deepEqual(reader.held(), stored);
    },
    // Debian's nats-server, if asked for the revision of the key alone, takes more than one in every second round.
    async "of several that are put over one revision at once three nodes take one, and of different keys all"(t, Way) {
        const servers = await Servers.start(t, { nodes: 3 });
        const ways = await Promise.all([0, 1, 2].map(() => Way.make(t, servers)));
        await Promise.all(ways.map((way, number) => way.up({ user: ["lena", "otto", "nora"][number] })));
        for (let round = 0; round < 20; ++round) {
            const { revision } = await ways[0].put(`d.${round}`, "first");
            const answers = await Promise.all(ways.map((way, number) => way.put(`d.${round}`, `of ${number}`, revision)));
            assert.deepEqual(answers.map(({ told }) => told).sort(), ["stale", "stale", "stored"]);
            const winner = answers.findIndex(({ told }) => told === "stored");
            const after = answers[winner].revision;
            for (const way of ways) assert.equal((await way.get(`d.${round}`)).bytes, `of ${winner}`);
            const removed = await Promise.all(ways.map((way) => way.remove(`d.${round}`, after)));
            assert.deepEqual(removed.map(({ told }) => told).sort(), ["stale", "stale", "stored"]);
        }
        const keys = (number) => [1, 2, 3, 4].map((one) => `d.${number}.${one}`);
        const firsts = await Promise.all(ways.flatMap((way, number) => keys(number).map((key) => way.put(key, "first"))));
        const seconds = await Promise.all(ways.flatMap((way, number) => keys(number).map((key, one) => way.put(key, "second", firsts[number * 4 + one].revision))));
        assert.ok(seconds.every(({ told }) => told === "stored"), JSON.stringify(seconds));
    },
    async "what is put, changed and removed is there for everybody, and never over somebody else's"(t, Way) {
        const servers = await Servers.start(t);
        const [lena, otto] = [await Way.make(t, servers), await Way.make(t, servers)];
        await Promise.all([lena.up(), otto.up({ user: "otto" })]);
        const first = await lena.put("d.1", "one");
        assert.equal(first.told, "stored");
        assert.deepEqual(await otto.told("value"), { told: "value", key: "d.1", bytes: "one", revision: first.revision, removed: false });
        assert.equal((await otto.put("d.1", "mine")).told, "stale", "made twice");
        const second = await otto.put("d.1", "two", first.revision);
        assert.equal(second.told, "stored");
        assert.equal((await lena.put("d.1", "late", first.revision)).told, "stale");
        assert.equal((await lena.remove("d.1", first.revision)).told, "stale");
        assert.equal((await lena.remove("d.1", 0)).told, "stale", "removed unseen");
        assert.equal((await lena.get("d.1")).bytes, "two");
        const third = await lena.remove("d.1", second.revision);
        assert.equal(third.told, "stored");
        const { removed, revision } = await otto.next((event) => event.told === "value" && event.removed);
        assert.deepEqual([removed, revision], [true, third.revision]);
        assert.equal((await lena.get("d.1")).removed, true);
        assert.deepEqual(await lena.get("d.none"), { told: "value", key: "d.none", bytes: "", revision: 0, removed: true });
        assert.equal((await otto.put("d.1", "again")).told, "stored", "what was removed may be made anew");
        assert.equal((await otto.put("d.2", Buffer.alloc(0))).told, "stored");
        await lena.any((event) => event.key === "d.2");
        assert.deepEqual([...lena.held()], [["d.1", "again"], ["d.2", ""]]);
    },
    async "who comes later is told all that is there, then that this was all"(t, Way) {
        const servers = await Servers.start(t);
        const lena = await Way.make(t, servers);
        await lena.up();
        const wanted = new Map();
        await Promise.all(Array.from({ length: 200 }, async (_, number) => {
            wanted.set(`d.${number}`, `value ${number} ${"x".repeat(number * 20)}`);
            assert.equal((await lena.put(`d.${number}`, wanted.get(`d.${number}`))).told, "stored");
        }));
        const otto = await Way.make(t, servers);
        await otto.up({ user: "otto" });
        const at = otto.events.findIndex((event) => event.told === "caught up");
        assert.equal(otto.events.slice(0, at).filter((event) => event.told === "value").length, 200);
        assert.deepEqual(otto.held(), wanted);
    },
    async "what is said is heard by the others only, and kept nowhere"(t, Way) {
        const servers = await Servers.start(t);
        const [lena, otto] = [await Way.make(t, servers), await Way.make(t, servers)];
        await Promise.all([lena.up(), otto.up({ user: "otto" })]);
        await lena.say("I am here");
        assert.equal((await otto.told("heard")).bytes, "I am here");
        await lena.put("d.1", "a value");
        await otto.told("value");
        assert.equal(lena.events.filter((event) => event.told === "heard").length, 0);
        await otto.close();
        await otto.up({ user: "otto" });
        assert.equal(otto.events.filter((event) => event.told === "heard").length, 1);
    },
    async "a wrong password is said once, and not tried again"(t, Way) {
        const servers = await Servers.start(t);
        const way = await Way.make(t, servers);
        await way.open({ password: "guessed" });
        const { trouble, for_good } = await way.told("down");
        assert.deepEqual([trouble, for_good], ["login", true]);
        assert.equal((await way.put("d.1", "one")).trouble, "lost");
        await later(1500);
        assert.equal(way.events.filter((event) => event.told === "down").length, 1);
        await way.up(); // with the right one
    },
    async "no server: it is said, tried again, and there when the server is"(t, Way) {
        const servers = await Servers.start(t);
        await servers.kill(0);
        const way = await Way.make(t, servers);
        await way.open();
        const { trouble, for_good } = await way.told("down");
        assert.deepEqual([trouble, for_good], ["nobody", false]);
        await servers.begin(0);
        await way.told("up");
        await way.told("caught up");
        assert.equal((await way.put("d.1", "one")).told, "stored");
    },
    async "a server that is killed and started again: all is told anew"(t, Way) {
        const servers = await Servers.start(t);
        const way = await Way.make(t, servers);
        await way.up();
        assert.equal((await way.put("d.1", "one")).told, "stored");
        await way.any((event) => event.key === "d.1");
        await servers.kill(0);
        assert.equal((await way.told("down")).for_good, false);
        assert.equal((await way.put("d.2", "two")).trouble, "lost");
        const told = way.events.length;
        await servers.begin(0);
        await way.told("up");
        await way.told("caught up");
        assert.deepEqual(way.events.slice(told).filter((event) => event.told === "value").map(({ key, bytes }) => [key, bytes]), [["d.1", "one"]]);
    },
    async "a bucket that is full says so and keeps what it has"(t, Way) {
        const servers = await Servers.start(t, { limits: "{ max_file: 300KB, max_mem: 1MB }" });
        const way = await Way.make(t, servers);
        await way.up();
        const answers = [];
        for (let number = 0; number < 8; ++number) answers.push(await way.put(`d.${number}`, "x".repeat(60000)));
        assert.equal(answers[0].told, "stored");
        assert.deepEqual([answers.at(-1).told, answers.at(-1).trouble], ["refused", "full"]);
        const reader = await Way.make(t, servers);
        await reader.up({ user: "otto" });
        assert.equal(reader.held().size, answers.filter((one) => one.told === "stored").length);
    },
    async "a value that is too large is refused alone"(t, Way) {
        const servers = await Servers.start(t);
        const way = await Way.make(t, servers);
        await way.up();
        const { told, trouble } = await way.put("d.1", "x".repeat(1200000));
        assert.deepEqual([told, trouble], ["refused", "too large"]);
        assert.equal((await way.put("d.2", "x".repeat(900 * 1024))).told, "stored", "the largest that a client sends");
    },
    async "a server without JetStream is of no use"(t, Way) {
        const servers = await Servers.start(t, { jetstream: false });
        const way = await Way.make(t, servers);
        await way.open();
        const first = await way.told("down");
        assert.deepEqual([first.trouble, first.for_good], ["no part", false], "it may have just begun");
        await way.next((event) => event.for_good && event.trouble === "no part");
    },
    async "a login without rights to the bucket is told from one that is wrong"(t, Way) {
        const servers = await Servers.start(t, { strangers: true });
        const way = await Way.make(t, servers);
        await way.open();
        const { trouble, for_good } = await way.told("down");
        assert.deepEqual([trouble, for_good], ["no rights", false]);
    },
    async "a node that cannot write any more acknowledges nothing"(t, Way) {
        const servers = await Servers.start(t, { fileBlocks: 200 });
        const way = await Way.make(t, servers);
        await way.up();
        const stored = new Map();
        let refused = null;
        for (let number = 0; number < 10 && !refused; ++number) {
            const text = `${number} ${"x".repeat(50000)}`;
            const answer = await way.put(`d.${number}`, text);
            if (answer.told === "stored") stored.set(`d.${number}`, text);
            else refused = answer;
        }
        assert.ok(refused, "more was stored than there is room for");
        assert.ok(["full", "no part", "slow", "lost"].includes(refused.trouble), refused.trouble);
        for (const [key, text] of stored) assert.equal(way.held().get(key), text);
    },
    async "of two programs or tabs of one place one connects, and the other one when that goes"(t, Way) {
        const servers = await Servers.start(t);
        const first = await Way.make(t, servers);
        await first.up();
        const second = await Way.make(t, servers, { as: first });
        await second.open();
        await second.told("elsewhere");
        assert.equal((await second.put("d.1", "one")).trouble, "lost");
        await first.close();
        await second.told("up");
        await second.told("caught up");
        assert.equal((await second.put("d.1", "one")).told, "stored");
    },
    async "a place that waits for a server ends all the same"(t, Way) {
        const servers = await Servers.start(t);
        await servers.kill(0);
        const way = await Way.make(t, servers);
        await way.open();
        await later(50);
        const began = Date.now();
        await way.end();
        assert.ok(Date.now() - began < 5000, "it hangs");
    },
    async "what is closed says nothing any more"(t, Way) {
        const servers = await Servers.start(t);
        const [lena, otto] = [await Way.make(t, servers), await Way.make(t, servers)];
        await Promise.all([lena.up(), otto.up({ user: "otto" })]);
        await lena.close();
        await later(100);
        const told = lena.events.length;
        await otto.put("d.1", "one");
        await servers.kill(0);
        await otto.told("down");
        await later(300);
        assert.equal(lena.events.length, told);
    },
};

for (const Way of [NativeWay, PageWay]) {
    describe(Way.nameOf, { concurrency: 4 }, () => {
        for (const [name, run] of Object.entries(scenarios)) test(name, (t) => run(t, Way));
    });
}

test("a page and a desktop program in one team have the same", async (t) => {
    const servers = await Servers.start(t);
    const [lena, otto] = [await PageWay.make(t, servers), await NativeWay.make(t, servers)];
    await Promise.all([lena.up(), otto.up({ user: "otto" })]);
    const { revision } = await lena.put("d.1", "from the page");
    await otto.any((event) => event.key === "d.1");
    assert.equal((await otto.put("d.1", "from the desktop", revision)).told, "stored");
    await lena.any((event) => event.bytes === "from the desktop");
    await lena.say("page");
    await otto.say("desktop");
    await lena.any((event) => event.told === "heard" && event.bytes === "desktop");
    await otto.any((event) => event.told === "heard" && event.bytes === "page");
    assert.deepEqual(lena.held(), otto.held());
});
