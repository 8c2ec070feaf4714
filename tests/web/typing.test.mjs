// What is typed arrives once, whatever wrote it: keys, dead keys, input methods, screen keyboards.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startDeal } from "./support/deal.mjs";
import { openPage } from "./support/page.mjs";

const value = async (page, label = "Account") => (await page.see(label, { role: "field" })).value;
const focused = (page) => page.raw.evaluate(() => document.activeElement.id || document.activeElement.localName);

// A page with the caret in the field "Account", and the browser's own way to send keys and compositions.
async function openField(t) {
    const page = await openPage(t);
    const browser = await page.raw.context().newCDPSession(page.raw);
    await page.press("n");
    return {
        page,
        compose: async (text) => {
            await browser.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
            await page.settled();
        },
        // As a screen keyboard does: text without a key.
        insert: async (text) => {
            await browser.send("Input.insertText", { text });
            await page.settled();
        },
        key: async (type, values) => {
            await browser.send("Input.dispatchKeyEvent", { type, ...values });
            if (type === "keyUp") await page.settled(); // while a key is down, frames are drawn: it may repeat
        },
    };
}

test("letters, digits, marks and spaces arrive as they are typed", async (t) => {
    const { page } = await openField(t);
    const text = "The quick brown fox, 12 % \"of\" it; a+b=c? #1 [x] {y} ~z ^ | \\ /";
    await page.raw.keyboard.type(text); // as fast as the browser takes them
    await page.settled();
    assert.equal(await value(page), text);
});

test("a dead key and its letter give one letter (Windows, Linux)", async (t) => {
    const { page, key } = await openField(t);
    await page.type("caf");
    await key("rawKeyDown", { key: "Dead", code: "Equal", windowsVirtualKeyCode: 187 });
    await key("keyUp", { key: "Dead", code: "Equal", windowsVirtualKeyCode: 187 });
    assert.equal(await value(page), "caf");
    await key("keyDown", { key: "é", code: "KeyE", windowsVirtualKeyCode: 69, text: "é" });
    await key("keyUp", { key: "é", code: "KeyE", windowsVirtualKeyCode: 69 });
    await page.type("s");
    assert.equal(await value(page), "cafés");
});

test("a dead key that the system composes gives one letter (macOS)", async (t) => {
    const { page, compose, insert, key } = await openField(t);
    await page.type("caf");
    for (const step of [() => compose("´"), () => insert("é")]) {
        await key("rawKeyDown", { key: "Dead", code: "KeyE", windowsVirtualKeyCode: 229 });
        await step();
        await key("keyUp", { key: "e", code: "KeyE", windowsVirtualKeyCode: 69 });
    }
    await page.type("s");
    assert.equal(await value(page), "cafés");
});

