// The page by ear and without a mouse: one focus here and there, the main story through the mirror alone, and what is said of what happens.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Mirror } from "./support/mirror.mjs";
import { mainStory } from "./support/mirror_story.mjs";
import { openPage } from "./support/page.mjs";

async function open(t, options) {
    const page = await openPage(t, undefined, options);
    const mirror = new Mirror(page);
    await mirror.settled();
    return { page, mirror };
}

async function openBrightwater(t, options) {
    const both = await open(t, options);
    await both.mirror.press("button", "Brightwater Foods");
    return both;
}

const withClipboard = { context: { permissions: ["clipboard-read", "clipboard-write"] } };

test("the main story through the mirror alone: a deal, a person, the log, an answer, and handing it over", async (t) => {
    await mainStory(await openPage(t, undefined, withClipboard));
});

test("the keyboard's focus is the same in the program and in the mirror", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    const there = async () => {
        const item = (await page.items()).find((one) => one.focused);
        return item?.label;
    };
    const said = [];
    for (let step = 0; step < 12; ++step) {
        await mirror.keys("Tab");
        const focused = await mirror.focused();
        const label = await there();
        assert.ok(label !== undefined && focused.includes(label), `the program is at ${label}, the browser at ${focused}`);
        said.push(focused);
    }
    assert.ok(new Set(said).size > 8, said.join(", "));
    await mirror.focus("button", "Copy wording");
    assert.equal(await there(), "Copy wording");
    await mirror.keys("Tab");
    assert.equal(await mirror.focused(), `button "${await there()}"`);
});

test("a field that is typed in is said by its name, with its text, its caret and what is wrong with it", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    await mirror.focus("textbox", "Amount of the deal");
    assert.equal(await mirror.focused(), 'textbox "Amount of the deal"');
    const field = () => page.raw.evaluate(() => {
        const element = document.activeElement;
        return { id: element.id, value: element.value.replaceAll("\u200b", ""), selected: element.value.slice(element.selectionStart, element.selectionEnd) };
    });
    const before = await field();
    assert.equal(before.id, "typing");
    assert.match(before.value, /184/);
    assert.equal(before.selected, before.value);
    await mirror.keys("End", "5");
    assert.equal((await field()).value, before.value + "5");
    assert.equal((await field()).selected, "");
    // Not a number: the error is the field's description.
    await mirror.type("Amount of the deal", "lots");
    await mirror.keys("Enter");
    assert.match(await mirror.outline(), /textbox "Amount of the deal" = "lots" invalid \(.+\)/);
    await mirror.focus("textbox", "Amount of the deal");
    assert.match(await mirror.outline(), /textbox "Amount of the deal" = "lots".* invalid \(.+\)/);
});

test("an aid that writes into the field all at once changes the program's text", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    await mirror.focus("textbox", "Title of the deal");
    await page.raw.evaluate(() => {
        const field = document.activeElement;
        field.value = "Routes by noon";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await mirror.settled();
    assert.equal((await page.state()).deal.title, "Routes by noon");
});

test("what an input method composes stands alone in the field, and joins its text when it is chosen", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    await mirror.focus("textbox", "Title of the deal");
    await mirror.keys("End");
    const cdp = await page.raw.context().newCDPSession(page.raw);
    const held = () => page.raw.evaluate(() => document.activeElement.value.replaceAll("\u200b", ""));
    const before = await held();
    await cdp.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", windowsVirtualKeyCode: 229 });
    await cdp.send("Input.imeSetComposition", { text: "日本", selectionStart: 2, selectionEnd: 2 });
    assert.equal(await held(), "日本");
    await cdp.send("Input.insertText", { text: "日本" });
    await cdp.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Process", windowsVirtualKeyCode: 229 });
    await mirror.settled();
    assert.equal((await page.state()).deal.title, before + "日本");
    assert.equal(await held(), before + "日本");
});

test("what is scrolled away is there, and comes into view when it is reached or pressed", async (t) => {
    const { page, mirror } = await openBrightwater(t, { context: { viewport: { width: 900, height: 500 } } });
    assert.equal(await page.find("Whole log"), undefined, "it is not on the screen");
    await mirror.focus("link", "Whole log");
    const { rect } = await page.see("Whole log");
    assert.ok(rect[1] >= 0 && rect[1] + rect[3] <= 500);
    await mirror.press("link", "Whole log");
    assert.ok(await mirror.has("textbox", "Search the log"));
});

