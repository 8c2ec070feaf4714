// What a screen reader finds on each page and in each dialog, against tests/web/golden/mirror/NAME.txt, and whether axe-core finds fault with it.
// MIDDLEGROUND_WRITE_GOLDEN=1 writes the golden files anew.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { Mirror } from "./support/mirror.mjs";
import { address, openPage } from "./support/page.mjs";

const folder = join(import.meta.dirname, "golden", "mirror");
const axe = process.env.NODE_PATH.split(delimiter).map((path) => join(path, "axe-core", "axe.min.js")).find(existsSync);
assert.ok(axe, "axe-core is not there: tools/setup fetches it");

async function openSamples(t, options = {}) {
    const page = await openPage(t, undefined, options);
    const mirror = new Mirror(page);
    await mirror.settled();
    return mirror;
}

async function openBrightwater(t, options) {
    const mirror = await openSamples(t, options);
    await mirror.press("button", "Brightwater Foods");
    return mirror;
}

// The address differs from run to run, and with it how long a link is.
const stable = (outline) => outline.replaceAll(address, "https://host/").replace(/#d2\.[\w-]+/g, "#d2.LINK").replace(/"[\d,]+ characters"/g, '"LENGTH characters"');

async function assertGolden(mirror, name, roles = ["main", "dialog", "complementary"]) {
    const now = stable(await mirror.outline(roles));
    assert.ok(now.split("\n").length > 3, `${name} says something:\n${now}`);
    const file = join(folder, `${name}.txt`);
    if (process.env.MIDDLEGROUND_WRITE_GOLDEN) writeFileSync(file, now);
    assert.ok(existsSync(file), `${file} is missing: MIDDLEGROUND_WRITE_GOLDEN=1 writes it`);
    assert.equal(now, readFileSync(file, "utf8"), `what is said of ${name}`);
}

async function assertNoFault(mirror, name) {
    await mirror.settled();
    const { raw } = mirror;
    // Its scripts come as text: the page's own policy allows no others.
    if (!(await raw.evaluate(() => Boolean(window.axe)))) await raw.evaluate(readFileSync(axe, "utf8"));
    const { violations, passes } = await raw.evaluate(() => window.axe.run(document));
    assert.ok(passes.length > 10, `axe-core has looked: ${passes.length} rules`);
    // The field that is typed into stands within its page or dialog by aria-owns, which this rule does not follow.
    const region = violations.find(({ id }) => id === "region");
    if (region?.nodes.every(({ target }) => target.join() === "#typing")) violations.splice(violations.indexOf(region), 1);
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.slice(0, 3).map((node) => `    ${node.html}\n    ${node.failureSummary}`).join("\n")}`);
    assert.deepEqual(found, [], `axe-core on ${name}`);
}

async function assertWell(mirror, name, roles) {
    await assertGolden(mirror, name, roles);
    await assertNoFault(mirror, name);
}

test("the frame around the pages", async (t) => {
    await assertWell(await openBrightwater(t), "frame", ["navigation", "banner", "status"]);
});

test("the list of deals, as a table and as a board", async (t) => {
    const mirror = await openSamples(t);
    await assertWell(mirror, "deals");
    await mirror.press("radio", "Board");
    await assertWell(mirror, "deals_board");
});

for (const [link, name] of [
    ["Deal", "deal"],
    [/^Commitments/, "commitments"],
    [/^People/, "people"],
    [/^Log/, "log"],
    ["Forecast", "forecast"],
    ["Brief", "brief"],
    ["Share", "share"],
    ["Playbooks", "playbooks"],
    ["Diary", "diary"],
    ["Settings", "settings"],
    ["Today", "today"],
    ["Week", "week"],
]) {
    test(`the page ${name}`, async (t) => {
        const mirror = await openBrightwater(t);
        await mirror.press("link", link);
        await assertWell(mirror, name);
    });
}

test("a person, a commitment and the details of a deal", async (t) => {
    const mirror = await openBrightwater(t);
    await mirror.press("link", /^People/);
    await mirror.press("button", "Elena Brandt");
    await assertWell(mirror, "person");
    await mirror.press("link", /^Commitments/);
    await mirror.press("radio", "Table only");
    await mirror.press("button", "Change");
    await assertWell(mirror, "commitment");
    await mirror.press("radio", "Timeline");
    await assertWell(mirror, "timeline");
    await mirror.press("link", "Deal");
    await mirror.press("button", "Details");
    await assertWell(mirror, "details", ["complementary"]);
});

for (const [keys, name] of [
    ["n", "new_deal"],
    ["l", "log_an_interaction"],
    ["Control+k", "palette"],
    ["Shift+?", "keys"],
]) {
    test(`the dialog ${name}`, async (t) => {
        const mirror = await openBrightwater(t);
        await mirror.keys(keys);
        await assertWell(mirror, name, ["dialog"]);
    });
}

test("closing a deal, why it is so, and the calendar", async (t) => {
    const mirror = await openBrightwater(t);
    await mirror.press("link", "The 2 reasons");
    await assertWell(mirror, "balance_explained", ["dialog"]);
    await mirror.press("button", "Close");
    await mirror.press("button", "Details");
    await mirror.press("button", "Lost");
    await assertWell(mirror, "close_deal", ["dialog"]);
});

test("a link's read-only page and the buyer's plan", async (t) => {
    const mirror = await openBrightwater(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
    const linkOf = async () => {
        await mirror.press("button", "Copy link");
        return new URL(await mirror.raw.evaluate(() => navigator.clipboard.readText())).hash;
    };
    await mirror.press("link", "Share");
    const plan = await linkOf();
    await mirror.press("radio", "Internal");
    const whole = await linkOf();
    const other = async (hash) => {
        // On another day, so that its own sample is another one.
        const opened = await openPage(t, `?today=2026-08-29&seed=2${hash}`);
        const there = new Mirror(opened);
        await there.settled();
        return there;
    };
    await assertWell(await other(plan), "buyer_plan");
    const preview = await other(whole);
    await assertWell(preview, "preview", ["status"]);
    await preview.press("button", "Compare and merge");
    await assertWell(preview, "merge");
});

test("tables of another program before they are taken", async (t) => {
    const mirror = await openSamples(t);
    const name = "salesforce_opportunities.csv";
    const bytes = [...readFileSync(join(import.meta.dirname, "..", "fixtures", "import", name))];
    await mirror.raw.evaluate((file) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(file.bytes)], file.name, { type: "text/csv" }));
        window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }, { name, bytes });
    await mirror.page.see("1 file");
    await mirror.page.gone("Working it out.");
    await assertWell(mirror, "import");
});

test("pages of a phone", async (t) => {
    const mirror = await openSamples(t, { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } });
    await assertWell(mirror, "phone_deals", ["main", "navigation", "banner"]);
    await mirror.press("button", /^Brightwater Foods/);
    await assertWell(mirror, "phone_deal", ["main", "navigation", "banner"]);
    await mirror.press("link", "More");
    await assertWell(mirror, "phone_more", ["dialog"]);
});
