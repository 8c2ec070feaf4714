// The desktop's way by tls://: to a server whose certificate the system trusts, and to no other.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Servers } from "./support/nats.mjs";
import { NativeWay } from "./support/ways.mjs";

async function certificate(t, host) {
    const folder = await mkdtemp(join(tmpdir(), "middleground-tls-"));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const [key, own] = [join(folder, "own.key"), join(folder, "own.crt")];
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", own, "-days", "2", "-subj", `/CN=${host}`, "-addext", `subjectAltName=${host}`], { stdio: "ignore" });
    return { key, own, tls: `tls { cert_file: "${own}", key_file: "${key}" }` };
}

test("a certificate that is trusted", async (t) => {
    const { own, tls } = await certificate(t, "IP:127.0.0.1");
    const servers = await Servers.start(t, { tls });
    servers.environment = { SSL_CERT_FILE: own };
    const way = await NativeWay.make(t, servers);
    await way.up();
    assert.equal((await way.put("d.1", "one")).told, "stored");
});

test("one that nobody vouches for, one for another host, and a server without", async (t) => {
    const { tls } = await certificate(t, "IP:127.0.0.1");
    const another = await certificate(t, "DNS:nats.example");
    for (const [options, trusted] of [[{ tls }, ""], [{ tls: another.tls }, another.own]]) {
        const servers = await Servers.start(t, options);
        servers.environment = trusted ? { SSL_CERT_FILE: trusted } : {};
        const way = await NativeWay.make(t, servers);
        await way.open();
        const { trouble, for_good } = await way.told("down");
        assert.deepEqual([trouble, for_good], ["untrusted", false]);
    }
    const plain = await Servers.start(t);
    plain.options.tls = "asked for";
    const way = await NativeWay.make(t, plain);
    await way.open();
    assert.equal((await way.told("down")).trouble, "untrusted");
});
