// What the analysis says, as a seller sees it: the next ask, the brief and its print, the wording check, and the same numbers everywhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { addPeople, startDeal } from "./support/deal.mjs";
import { desktop } from "./support/desktop.mjs";
import { openPage } from "./support/page.mjs";

const samples = ["brightwater", "passive", "pushed"];

function shipped(t) {
    const { folder, run } = desktop(t);
    run("samples", "-o", folder);
    const account = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")).deal.account;
    return { account };
}

test("the page and the desktop program say the same of every sample", async (t) => {
    const { account } = shipped(t);
    const { onDesktop } = desktop(t);
    const page = await openPage(t);
    for (const name of samples) {
        await page.press("0");
        await page.click(account(name), { role: "row" });
        const here = await page.state();
        assert.deepEqual(onDesktop(here.deal, "show", "--json"), here);
        assert.ok((await page.words()).includes(here.next[0].title), here.next[0].title);
    }
});

test("a new deal with people knows what to ask next and why", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await addPeople(page);
    await page.press("1");
    const { next } = await page.state();
    assert.ok(next.length > 0);
    const words = await page.words();
    assert.ok(words.includes(next[0].title));
    assert.ok(words.includes(next[0].why));
});

test("the brief is printed as a page of paper, by button and by the browser's own command", async (t) => {
    const { account } = shipped(t);
    const page = await openPage(t);
    await page.press("0");
    await page.click(account("brightwater"), { role: "row" });
    await page.press("b");
    await page.see("Copy as text");
    const { next } = await page.state();

    // The browser's own command, which the button ends in too.
    await page.raw.evaluate(() => {
        window.printed = [];
        addEventListener("beforeprint", () => window.printed.push(document.querySelector("#paper:not([hidden])")?.textContent ?? ""));
        window.print = () => {
            dispatchEvent(new Event("beforeprint"));
            dispatchEvent(new Event("afterprint"));
        };
    });
    await page.click("Print");
    await page.raw.waitForFunction(() => window.printed.length > 0);
    const [paper] = await page.raw.evaluate(() => window.printed);
    assert.ok(paper.includes(next[0].title));
    assert.ok(paper.includes(next[0].wording));
    assert.equal(await page.raw.evaluate(() => document.getElementById("paper").childElementCount), 0, "the paper is gone afterwards");

    await page.raw.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.raw.emulateMedia({ media: "print" });
    assert.equal(await page.raw.evaluate(() => getComputedStyle(document.getElementById("canvas")).display), "none");
    assert.ok(await page.raw.evaluate(() => document.querySelector("#paper h1").getBoundingClientRect().height > 0));
    const file = (await page.raw.pdf({ format: "A4" })).toString("latin1");
    const sheets = file.match(/\/Type\s*\/Page[^s]/g)?.length;
    assert.ok(sheets >= 1 && sheets <= 3, `${sheets} sheets`);
    await page.raw.emulateMedia({ media: null });
    await page.raw.evaluate(() => dispatchEvent(new Event("afterprint")));

    // Other pages print as they are on the screen.
    await page.press("1");
    await page.raw.evaluate(() => window.print());
    assert.equal((await page.raw.evaluate(() => window.printed)).at(-1), "");
});

test("words that cost trust are marked while they are typed", async (t) => {
    const { account } = shipped(t);
    const page = await openPage(t, undefined, { context: { viewport: { width: 1280, height: 1800 } } });
    await page.press("0");
    await page.click(account("brightwater"), { role: "row" });
    await page.press("2");
    await page.click(/^Decide/);
    await page.see("Direct, no pressure");
    await page.fill("How to ask for it", "Just checking in.");
    await page.see("\u201cJust checking in\u201d");
    assert.equal(await page.find("Direct, no pressure"), undefined);
});