test("日本 by an input method arrives once, when it is chosen", async (t) => {
    const { page, compose, insert, key } = await openField(t);
    await page.type("to ");
    for (const text of ["n", "に", "にほ", "にほん", "日本"]) {
        await key("rawKeyDown", { key: "Process", code: "KeyN", windowsVirtualKeyCode: 229 });
        await compose(text);
        await key("keyUp", { key: "n", code: "KeyN", windowsVirtualKeyCode: 78 });
        assert.equal(await value(page), "to ", "what is being composed is not text yet");
    }
    await key("rawKeyDown", { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
    await insert("日本");
    await key("keyUp", { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13 });
    assert.equal(await value(page), "to 日本");
    await page.see("New deal", { role: "dialog" }); // Enter chose the word and did not create the deal
    await page.type("!");
    assert.equal(await value(page), "to 日本!");
});

test("a composition that is given up leaves nothing", async (t) => {
    const { page, compose } = await openField(t);
    await page.type("a");
    await compose("にほ");
    await compose("");
    await page.type("b");
    assert.equal(await value(page), "ab");
    assert.equal(await page.raw.evaluate(() => document.getElementById("typing").classList.contains("composing")), false);
});

test("the text being composed is seen at the caret, in the program's colours", async (t) => {
    const { page, compose } = await openField(t);
    const shown = () =>
        page.raw.evaluate(() => {
            const field = document.getElementById("typing");
            const { color, backgroundColor } = getComputedStyle(field);
            const { left, top, right, bottom } = field.getBoundingClientRect();
            return { color, backgroundColor, left, top, right, bottom };
        });
    assert.equal((await shown()).color, "rgba(0, 0, 0, 0)", "unseen while nothing is composed");
    const { rect } = await page.see("Account", { role: "field" });
    await compose("日本");
    const atStart = await shown();
    assert.equal(atStart.color, "rgb(27, 28, 31)");
    assert.ok(atStart.top >= rect[1] - 4 && atStart.bottom <= rect[1] + rect[3] + 4, `in the line of the field: ${JSON.stringify([atStart, rect])}`);
    assert.ok(atStart.left >= rect[0] && atStart.left < rect[0] + 24, "at the start of the field");
    assert.ok(atStart.right - atStart.left > 20, "as wide as its text");
    await compose("");
    await page.type("Brightwater");
    await compose("日");
    assert.ok((await shown()).left > atStart.left + 50, "it follows the caret");
    await compose("");
    await page.press("Escape", "Escape", "Control+k");
    await page.type("dark theme");
    await page.press("Enter", "n");
    await compose("日");
    assert.equal((await shown()).color, "rgb(236, 236, 233)", "dark as the program, though the system is light");
});

test("a screen keyboard writes without keys, takes back, and ends a line", async (t) => {
    const { page, insert, key } = await openField(t);
    // Not one thing of this is a key the program could know.
    const unknown = { key: "Unidentified", code: "", windowsVirtualKeyCode: 229 };
    const backspace = async () => {
        await key("rawKeyDown", unknown);
        await page.raw.evaluate(() => document.execCommand("delete"));
        await key("keyUp", unknown);
    };
    for (const text of ["Bright", "water", " ", "x"]) {
        await key("rawKeyDown", unknown);
        await insert(text);
        await key("keyUp", unknown);
    }
    assert.equal(await value(page), "Brightwater x");
    await backspace();
    await backspace();
    assert.equal(await value(page), "Brightwater");
    await page.raw.evaluate(() => document.execCommand("insertLineBreak"));
    await page.settled();
    assert.match(JSON.stringify(await page.state()), /Brightwater/, "Enter created the deal");
});

test("a backspace without any key counts after real keys too, and one with a key counts once", async (t) => {
    const { page } = await openField(t);
    await page.type("abcd");
    await page.raw.evaluate(() => document.execCommand("delete")); // dictation
    await page.settled();
    assert.equal(await value(page), "abc");
    await page.press("Backspace");
    assert.equal(await value(page), "ab");
});

test("letters of the AltGr level arrive, and are no commands", async (t) => {
    const { page, insert } = await openField(t);
    for (const [letter, code] of [["@", "KeyQ"], ["€", "KeyE"], ["ł", "KeyL"], ["{", "Digit7"], ["¥", "KeyZ"]]) {
        // Windows tells Ctrl and Alt with it, and the browser's tools for tests cannot say AltGr.
        const taken = await page.raw.evaluate(
            ([key, place]) => {
                const at = document.activeElement;
                const values = { key, code: place, ctrlKey: true, altKey: true, modifierAltGraph: true, bubbles: true, cancelable: true };
                const event = new KeyboardEvent("keydown", values);
                at.dispatchEvent(event);
                at.dispatchEvent(new KeyboardEvent("keyup", values));
                return event.defaultPrevented;
            },
            [letter, code],
        );
        if (!taken) await insert(letter);
    }
    assert.equal(await value(page), "@€ł{¥");
});

test("emoji and letters beyond 16 bits arrive and are taken back whole", async (t) => {
    const { page, insert } = await openField(t);
    for (const text of ["👍", "👩‍🚀", "𝛼", "🇳🇴"]) await insert(text);
    assert.equal(await value(page), "👍👩‍🚀𝛼🇳🇴");
    await page.press("Home", "Delete");
    assert.equal(await value(page), "👩‍🚀𝛼🇳🇴");
});

test("several lines are typed with Shift+Enter, each once, and Enter keeps them", async (t) => {
    const page = await openPage(t);
    await startDeal(page);
    await page.press("l");
    await page.click("In a line");
    await page.type("one");
    await page.press("Shift+Enter");
    await page.type("two");
    await page.press("Shift+Enter", "Shift+Enter");
    await page.type("four");
    assert.equal(await value(page, "In a line"), "one\ntwo\n\nfour");
    await page.press("Enter");
    assert.equal(await value(page, "In a line"), "one\ntwo\n\nfour");
});

test("the hidden field has the focus only while a field of the program has the caret", async (t) => {
    const page = await openPage(t);
    assert.notEqual(await focused(page), "typing");
    await page.press("n");
    assert.equal(await focused(page), "typing");
    await page.press("Tab");
    assert.equal(await focused(page), "typing");
    await page.press("Escape", "Escape");
    assert.equal(await page.find("New deal", { role: "dialog" }), undefined);
    assert.notEqual(await focused(page), "typing");
    await page.click("Search deals", { role: "field" });
    assert.equal(await focused(page), "typing");
    await page.raw.mouse.click(700, 780);
    await page.settled();
    assert.notEqual(await focused(page), "typing");
});