test("what has the focus lies where it is drawn, for magnifiers that follow it", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    for (const step of [1, 2, 3]) {
        for (let i = 0; i < step; ++i) await mirror.keys("Tab");
        const place = await page.raw.evaluate(() => {
            const { x, y, width, height } = document.activeElement.getBoundingClientRect();
            return [x, y, width, height].map(Math.round);
        });
        const { rect, role } = (await page.items()).find((item) => item.focused);
        if (role !== "field") assert.deepEqual(place, rect);
    }
    assert.equal(await page.raw.evaluate(() => document.querySelectorAll("#mirror [style*=fixed]").length), 1, "only that");
});

test("a dialog takes the focus, hides the page below, and gives the focus back", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    await mirror.focus("button", "Log");
    await mirror.keys("Enter");
    assert.ok(await mirror.has("dialog", "Log an interaction"));
    assert.equal(await mirror.has("button", "Copy wording"), false, "the page cannot be reached");
    assert.match(await mirror.focused(), /^textbox/);
    for (let step = 0; step < 30; ++step) {
        await mirror.keys("Tab");
        const inside = await page.raw.evaluate(() => document.activeElement.id === "typing" || document.activeElement.closest("[role=dialog]") !== null);
        assert.ok(inside, `after ${step + 1} times Tab the focus is in the dialog`);
    }
    await mirror.press("button", "Close");
    assert.equal(await mirror.has("dialog", "Log an interaction"), false);
    assert.equal(await mirror.focused(), 'button "Log"');
});

test("a message is put into a region that was there before, so that it is spoken", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    await page.raw.evaluate(() => {
        window.spoken = [];
        const regions = document.querySelectorAll("#mirror [role=status]");
        new MutationObserver(() => window.spoken.push([...regions].map((region) => region.textContent).join("|"))).observe(document.getElementById("mirror"), {
            childList: true,
            characterData: true,
            subtree: true,
        });
        window.regions = [...regions];
    });
    await mirror.press("button", "Mark as asked");
    const spoken = await page.raw.evaluate(() => window.spoken.at(-1) ?? "");
    assert.match(spoken, /asked/i);
    assert.ok(await page.raw.evaluate(() => window.regions.every((region) => region.isConnected)));
});

test("options of a list are chosen in the mirror", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    await mirror.press("button", "Details");
    await mirror.press("combobox", "Currency");
    assert.ok(await mirror.has("listbox", "Currency"));
    await mirror.press("option", /USD/);
    assert.equal((await page.state()).deal.amount.currency, "USD");
});

test("while a list is open, the field says which entry the arrow keys have come to", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    const chosen = () =>
        page.raw.evaluate(() => {
            const field = document.activeElement;
            return document.getElementById(field.getAttribute("aria-activedescendant"))?.textContent;
        });
    await mirror.keys("Control+k");
    assert.equal(await chosen(), "Log an interaction");
    await mirror.type("Search or run", "theme");
    await mirror.keys("ArrowDown");
    assert.equal(await chosen(), "Dark theme");
    await mirror.keys("Escape");
    await mirror.press("button", "Details");
    await mirror.focus("combobox", "Currency");
    await mirror.keys("Enter", "ArrowDown");
    const first = await chosen();
    await mirror.keys("ArrowDown");
    assert.ok(first && (await chosen()) && first !== (await chosen()), `${first}, then ${await chosen()}`);
});

test("switches, checkboxes and radios say and change their state", async (t) => {
    const { mirror } = await openBrightwater(t);
    await mirror.press("link", "Forecast");
    await mirror.press("switch", "Invest is kept today");
    assert.match(await mirror.outline(), /switch "Invest is kept today" checked/);
    await mirror.press("link", "Share");
    await mirror.press("radio", "Internal");
    assert.match(await mirror.outline(), /radio "Internal" checked/);
});

test("no frame and no change while nothing happens", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    await page.raw.waitForTimeout(1500); // until the pointer's last look
    await mirror.settled();
    await page.raw.evaluate(() => {
        window.changes = 0;
        new MutationObserver((all) => (window.changes += all.length)).observe(document.body, { childList: true, characterData: true, attributes: true, subtree: true });
    });
    const before = await page.frames();
    await page.raw.waitForTimeout(1500);
    assert.equal(await page.frames(), before);
    assert.equal(await page.raw.evaluate(() => window.changes), 0);
});

test("only what changed is changed", async (t) => {
    const { page, mirror } = await openBrightwater(t);
    const count = () => page.raw.evaluate(() => document.querySelectorAll("#mirror *").length);
    assert.ok((await count()) > 100);
    await page.raw.evaluate(() => {
        for (const element of document.querySelectorAll("#mirror *")) element.known = true;
    });
    await mirror.press("button", "Not now"); // shows the next of the asks
    const fresh = await page.raw.evaluate(() => [...document.querySelectorAll("#mirror *")].filter((element) => !element.known).length);
    assert.ok(fresh > 0 && fresh < (await count()) / 3, `${fresh} of ${await count()} elements are new`);
});
