// People and deals that are there twice: proposed, compared, merged and two again; by the keyboard alone, and by a finger alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as finger from "./support/finger.mjs";
import { openPage, today } from "./support/page.mjs";

const address = `?today=${today}&seed=1`;
const anna = { id: "a00001", name: "Anna Müller", title: "CFO", contact: "anna@acme.example", created: "2026-05-01" };
const twin = { id: "a00002", name: "A. Müller", title: "Head of finance", contact: "anna@acme.example", created: "2026-05-01" };
const deals = [
    { id: "d00001", title: "Routing", account: "Kestrel GmbH", opened: "2026-05-01", stakeholders: [anna, twin] },
    { id: "d00002", title: "Routing", account: "Kestrel", opened: "2026-05-01", amount: { minor: 500000, currency: "EUR" }, stakeholders: [{ ...anna, id: "b00001" }] },
];

function storeTwo(raw) {
    return raw.addInitScript(
        ([all]) => {
            if (localStorage.length > 0) return;
            for (const deal of all) localStorage.setItem(`middleground/deal/${deal.id}`, JSON.stringify({ middleground: 1, deal }));
        },
        [deals],
    );
}

const dealIn = (stored, id) => {
    const text = stored[`middleground/deal/${id}`];
    return text && JSON.parse(text).deal;
};
async function stored(page, is) {
    assert.ok(await page.until(async () => is(await page.stored())), JSON.stringify(Object.keys(await page.stored())));
}

test("by the keyboard alone two deals become one, then two people, and undo makes them two again", async (t) => {
    const page = await openPage(t, address, { before: storeTwo });
    await page.press("0");
    await page.reads(/2 deals may be the same/);
    await page.press("Control+k");
    await page.type("doubles");
    await page.press("Enter");
    await page.see("Are these one deal?", { role: "dialog" });
    await page.press("Control+Enter");
    await page.gone("Are these one deal?", { role: "dialog" });
    await stored(page, (all) => !dealIn(all, "d00002") && dealIn(all, "d00001")?.amount?.minor === 500000);
    await page.press("Control+z");
    await stored(page, (all) => dealIn(all, "d00002") && !dealIn(all, "d00001").amount);
    await page.press("Control+Shift+z");
    await stored(page, (all) => !dealIn(all, "d00002"));

    await page.press("Control+k");
    await page.type("Kestrel");
    await page.press("Enter");
    await page.press("3");
    await page.reads(/may (each )?be one/);
    await page.press("Control+k");
    await page.type("doubles A. Müller");
    await page.press("Enter");
    await page.see("Are these one person?", { role: "dialog" });
    await page.press("Control+Enter");
    await page.gone("Are these one person?", { role: "dialog" });
    await stored(page, (all) => {
        const people = dealIn(all, "d00001").stakeholders;
        return people.length === 1 && people[0].notes?.includes("Head of finance");
    });
    await page.press("Control+z");
    await stored(page, (all) => dealIn(all, "d00001").stakeholders.length > 1);
});

test("by a finger alone a pair of people is compared, the other title chosen, merged and undone; two deals are said to be two", async (t) => {
    const page = await finger.openPhone(t, address, { before: storeTwo });
    await finger.tap(page, "Deals");
    await page.reads(/2 deals may be the same/);
    await finger.tap(page, "Not the same");
    await stored(page, (all) => JSON.parse(all["middleground/settings"]).not_doubles?.length === 1);
    assert.doesNotMatch(await page.words(), /may be the same/);
    await finger.tap(page, /^Kestrel GmbH/, { role: "row" });
    await finger.tap(page, "People");
    await page.reads(/Two people may be one/);
    await finger.tap(page, "Compare");
    await page.see("Are these one person?", { role: "dialog" });
    await finger.tap(page, "Title: Head of finance");
    await finger.tap(page, "Merge");
    await stored(page, (all) => {
        const people = dealIn(all, "d00001").stakeholders;
        return people.length === 1 && people[0].title === "Head of finance" && people[0].notes.includes("CFO");
    });
    await finger.tap(page, "Undo last", { role: "button" });
    await stored(page, (all) => dealIn(all, "d00001").stakeholders.length === 2);
});
