// Any script and emoji: drawn with the user's own fonts as the browser draws them, typed in with the browser's own caret.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { account, longArabic, longJapanese, openScripts, texts, title } from "./support/any_script.mjs";
import { onPhone } from "./support/finger.mjs";
import { openPage } from "./support/page.mjs";
import { findText } from "./support/pixels.mjs";

const sharp = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 };
const tall = { ...sharp, viewport: { width: 1280, height: 1300 } };
const openDeal = (page) => page.click(new RegExp(account), { role: "row" });
// What is drawn is white on nothing there and tinted here: some rounding.
const same = 0.06;
// In a Han letter's picture, some of the letter beside it is seen.
const nearlySame = 0.12;

async function isDrawn(page, text, area, { em = 13, ...more } = {}) {
    const ratio = await page.raw.evaluate(() => devicePixelRatio);
    const png = await page.raw.screenshot();
    let found = { difference: 1 };
    for (const size of [em].flat()) {
        const now = await findText(page, png, area.map((value) => value * ratio), { text, em: size * ratio, ...more });
        if (now.difference < found.difference) found = now;
    }
    const limit = [...text].length === 1 ? nearlySame : same;
    assert.ok(found.difference < limit, `${text} is drawn as the browser draws it: ${JSON.stringify(found)}`);
    return found;
}
const whole = (page) => {
    const { width, height } = page.raw.viewportSize();
    return [0, 0, width, height];
};

for (const render of ["cpu", "gl"]) {
    for (const deviceScaleFactor of [1, 1.25, 2]) {
        test(`names in ten scripts and emoji are drawn as the browser draws them, with ${render} at a ratio of ${deviceScaleFactor}`, async (t) => {
            const page = await openScripts(t, { context: { ...tall, deviceScaleFactor }, render });
            await openDeal(page);
            await page.press("3");
            await page.raw.mouse.move(5, 5);
            await page.settled();
            for (const script of ["arabic", "hebrew", "hindi", "thai"]) {
                const row = await page.see(new RegExp(texts[script]), { role: "row" });
                await isDrawn(page, texts[script], [row.rect[0], row.rect[1], Math.min(420, row.rect[2]), row.rect[3]]);
            }
            // Letter by letter, so one of them.
            for (const script of ["japanese", "chinese", "korean", "greek", "russian"]) {
                const row = await page.see(new RegExp(texts[script]), { role: "row" });
                for (const letter of new Set(texts[script].replaceAll(" ", "").slice(0, 4))) {
                    await isDrawn(page, letter, [row.rect[0], row.rect[1], Math.min(420, row.rect[2]), row.rect[3]]);
                }
            }
            const row = await page.see(new RegExp("Zoë"), { role: "row" });
            await isColored(page, row.rect);
        });
    }
}

// Emoji have colours that neither the text nor the ground has.
async function isColored(page, rect) {
    const ratio = await page.raw.evaluate(() => devicePixelRatio);
    const png = await page.raw.screenshot();
    const found = await page.raw.evaluate(
        async ({ png, area }) => {
            const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
            const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const context = document.createElement("canvas").getContext("2d");
            context.canvas.width = image.width;
            context.canvas.height = image.height;
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(...area);
            let colored = 0;
            for (let i = 0; i < data.length; i += 4) {
                if (Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 90) ++colored;
            }
            return colored;
        },
        { png: png.toString("base64"), area: [rect[0], rect[1], Math.min(300, rect[2]), rect[3]].map((value) => Math.round(value * ratio)) },
    );
    assert.ok(found > 20, `${found} pixels of the emoji have colours`);
}

