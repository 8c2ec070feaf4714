// How soon a colleague's page has what is edited on another: two pages of dist/ in Debian's Chromium, in one team of one and of three real servers on
// loopback. Run by tools/bench team as one of node's tests, since it drives pages as those do. One line of JSON per figure on stdout.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Servers, bucket } from "../tests/team/support/nats.mjs";
import { joined, rename } from "../tests/web/support/colleagues.mjs";
import { startDeal } from "../tests/web/support/deal.mjs";
import { startTeamHost } from "../tests/web/support/team.mjs";
import { print } from "./bench_browser.mjs";

const edits = Number(process.env.MIDDLEGROUND_TIMES ?? 40);

// On every page before it loads: when the last Enter was pressed, and when a deal last went to the servers or came from them. Pages of one machine have
// one clock.
const watch = (name) => {
    const seen = (window.seen = { enter: 0, sent: 0, came: 0 });
    const now = (window.now = () => performance.timeOrigin + performance.now());
    addEventListener("keydown", ({ key, timeStamp }) => key === "Enter" && (seen.enter = performance.timeOrigin + timeStamp), { capture: true });
    const holdsDeal = (data) => new TextDecoder("latin1").decode(data).includes(`$KV.${name}.`);
    window.WebSocket = class extends window.WebSocket {
        constructor(...given) {
            super(...given);
            this.addEventListener("message", ({ data }) => data instanceof ArrayBuffer && holdsDeal(data) && (seen.came = now()));
        }
        send(data) {
            if (typeof data !== "string" && holdsDeal(data)) seen.sent ||= now();
            super.send(data);
        }
    };
};

// When the page has the words, looked at in every frame.
const hasWords = (page, words) =>
    page.raw.evaluate(
        (text) =>
            new Promise((done) => {
                const look = () => (JSON.stringify(window.middleground.state().deal).includes(text) ? done({ ...window.seen, has: window.now() }) : requestAnimationFrame(look));
                look();
            }),
        words,
    );

// One in two is a title, one a line of the log.
async function edit(page, number) {
    const words = `Edit number ${number} of many`;
    if (number % 2 === 0) {
        await rename(page, words);
    } else {
        await page.press("l");
        await page.type(words);
        await page.press("Enter");
    }
    return words;
}

function printAll(name, times, goal) {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    print(`${name}, median`, Math.round(at(0.5)), "ms", goal);
    print(`${name}, 95 of 100`, Math.round(at(0.95)), "ms");
}

for (const nodes of [1, 3]) {
    test(`servers: ${nodes}`, async (t) => {
        const servers = await Servers.start(t, { nodes });
        const host = await startTeamHost(t, servers, bucket);
        const before = (raw) => raw.addInitScript(watch, bucket);
        const { page: lena } = await joined(t, host, "Lena", "lena", { before });
        const { page: otto } = await joined(t, host, "Otto", "otto", { before });
        await startDeal(lena, "Kestrel", "Pilot");
        await lena.press("5");
        await lena.click("Share with the team");
        await otto.press("0");
        await otto.click("Kestrel", { role: "row" });
        await lena.press("1");
        const quiet = [];
        const travel = [];
        const shown = [];
        const after = [];
        const all = [];
        for (let number = 0; number < edits; ++number) {
            await lena.raw.evaluate(() => (window.seen.sent = 0));
            const waiting = hasWords(otto, `Edit number ${number} of many`);
            await edit(lena, number);
            const there = await waiting;
            const here = await lena.raw.evaluate(() => window.seen);
            assert.ok(here.enter < here.sent && here.sent < there.came && there.came < there.has, JSON.stringify({ here, there }));
            quiet.push(here.sent - here.enter);
            travel.push(there.came - here.sent);
            shown.push(there.has - there.came);
            after.push(there.has - here.sent);
            all.push(there.has - here.enter);
        }
        const on = nodes === 1 ? "two pages, one server" : `two pages, ${nodes} servers`;
        print(`${on}: edits`, edits, "");
        printAll(`${on}: from the edit to its sending (150 ms of it wait for more, by design)`, quiet);
        printAll(`${on}: from its sending to the colleague's page`, after);
        printAll(`${on}: of that, by way of the servers`, travel);
        printAll(`${on}: of that, opened, read, merged and shown`, shown);
        printAll(`${on}: from the edit until it is seen`, all, "<= 300 ms");
    });
}
