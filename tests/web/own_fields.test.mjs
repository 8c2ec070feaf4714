// Fields of one's own, and the list of deals by them: from the definition to a table and back, filters and columns over a reload, and what is found
// in another deal.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, Profile, today } from "./support/page.mjs";

const address = `?today=${today}&seed=1`;

// Three deals: the first has a log, all have a region.
function storeDeals(raw) {
    return raw.addInitScript((day) => {
        if (localStorage.length > 0) return;
        const deals = [
            { id: "d00001", account: "Aotea Clinics", tags: [{ name: "health" }], fields: [{ name: "Region", kind: "choice", value: "North" }], interactions: [{ id: "m00001", on: "2026-06-03", summary: "Wants a reference from another clinic" }] },
            { id: "d00002", account: "Solberg Marine", fields: [{ name: "Region", kind: "choice", value: "South" }] },
            { id: "d00003", account: "Halden Rail", tags: [{ name: "rail" }], fields: [{ name: "Region", kind: "choice", value: "North" }] },
        ];
        for (const deal of deals) localStorage.setItem(`middleground/deal/${deal.id}`, JSON.stringify({ middleground: 2, deal: { title: "Rollout", opened: "2026-05-01", ...deal } }));
    }, today);
}

const rows = async (page) => (await page.items()).filter(({ role }) => role === "row").map(({ label }) => label.split("##")[0]);

test("a filter is saved with the keyboard, stays over a reload, and is deleted; columns are remembered", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(address, { before: storeDeals });
    await page.press("0");
    await page.press("Control+k");
    await page.type("Filter deals by tags");
    await page.press("Enter");
    await page.see("Filter by tags and fields", { role: "dialog" });
    await page.click("Tags and values", { role: "field" });
    await page.type("Region: North");
    await page.press("Enter");
    await page.click("Done");
    assert.deepEqual((await rows(page)).sort(), ["Aotea Clinics", "Halden Rail"]);
    await page.click("Save this filter");
    await page.type("In the north");
    await page.press("Enter");
    await page.see("In the north", { role: "button" });

    const heading = ["Region", { role: "button" }]; // of a column: it sorts
    assert.equal(await page.find(...heading), undefined);
    await page.click("Columns", { role: "button" });
    await page.click("Region", { role: "checkbox" });
    await page.click("Done");
    await page.see(...heading);

    await page.raw.reload();
    await page.started();
    await page.press("0");
    await page.see(...heading);
    assert.equal((await rows(page)).length, 3);
    await page.press("Control+k");
    await page.type("Filter: In the north");
    await page.press("Enter");
    assert.deepEqual((await rows(page)).sort(), ["Aotea Clinics", "Halden Rail"]);
    await page.click("Delete this filter");
    assert.equal((await page.items()).some(({ label }) => label.startsWith("In the north")), false);
});

test("what stands in the log of a deal is found from the list, said where, and opens there", async (t) => {
    const page = await openPage(t, address, { before: storeDeals });
    await page.press("0");
    await page.click("Search deals", { role: "field" });
    await page.type("another clinic");
    assert.deepEqual(await rows(page), ["Aotea Clinics"]);
    await page.click("Aotea Clinics", { role: "row" });
    await page.reads(/Wants a reference from another clinic/);
    assert.equal((await page.state()).deal.account, "Aotea Clinics");
});

test("a field is defined, filled in, and goes out in a table that comes in again", async (t) => {
    const profile = await Profile.fresh(t);
    const page = await profile.open(address, { before: storeDeals });
    await page.press("0");
    await page.press("Control+k");
    await page.type("Add a field to deals");
    await page.press("Enter");
    await page.see("Name of the field", { role: "field" });
    await page.type("Route planner");
    await page.press("Enter");
    await page.press("0");
    await page.click("Solberg Marine", { role: "row" });
    await page.press("d");
    await page.click("Route planner", { role: "field" });
    await page.type("A sheet of paper");
    await page.press("Enter");
    assert.deepEqual((await page.state()).deal.fields.at(-1), { name: "Route planner", value: "A sheet of paper" });
});
