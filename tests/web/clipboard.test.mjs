// Copy, cut and paste are the browser's own, with its own text, in and out of the program.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { browserName, openPage, Profile, today } from "./support/page.mjs";

const allowed = { context: { permissions: ["clipboard-read", "clipboard-write"] } };
const address = `?today=${today}&seed=1`;

const clipboard = (page) => page.clipboard();
const setClipboard = (page, text) => page.setClipboard(text);
const account = async (page) => (await page.see("Account", { role: "field" })).value;

async function openNewDeal(t) {
    const page = await openPage(t, address, allowed);
    await page.press("n");
    return page;
}

// A clipboard event as the browser's menu sends it; what it carries afterwards and whether the program took it.
function menuEvent(page, kind, text) {
    return page.raw.evaluate(
        ([type, given]) => {
            const data = new DataTransfer();
            if (given !== null) data.setData("text/plain", given);
            const event = new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true });
            (document.activeElement ?? document.body).dispatchEvent(event);
            return { text: event.clipboardData.getData("text/plain"), taken: event.defaultPrevented };
        },
        [kind, text ?? null],
    );
}

test("Ctrl+C copies what is selected in a field", async (t) => {
    const page = await openNewDeal(t);
    await setClipboard(page, "before");
    await page.type("Brightwater é 日本");
    await page.press("Control+a", "Control+c");
    assert.equal(await clipboard(page), "Brightwater é 日本");
    assert.equal(await account(page), "Brightwater é 日本", "copying changes nothing");
    await page.press("Home", "Shift+ArrowRight", "Shift+ArrowRight", "Control+c");
    assert.equal(await clipboard(page), "Br");
});

test("Ctrl+X cuts, Ctrl+V puts it back", async (t) => {
    const page = await openNewDeal(t);
    await page.type("one two");
    await page.press("Control+Shift+ArrowLeft", "Control+x");
    assert.equal(await clipboard(page), "two");
    assert.equal(await account(page), "one ");
    await page.press("Control+v", "Control+v");
    assert.equal(await account(page), "one twotwo");
    await page.press("Control+z");
    assert.equal(await account(page), "one two", "pasting is undone at once");
});

test("text of other programs is pasted as it is", async (t) => {
    const page = await openNewDeal(t);
    for (const text of ["é", "日本", "👍🏽 100 %", "a\"b\\c</script>", "ﬁ Ω ‰ ₂"]) {
        await setClipboard(page, text);
        await page.press("Control+a", "Control+v");
        assert.equal(await account(page), text);
    }
});

test("lines are kept where a field has several, and joined where it has one", async (t) => {
    const page = await openPage(t, address, allowed);
    await startDeal(page);
    await page.press("l");
    await setClipboard(page, "first line\r\nsecond line\n\tthird");
    await page.click("In a line");
    await page.press("Control+v");
    assert.match((await page.see("In a line", { role: "field" })).value, /^first line\nsecond line\n\t? *third$/);
    await page.click("Gave");
    await page.press("Control+v");
    assert.doesNotMatch((await page.see("Gave", { role: "field" })).value, /[\r\n\t]/);
    assert.match((await page.see("Gave", { role: "field" })).value, /^first line ?second line ?third$/);
});

// Firefox gives no text to events that a script makes.
if (browserName !== "firefox") test("the browser's menu copies, cuts and pastes", async (t) => {
    const page = await openNewDeal(t);
    assert.equal((await menuEvent(page, "paste", "from the menu")).taken, true);
    await page.settled();
    assert.equal(await account(page), "from the menu");
    await page.press("Control+a");
    assert.deepEqual(await menuEvent(page, "copy"), { text: "from the menu", taken: true });
    assert.deepEqual(await menuEvent(page, "cut"), { text: "from the menu", taken: true });
    await page.settled();
    assert.equal(await account(page), "");
});

test("nothing selected leaves the clipboard as it was", async (t) => {
    const page = await openNewDeal(t);
    await setClipboard(page, "precious");
    await page.press("Control+c", "Control+x");
    assert.equal(await clipboard(page), "precious");
    await page.type("text");
    await page.press("Control+c");
    assert.equal(await clipboard(page), "precious", "a caret is no selection");
    assert.equal(await account(page), "text");
});

test("outside of fields, nothing is copied and other text is not pasted", async (t) => {
    const page = await openPage(t, address, allowed);
    await setClipboard(page, "just words");
    const before = await page.words();
    await page.press("Control+v", "Control+c");
    assert.equal(await clipboard(page), "just words");
    assert.equal(await page.words(), before);
});

test("a link pasted outside of fields opens as a preview", async (t) => {
    const profile = await Profile.fresh(t, allowed.context);
    const page = await profile.open(address);
    await startDeal(page, "Fjord Line", "Shore power");
    await page.press("5");
    await page.click("Internal", { role: "radio" });
    const link = (await page.items()).find((item) => item.label === "Link" && item.value).value;
    await page.press("0");
    const stored = await page.stored();
    await setClipboard(page, ` ${link}\n`);
    await page.press("Control+v");
    await page.see(/^Read-only/);
    assert.match(JSON.stringify(await page.state()), /Shore power/);
    assert.deepEqual(await page.stored(), stored, "looking stores nothing");
    await page.click("Close");
    await page.press("n", "Control+v");
    assert.equal((await account(page)).trim(), link, "in a field it is a text like any other");
});

test("Copy link puts the address of the page with the deal on the clipboard", async (t) => {
    const page = await openPage(t, address, allowed);
    await startDeal(page);
    await page.press("5");
    await page.click("Copy link");
    const link = await clipboard(page);
    assert.ok(link.startsWith((await page.raw.evaluate(() => location.origin + location.pathname)) + "#d"), link);
    await page.see(/^Copied the link/, { role: "status" });
    assert.equal(await page.find("Copy by hand", { role: "dialog" }), undefined);
});

for (const [words, refuse] of [
    ["refused", () => (navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError")))],
    ["missing", () => Object.defineProperty(navigator, "clipboard", { value: undefined })],
]) {
    test(`with the clipboard ${words}, Copy link shows the selected text to copy by hand`, async (t) => {
        const profile = await Profile.fresh(t, allowed.context);
        const reader = await profile.open(address);
        const page = await profile.open(address, { before: (raw) => raw.addInitScript(refuse) });
        await startDeal(page);
        await page.press("5");
        await page.click("Copy link");
        await page.see("Copy by hand", { role: "dialog" });
        assert.equal(await page.find(/^Copied the link/), undefined, "nothing is claimed that is not so");
        const { value: link } = await page.see("Text to copy", { role: "field" });
        assert.match(link, /#d\d\./);
        await page.press("Control+c");
        assert.equal(await clipboard(reader), link);
        await page.press("Escape");
        assert.equal(await page.find("Copy by hand", { role: "dialog" }), undefined);
    });
}
