// Many deals: the list as a table and as a board, and the archive.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPage, Profile, today } from "./support/page.mjs";

const address = `?today=${today}&seed=1`;
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const idOf = (number) => "d" + [4, 3, 2, 1, 0].map((place) => alphabet[Math.floor(number / 32 ** place) % 32]).join("");

// Lean ones, as an import leaves them; every tenth is lost. The samples are not offered then.
function storeMany(count) {
    return (raw) =>
        raw.addInitScript(
            ([ids, day]) => {
                if (localStorage.length > 0) return;
                ids.forEach((id, at) => {
                    const deal = { id, title: `Deal ${at}`, account: `Account ${String(at).padStart(4, "0")}`, amount: { minor: 100000 + at, currency: "EUR" }, opened: "2026-05-01" };
                    if (at % 10 === 9) deal.outcome = { state: "lost", on: day };
                    localStorage.setItem(`middleground/deal/${id}`, JSON.stringify({ middleground: 1, deal }));
                });
            },
            [Array.from({ length: count }, (_, at) => idOf(at)), today],
        );
}

test("5,000 deals: the list opens, scrolls to its end, sorts, and a search finds one", async (t) => {
    const page = await openPage(t, address, { before: storeMany(5000) });
    await page.reads(/Nothing waits in your 4500 open deals/); // what is for today comes first
    await page.press("0");
    await page.see("All", { role: "button" });
    await page.reads(/4500 open, 500 closed/);
    await page.click("Deal", { role: "button" });
    assert.match((await page.find(/^Account/, { role: "row" })).label, /0000/);
    await page.raw.mouse.move(640, 500);
    await page.raw.mouse.wheel(0, 1e6);
    await page.settled();
    await page.see("5000 deals");
    const rows = (await page.items()).filter(({ role }) => role === "row");
    assert.ok(rows.length > 3 && rows.length < 100, `${rows.length} rows`);
    await page.raw.mouse.wheel(0, -1e6);
    await page.settled();
    await page.click("Search deals", { role: "field" });
    await page.type("4321");
    const found = (await page.items()).filter(({ role }) => role === "row");
    assert.deepEqual(found.map(({ label }) => label.split("##")[0]), ["Account 4321"]);
    await page.press("Escape");
});

test("closed deals are archived in one go, kept in less room, and come out again", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(address, { before: storeMany(50) });
    await page.click("Settings");
    await page.click("Archive closed deals");
    await page.see("Archived 5 closed deals", { role: "status" });
    const stored = await page.stored();
    const archived = Object.keys(stored).filter((key) => key.startsWith("middleground/archive/"));
    assert.equal(archived.length, 5);
    for (const key of archived) assert.equal(stored[key.replace("archive", "deal")], undefined);
    await page.raw.reload();
    await page.started();
    await page.click("Deals", { role: "link" });
    await page.reads(/45 open, five archived/);
    await page.click("Archived", { role: "button" });
    await page.click(/^Account 0009/, { role: "row" });
    await page.see(/^Archived\. Any change brings/);
    await page.click("Unarchive");
    await page.press("0");
    await page.reads(/45 open, one closed, four archived/);
    assert.equal(Object.keys(await page.stored()).filter((key) => key.startsWith("middleground/archive/")).length, 4);
});

test("the board shows the same deals by what comes next", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await page.press("0");
    await page.click("Board", { role: "radio" });
    await page.see("Time", { role: "heading" });
    await page.see("Build consensus", { role: "heading" });
    await page.click("Acme", { role: "row" });
    assert.equal((await page.state()).deal.account, "Acme");
});