test("graph, log, brief and the mirror say and show every script", async (t) => {
    const page = await openScripts(t, { context: sharp });
    await openDeal(page);
    await isDrawn(page, account[0], [0, 0, 900, 60], { em: [15, 16] });
    await page.press("2");
    await isDrawn(page, "変", whole(page));
    await page.press("4");
    await page.reads(new RegExp(longJapanese.slice(0, 12)));
    await isDrawn(page, "来", whole(page), { em: [13, 15] });
    await page.raw.waitForFunction((text) => document.getElementById("mirror").textContent.includes(text), longArabic);
    const mirror = await page.raw.evaluate(() => document.getElementById("mirror").textContent);
    for (const text of [texts.hindi, texts.thai, longJapanese]) assert.ok(mirror.includes(text), text);
});

test("a Japanese user gets Japanese shapes of Han letters, a Chinese one Chinese", async (t) => {
    for (const [locale, lang, other] of [["ja-JP", "ja", "zh-CN"], ["zh-CN", "zh-CN", "ja"]]) {
        const page = await openPage(t, undefined, { context: { ...sharp, deviceScaleFactor: 2, locale } });
        await page.press("n");
        await page.type("直骨");
        const { rect } = await page.see("Account", { role: "field" });
        const look = async (language) => (await findText(page, await page.raw.screenshot(), rect.map((value) => value * 2), { text: "直", em: 26, lang: language })).difference;
        assert.ok((await look(lang)) < same, locale);
        assert.ok((await look(other)) > same, `${locale}: not as in ${other}`);
    }
});

test("on a phone a Japanese customer is read, cut with an ellipsis where there is no room", async (t) => {
    const page = await openScripts(t, { context: { ...onPhone, deviceScaleFactor: 2 } });
    const words = await page.words();
    assert.match(words, new RegExp(account));
    await isDrawn(page, "株", whole(page), { em: [12, 13, 15, 20] });
});

// A page with the caret in "Account", and how the page's own field looks there.
async function openField(t, options = {}) {
    const page = await openPage(t, undefined, { context: sharp, ...options });
    const browser = await page.raw.context().newCDPSession(page.raw);
    await page.press("n");
    const insert = async (text) => {
        await browser.send("Input.insertText", { text });
        await page.settled();
    };
    const field = () =>
        page.raw.evaluate(() => {
            const own = document.getElementById("typing");
            const { color, backgroundColor, fontSize, direction, fontWeight } = getComputedStyle(own);
            const { left, top, width, height } = own.getBoundingClientRect();
            return { shown: own.classList.contains("shown"), value: own.value, begin: own.selectionStart, end: own.selectionEnd, color, backgroundColor, fontSize, fontWeight, direction, rect: [left, top, width, height] };
        });
    const value = async (label = "Account") => (await page.see(label, { role: "field" })).value;
    return { page, browser, insert, field, value };
}

test("Arabic is typed in the browser's own field, in the program's place, size and colours", async (t) => {
    const { page, insert, field, value } = await openField(t);
    await page.type("Acme ");
    assert.equal((await field()).shown, false, "Latin needs no other field");
    await page.press("Control+a");
    await insert("محمد");
    const shown = await field();
    assert.equal(shown.shown, true);
    assert.equal(shown.value, "محمد");
    assert.equal(shown.direction, "rtl");
    assert.equal(shown.color, "rgb(27, 28, 31)");
    assert.equal(shown.backgroundColor, "rgb(255, 255, 255)");
    assert.equal(shown.fontSize, "13px");
    const { rect } = await page.see("Account", { role: "field" });
    assert.ok(shown.rect[0] >= rect[0] && shown.rect[1] >= rect[1] && shown.rect[0] + shown.rect[2] <= rect[0] + rect[2] && shown.rect[1] + shown.rect[3] <= rect[1] + rect[3], JSON.stringify([shown.rect, rect]));
    assert.ok(shown.rect[2] > rect[2] - 30, "as wide as the field");
    for (const letter of " الأحمد") await page.raw.keyboard.insertText(letter);
    await page.settled();
    assert.equal(await value(), "محمد الأحمد");
    assert.equal((await field()).value, "محمد الأحمد");
    // What keys do to the text is the browser's.
    await page.press("Home", "Delete", "Delete");
    assert.equal(await value(), "مد الأحمد");
    assert.equal((await field()).begin, 0);
    await page.raw.keyboard.insertText("أح");
    await page.settled();
    assert.equal(await value(), "أحمد الأحمد");
    assert.equal((await field()).begin, 2, "the caret stays where it is");
    await page.press("Control+z");
    assert.ok(["مد الأحمد", "محمد الأحمد"].includes(await value()), "the browser takes back one step, however long that is for it");
    assert.equal((await field()).value, await value());
    await page.press("Control+a", "Backspace");
    assert.equal(await value(), "");
    await page.type("Acme");
    assert.equal(await value(), "Acme");
    await page.press("Tab");
    assert.equal((await field()).shown, false, "it goes with the caret");
    await page.type("Pilot");
    assert.equal(await value("Title"), "Pilot");
    assert.equal(await value(), "Acme");
});

