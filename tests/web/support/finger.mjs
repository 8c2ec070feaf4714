// One finger on the page, as real touch events: what a test does by finger alone it does with these. Everything is found by its label and
// brought into view by drags.
import assert from "node:assert/strict";
import { openPage } from "./page.mjs";

export const onPhone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const openPhone = (t, path, options = {}) => openPage(t, path, { ...options, context: { ...onPhone, ...options.context } });

const sessions = new WeakMap();
async function touch(page, type, points) {
    if (!sessions.has(page.raw)) sessions.set(page.raw, await page.raw.context().newCDPSession(page.raw));
    await sessions.get(page.raw).send("Input.dispatchTouchEvent", { type, touchPoints: points.map(({ x, y }, id) => ({ x, y, id })) });
}
const pause = (page, ms) => page.raw.waitForTimeout(ms);

// Puts the finger down and moves it; it stays on the screen until lift().
export async function slide(page, from, to, { steps = 6, pause_ms = 0 } = {}) {
    await touch(page, "touchStart", [from]);
    for (let step = 1; step <= steps; ++step) {
        const part = step / steps;
        if (pause_ms) await pause(page, pause_ms);
        await touch(page, "touchMove", [{ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }]);
    }
}
export const lift = (page) => touch(page, "touchEnd", []);

// Drags and lets the content rest where it was put.
export async function drag(page, from, to, options) {
    await slide(page, from, to, options);
    await pause(page, 150);
    await lift(page);
    await page.settled();
}
// Lets go while it moves: the content goes on by itself.
export async function fling(page, from, to) {
    await slide(page, from, to, { steps: 5, pause_ms: 16 });
    await lift(page);
}
export async function twoFingers(page, from, to) {
    const beside = (point) => ({ x: point.x + 80, y: point.y + 40 });
    await touch(page, "touchStart", [from]);
    await touch(page, "touchStart", [from, beside(from)]);
    for (const part of [0.3, 0.6, 1]) {
        const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
        await touch(page, "touchMove", [at, beside(at)]);
    }
    await touch(page, "touchEnd", []);
    await page.settled();
}
export async function tapAt(page, point) {
    await page.pauseBefore(point);
    await touch(page, "touchStart", [point]);
    await touch(page, "touchEnd", []);
    await page.settled();
    page.pressed(point);
}
export async function longPressAt(page, point) {
    await touch(page, "touchStart", [point]);
    await pause(page, 650);
    await touch(page, "touchEnd", []);
    await page.settled();
}

const middleOf = ({ rect: [x, y, width, height] }) => ({ x: x + width / 2, y: y + height / 2 });

// Where a finger scrolls: an open list, the uppermost dialog, or the page between its head and its tabs.
async function region(page) {
    const { width, height } = page.raw.viewportSize();
    const items = await page.items();
    const list = items.filter((item) => item.role === "option");
    if (list.length > 0) {
        const [first, last] = [list[0].rect, list.at(-1).rect];
        return { x: first[0] + first[2] / 2, top: first[1] + 4, bottom: last[1] + last[3] - 4 };
    }
    const dialog = items.filter((item) => item.role === "dialog").at(-1);
    if (!dialog) return { x: width / 2, top: height * 0.25, bottom: height * 0.8 };
    const [x, y, wide, high] = dialog.rect;
    return { x: x + wide / 2, top: Math.max(y + 20, y + high * 0.2), bottom: Math.min(y + high, height) - 20 };
}
const picture = (items) => items.map((item) => `${item.role} ${item.label} ${item.rect}`).join("\n");

// One drag as far as there is room; false when nothing moved.
export async function scroll(page, way) {
    const { x, top, bottom } = await region(page);
    const before = picture(await page.items());
    const [from, to] = way === "down" ? [bottom, top] : [top, bottom];
    await drag(page, { x, y: from }, { x, y: to });
    return picture(await page.items()) !== before;
}
// By throws, which are quicker.
export async function scrollToEnd(page, way) {
    for (let turn = 0; turn < 60; ++turn) {
        const { x, top, bottom } = await region(page);
        const before = picture(await page.items());
        const [from, to] = way === "down" ? [bottom, top] : [top, bottom];
        await slide(page, { x, y: from }, { x, y: to }, { steps: 4 });
        await lift(page);
        await page.settled();
        if (picture(await page.items()) === before) return;
    }
    assert.fail("the page has no end");
}

// Until the item stands on the screen with enough of it to be hit: downwards first, then from the top.
export async function scrollTo(page, label, options) {
    const { height } = page.raw.viewportSize();
    const stands = async () => {
        const item = await page.find(label, options);
        return item && item.rect[3] >= 16 && item.rect[1] + item.rect[3] <= height ? item : undefined;
    };
    let found = await stands();
    for (const way of ["down", "up"]) {
        for (let turn = 0; !found && turn < 60 && (await scroll(page, way)); ++turn) found = await stands();
    }
    return found ?? page.see(label, options);
}

export async function tap(page, label, options) {
    await tapAt(page, middleOf(await scrollTo(page, label, options)));
}
export async function longPress(page, label, options) {
    await longPressAt(page, middleOf(await scrollTo(page, label, options)));
}
// Taps into a field and types after what it holds, as a screen keyboard does.
export async function write(page, label, text, options) {
    await tap(page, label, options);
    assert.equal(await page.raw.evaluate(() => document.activeElement?.id), "typing", `${label} takes what is typed`);
    await page.raw.keyboard.insertText(text);
    await page.settled();
}
