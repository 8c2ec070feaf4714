// A link whose "#" was percent-encoded on the way: what the host gets to know of it, and what the address says afterwards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { copyLink, openMetDeal } from "./support/deal.mjs";
import { Profile, today } from "./support/page.mjs";

const withClipboard = { permissions: ["clipboard-read", "clipboard-write"] };

// What the host is sent, by address or as where a request came from.
async function listening(page) {
    const sent = [];
    page.raw.on("request", async (request) => {
        sent.push(request.url().split("#")[0]);
        sent.push((await request.allHeaders().catch(() => ({}))).referer ?? "");
    });
    return sent;
}

// Enough of a link to know it by; "d1." alone may stand in the hash of a file's name.
const start = (hash) => hash.slice(0, 40);

async function linkOf(t) {
    const sender = await openMetDeal(t, { context: withClipboard });
    const { deal } = await sender.state();
    return { deal, hash: new URL(await copyLink(sender)).hash.slice(1) };
}

for (const [what, query] of [
    ["at the end of the query", (hash) => `?today=${today}&seed=9&from=mail%23${hash}`],
    ["before other members of the query", (hash) => `?%23${hash}&today=${today}&seed=9&utm_source=mail`],
    ["encoded twice", (hash) => `?today=${today}&seed=9&x=%2523${hash}`],
    ["beside a fragment of its own", (hash) => `?today=${today}&seed=9&x=%23d1.AAAA#${hash}`],
]) {
    test(`a link in the query, ${what}, opens, is cleared from the address when it is closed, and is not sent again`, async (t) => {
        const { deal, hash } = await linkOf(t);
        const page = await (await Profile.fresh(t)).open(query(hash));
        assert.equal((await page.state()).deal.id, deal.id);
        const here = () => page.raw.evaluate(() => ({ search: location.search, hash: location.hash, path: location.pathname }));
        assert.doesNotMatch((await here()).search, /%23|d1\./, "no request has it from here on");
        assert.match((await here()).search, /today=.*seed=9|seed=9.*today=/);
        const sent = await listening(page);
        await page.raw.reload();
        await page.started();
        assert.equal((await page.state()).deal.id, deal.id, "it is still there after a reload, as any link");
        await page.click("Close");
        assert.doesNotMatch(await page.raw.evaluate(() => location.href), /d1\./);
        await page.raw.reload();
        await page.started();
        assert.equal(await page.state(), null);
        assert.ok(sent.length > 10);
        for (const address of sent) assert.ok(!address.includes(start(hash)), address);
    });
}

test("a link in the path is sent once, by its reader, and by nothing that the page loads", async (t) => {
    const { deal, hash } = await linkOf(t);
    const profile = await Profile.fresh(t);
    const raw = await profile.context.newPage();
    const sent = [];
    raw.on("request", async (request) => sent.push([request.url().split("#")[0], (await request.allHeaders().catch(() => ({}))).referer ?? ""]));
    await raw.goto(new URL(`%23${hash}`, process.env.MIDDLEGROUND_URL).href);
    await raw.waitForFunction(() => window.middleground?.state()?.deal);
    assert.equal(await raw.evaluate(() => window.middleground.state().deal.id), deal.id);
    await raw.waitForTimeout(200); // the headers of the last requests
    assert.equal(sent.filter(([address]) => address.includes(start(hash))).length, 1);
    for (const [, from] of sent) assert.ok(!from.includes(start(hash)), from);
});
