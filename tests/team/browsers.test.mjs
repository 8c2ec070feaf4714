// The page's policy, connect-src 'self', lets it to the WebSocket of its own origin in every browser (Chromium: ways.test.mjs), and what is behind it works there.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Servers, bucket, users } from "./support/nats.mjs";
import { startPlace } from "./support/place.mjs";

for (const name of ["firefox", "webkit"]) {
    test(name, async (t) => {
        const { launch } = await import(`../web/support/browsers/${name}.mjs`);
        const servers = await Servers.start(t);
        const address = await startPlace(t, servers);
        const browser = await launch();
        const context = await browser.newContext({ viewport: { width: 800, height: 600 }, deviceScaleFactor: 1 });
        t.after(async () => {
            await context.close();
            await browser.close();
        });
        const page = await context.newPage();
        await page.goto(address);
        const told = await page.evaluate(
            async ({ team, user, password }) => {
                const within = async (look) => {
                    for (let tries = 0; tries < 200 && !look(); ++tries) await new Promise((done) => setTimeout(done, 50));
                };
                await within(() => window.TeamLink);
                const news = [];
                const link = new window.TeamLink(new Proxy({}, { get: (_, kind) => (...values) => void news.push([kind, ...values.map((value) => (value instanceof Uint8Array ? new TextDecoder().decode(value) : value))]) }));
                const came = (kind) => within(() => news.some(([one]) => one === kind));
                link.open({ path: "/team", bucket: team, replicas: 1, user, password });
                await came("caughtUp");
                link.put(1, "d.1", new TextEncoder().encode("a value"), 0);
                await Promise.all([came("stored"), came("value")]);
                link.close();
                return JSON.stringify(news.sort());
            },
            { team: bucket, user: "lena", password: users.lena },
        );
        assert.equal(told, JSON.stringify([["caughtUp"], ["stored", 1, 1], ["up"], ["value", "d.1", "a value", 1, false]]));
    });
}