test("Enter, Escape and Tab do in that field what they do in every other", async (t) => {
    const { page, insert, field } = await openField(t);
    await insert("שלום בע״מ");
    await page.press("Tab");
    await insert("विकास योजना");
    assert.equal((await field()).shown, true);
    await page.press("Enter");
    await page.see(/^Started/);
    const { deal } = await page.state();
    assert.equal(deal.account, "שלום בע״מ");
    assert.equal(deal.title, "विकास योजना");
    assert.equal((await field()).shown, false);
    await page.press("n");
    await insert("สวัสดี");
    await page.press("Escape");
    await page.press("Escape");
    await page.gone("New deal", { role: "dialog" });
    assert.equal((await field()).shown, false);
});

test("emoji with joiners, skin colours and flags are typed and deleted as one", async (t) => {
    const { page, insert, field, value } = await openField(t);
    await insert("👨‍👩‍👧‍👦👍🏽🇯🇵");
    assert.equal(await value(), "👨‍👩‍👧‍👦👍🏽🇯🇵");
    assert.equal((await field()).shown, true);
    await page.press("Backspace");
    assert.equal(await value(), "👨‍👩‍👧‍👦👍🏽");
});

test("Devanagari by an input method arrives when it is chosen", async (t) => {
    const { page, browser, insert, value } = await openField(t);
    await insert("सुनीता ");
    for (const text of ["श", "शर", "शर्म"]) {
        await browser.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
        await page.settled();
        assert.equal(await value(), "सुनीता ", "what is being composed is not text yet");
    }
    await insert("शर्मा");
    assert.equal(await value(), "सुनीता शर्मा");
});

test("what does not fit is left out of that field, too", async (t) => {
    const { page, insert, field, value } = await openField(t);
    await insert("א".repeat(300));
    const kept = await value();
    assert.ok(kept.length < 300);
    assert.equal((await field()).value, kept);
    await page.reads(/at most/);
});

test("several lines are typed in that field, and wrapped", async (t) => {
    const page = await openScripts(t, { context: sharp });
    await openDeal(page);
    await page.press("l");
    await page.click("In a line", { role: "field" });
    await page.raw.keyboard.insertText(longArabic);
    await page.settled();
    const own = await page.raw.evaluate(() => {
        const field = document.getElementById("typing");
        return { classes: field.className, value: field.value, lines: field.scrollHeight };
    });
    assert.match(own.classes, /shown/);
    assert.match(own.classes, /lines/);
    assert.equal(own.value, longArabic);
    assert.equal((await page.see("In a line", { role: "field" })).value, longArabic);
    await page.press("Shift+Enter");
    await page.raw.keyboard.insertText("ثانيا");
    await page.settled();
    assert.equal((await page.see("In a line", { role: "field" })).value, `${longArabic}\nثانيا`);
});

