// The three ways to work with the program: a mouse, the keyboard alone, a finger alone. A story is told once and done by any of them.
//   press(label)          a button, a row, a choice
//   write(label, text)    replaces what a field holds and keeps it
//   pick(label, option)   one of a list that a control opens
//   go(page)              to a page of the deal, or "Deals"
//   command(name)         "New deal", "Log an interaction", "Close this deal as won"
import assert from "node:assert/strict";
import * as touch from "./finger.mjs";

const endings = { "Close this deal as won": "Won", "Close this deal as lost": "Lost", "Close this deal without a decision": "No decision" };
const pages = { Deal: "1", Commitments: "2", People: "3", Log: "4", Share: "5", Forecast: "f", Brief: "b", Deals: "0" };

// Where the words of a control stand may change while a list opens over it: the last one of that label lies on top.
async function last(page, label, role) {
    const same = (await page.items()).filter((item) => item.label === label && (!role || item.role === role));
    return same.length - 1;
}

export class Mouse {
    static options = {};
    constructor(page) {
        this.page = page;
    }
    // What is further up or down in the panel at the right is brought into view with the wheel; a last turn lifts it off the edge.
    async reveal(label, options) {
        if (await this.page.find(label, options)) return;
        const { width, height } = this.page.raw.viewportSize();
        await this.page.raw.mouse.move(width * 0.85, height * 0.6);
        await this.page.raw.mouse.wheel(0, -1e5);
        await this.page.settled();
        if (await this.page.find(label, options)) return;
        for (let turn = 0, found = false; turn < 30 && !found; ++turn) {
            found = await this.page.find(label, options);
            await this.page.raw.mouse.wheel(0, 200);
            await this.page.settled();
        }
    }
    async press(label, options) {
        await this.reveal(label, options);
        await this.page.click(label, options);
    }
    async write(label, text, { keep = true, ...options } = {}) {
        await this.reveal(label, { role: "field", ...options });
        await this.page.fill(label, text, { role: "field", ...options });
        if (keep) await this.page.press("Enter");
    }
    async command(name) {
        if (name === "New deal") await this.page.click("New deal");
        else if (name === "Log an interaction") await this.page.click(/^Log(, draft)?$/, { role: "button" });
        else {
            await this.openDetails();
            await this.page.click(endings[name], { role: "button" });
        }
    }
    openDetails = async () => (await this.page.find("Deal details", { role: "heading" })) || (await this.page.click("Details", { role: "button" }));
    closeDetails = () => this.page.click("Close the details");
    save = () => this.page.click("Keep");
    async pick(label, option, options) {
        await this.page.click(label, options);
        await this.page.click(option, { role: "option", nth: Math.max(0, await last(this.page, option, "option")) });
    }
    async go(name) {
        await this.page.click(name, { role: "link" });
    }
}

export class Finger {
    static options = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
    constructor(page) {
        this.page = page;
    }
    async press(label, options) {
        await touch.tap(this.page, label, options);
    }
    // The screen keyboard's letters come as text, its Enter as a key; what stood there is taken away letter by letter.
    async write(label, text, { keep = true, ...options } = {}) {
        await touch.tap(this.page, label, { role: "field", ...options });
        if (await this.page.find("Type instead")) await touch.tap(this.page, "Type instead");
        const before = (await this.page.find(label, { role: "field", ...options }))?.value ?? "";
        await this.page.press("End");
        for (let letter = 0; letter < before.length; ++letter) await this.page.raw.keyboard.press("Backspace");
        await this.page.raw.keyboard.insertText(text);
        await this.page.settled();
        if (keep) await this.page.press("Enter");
    }
    async command(name) {
        if (name === "New deal") await touch.tap(this.page, "New deal");
        else if (name === "Log an interaction") {
            await this.go("Log");
            await touch.tap(this.page, /^(Log an interaction|Log|Log, draft)$/, { role: "button" });
        } else {
            await this.openDetails();
            await touch.tap(this.page, endings[name], { role: "button" });
        }
    }
    openDetails = async () => (await this.page.find("Deal details", { role: "dialog" })) || (await touch.tap(this.page, "Details", { role: "button" }));
    closeDetails = () => touch.tap(this.page, "Close");
    save = () => touch.tap(this.page, "Keep");
    async pick(label, option, options) {
        await touch.tap(this.page, label, options);
        await touch.tap(this.page, option, { role: "option", nth: Math.max(0, await last(this.page, option, "option")) });
    }
    async go(name) {
        if (name === "Deals") return touch.tap(this.page, "Back to deals");
        const tab = name === "Commitments" ? "Plan" : name;
        if (await this.page.find(tab, { role: "link" })) return touch.tap(this.page, tab, { role: "link" });
        await touch.tap(this.page, "More", { role: "link" });
        await touch.tap(this.page, name);
    }
}

export class Keyboard {
    static options = {};
    constructor(page) {
        this.page = page;
    }
    // Tab goes round the page; each stop is named by the item that has the focus.
    async reach(label, { role, nth = 0 } = {}) {
        const named = (item) => item.label === label && (!role || item.role === role);
        const passed = [];
        for (let turn = 0; turn < 150; ++turn) {
            const items = await this.page.items();
            const wanted = items.filter(named)[nth];
            if (wanted?.focused) return;
            passed.push(items.filter((item) => item.focused).at(-1)?.label ?? "nothing");
            await this.page.press("Tab");
        }
        assert.fail(`Tab does not reach ${label}, but ${[...new Set(passed)].join(", ")}`);
    }
    async press(label, options) {
        await this.reach(label, options);
        await this.page.press("Enter");
    }
    async write(label, text, { keep = true, ...options } = {}) {
        await this.reach(label, { role: "field", ...options });
        await this.page.press("Control+a");
        await this.page.type(text);
        if (keep) await this.page.press("Enter");
    }
    async command(name) {
        await this.page.press("Escape", "Escape"); // out of a field
        const keys = { "New deal": "n", "Log an interaction": "l" };
        if (keys[name]) return this.page.press(keys[name]);
        await this.page.press("Control+k");
        await this.page.type(name);
        await this.page.press("Enter");
    }
    openDetails = () => this.page.press("Escape", "Escape", "d");
    closeDetails = () => this.page.press("Escape", "Escape");
    save = () => this.page.press("Control+Enter");
    async pick(label, option, options) {
        await this.reach(label, options);
        await this.page.press("Enter");
        for (let turn = 0; turn < 60; ++turn) {
            if ((await this.page.find(option, { role: "option" }))?.focused) break;
            await this.page.type(option.slice(0, turn === 0 ? 4 : 0));
            if (turn > 0) await this.page.press("ArrowDown");
        }
        await this.page.press("Enter");
    }
    async go(name) {
        await this.page.press("Escape", "Escape");
        await this.page.press(pages[name]);
    }
}