for (const [name, refuse] of [
    ["gives noise for what was drawn", () => {
        const real = CanvasRenderingContext2D.prototype.getImageData;
        CanvasRenderingContext2D.prototype.getImageData = function (...values) {
            const image = real.apply(this, values);
            for (let i = 0; i < image.data.length; ++i) image.data[i] = (i * 7919) % 256;
            return image;
        };
    }],
    ["refuses to say what was drawn", () => {
        CanvasRenderingContext2D.prototype.getImageData = () => {
            throw new DOMException("The operation is insecure.", "SecurityError");
        };
    }],
    ["has no second canvas", () => {
        const real = HTMLCanvasElement.prototype.getContext;
        HTMLCanvasElement.prototype.getContext = function (...values) {
            return this.id === "letters" ? null : real.apply(this, values);
        };
    }],
]) {
    test(`a browser that ${name}: boxes, and one message that says what to do`, async (t) => {
        const page = await openScripts(t, { context: { ...sharp, deviceScaleFactor: 0.5 }, before: (raw) => raw.addInitScript(refuse) });
        await page.reads(/does not let the page draw letters beyond Latin/);
        await page.reads(/reload the page/);
        assert.match(await page.words(), new RegExp(account), "the text is kept");
        const close = (await page.items()).filter((item) => /Dismiss|Close/.test(item.label))[0];
        if (close) await page.click(close.label);
        await openDeal(page);
        await page.press("3", "4");
        assert.doesNotMatch(await page.words(), /does not let the page draw/, "it is said once");
    });
}

test("who writes Latin never draws on that canvas", async (t) => {
    const page = await openPage(t, undefined, { context: sharp });
    await page.press("n");
    await page.type("Müller & Søn – Łódź, Nguyễn Thị Hằng €");
    assert.deepEqual(await page.raw.evaluate(() => [document.getElementById("letters").width, document.getElementById("letters").height]), [300, 150], "as it was made");
});

test("a picture that is saved has the letters, too", async (t) => {
    const page = await openScripts(t, { context: sharp });
    await openDeal(page);
    await page.press("3");
    const [download] = await Promise.all([page.raw.waitForEvent("download"), page.click("Save the map as a picture")]);
    const png = await readFile(await download.path());
    const size = [png.readUInt32BE(16), png.readUInt32BE(20)];
    for (const text of [texts.hebrew, texts.thai]) {
        let best = { difference: 1 };
        for (const em of [12, 13, 24, 26]) {
            const found = await findText(page, png, [0, 0, ...size], { text, em });
            if (found.difference < best.difference) best = { ...found, em };
        }
        assert.ok(best.difference < nearlySame, `${text}: ${JSON.stringify(best)}`); // lines of the map run behind it
    }
});

test("what is printed has every script, in the browser's own fonts", async (t) => {
    const page = await openScripts(t, { context: sharp });
    await openDeal(page);
    await page.press("b");
    const paper = await page.raw.evaluate(() => {
        dispatchEvent(new Event("beforeprint"));
        const text = document.querySelector("#paper:not([hidden])")?.textContent ?? "";
        dispatchEvent(new Event("afterprint"));
        return text;
    });
    assert.ok(paper.includes(account), paper.slice(0, 200));
    assert.ok(!paper.includes("?".repeat(3)) && !paper.includes("\ufffd"));
});

test("a deal in every script goes into a link and comes back", async (t) => {
    const page = await openScripts(t, { context: { ...sharp, permissions: ["clipboard-read", "clipboard-write"] } });
    await openDeal(page);
    await page.press("5");
    await page.click("Internal", { role: "radio" });
    await page.click("Copy link");
    const link = await page.raw.evaluate(() => navigator.clipboard.readText());
    const other = await openPage(t, `?today=2026-06-16${new URL(link).hash}`, { context: sharp });
    await other.reads(new RegExp(account));
    const { deal } = await page.state();
    assert.equal(deal.title, title);
    assert.deepEqual(deal.stakeholders.map(({ name }) => name), Object.values(texts));
});
