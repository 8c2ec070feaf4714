// Measures the page in dist/ in Debian's Chromium: node tools/bench_page.mjs DIST CROWDED.json
// One line of JSON per figure on stdout. First draw and idle are taken on fresh profiles over loopback.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { frames, median, metrics, on_fresh_profile, open_first_deal, press_item, press_key, print, served } from "./bench_browser.mjs";

const [dist, crowded_file] = process.argv.slice(2);
function sizes() {
    for (const name of readdirSync(dist).sort()) {
        const path = join(dist, name);
        if (!statSync(path).isFile() || /\.(br|gz)$/.test(name)) {
            continue;
        }
        const bytes = readFileSync(path);
        print(`${name}, raw`, bytes.length, "bytes");
        print(`${name}, brotli`, brotliCompressSync(bytes).length, "bytes");
    }
}

// What the browser takes from the server until the program stands there, headings of the answers not counted.
async function first_visit(url) {
    await on_fresh_profile(async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send("Network.enable");
        let bytes = 0;
        let count = 0;
        session.on("Network.dataReceived", ({ encodedDataLength }) => (bytes += encodedDataLength));
        session.on("Network.loadingFinished", () => ++count);
        await page.goto(url);
        await page.waitForFunction(() => window.middleground?.frames?.() > 0);
        await page.waitForTimeout(2000);
        print("first visit, files", count, "files");
        print("first visit, downloaded", bytes, "bytes", "<= 500,000");
    });
}

// The browser's own share: it starts its graphics when a page first asks for them, which takes longest without a graphics card.
const note_first_draw = () => {
    const make = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (...values) {
        const start = performance.now();
        const context = make.apply(this, values);
        window.first_context ??= performance.now() - start;
        return context;
    };
    const look = () => {
        if (window.middleground?.frames?.() > 0) {
            window.first_draw = performance.now();
        } else {
            requestAnimationFrame(look);
        }
    };
    requestAnimationFrame(look);
};

async function first_draw(url) {
    return on_fresh_profile(async (page) => {
        await page.addInitScript(note_first_draw);
        await page.goto(url);
        await page.waitForFunction(() => window.first_draw > 0);
        return page.evaluate(() => ({ draw: window.first_draw, context: window.first_context }));
    });
}

const settled = (page) => page.waitForTimeout(12000); // the toast is gone and the loop sleeps

async function idle(url) {
    await on_fresh_profile(async (page) => {
        await page.goto(url);
        await page.waitForFunction(() => window.middleground?.frames?.() > 0);
        await settled(page);
        const session = await page.context().newCDPSession(page);
        await session.send("Performance.enable");
        const before = await metrics(session);
        const frames_before = await frames(page);
        await page.waitForTimeout(10000);
        const after = await metrics(session);
        print("frames while idle for 10 s", (await frames(page)) - frames_before, "frames", "0");
        print("main thread while idle", ((after.TaskDuration - before.TaskDuration) / 10) * 100, "%", "< 0.1");
    });
}

async function crowded(url) {
    const text = readFileSync(crowded_file, "utf8");
    const key = `middleground/deal/${JSON.parse(text).deal.id}`;
    await on_fresh_profile(async (page) => {
        await page.addInitScript(([key, value]) => localStorage.getItem(key) ?? localStorage.setItem(key, value), [key, text]);
        // The mirror for screen readers is the only work that waits for the page to be idle.
        await page.addInitScript(() => {
            window.mirrored = [];
            const own = window.requestIdleCallback.bind(window);
            const timed = (work) => (deadline) => {
                const start = performance.now();
                work(deadline);
                window.mirrored.push(performance.now() - start);
            };
            window.requestIdleCallback = (work, options) => own(timed(work), options);
        });
        await page.goto(`${url}?today=2026-06-16`);
        await page.waitForFunction(() => window.middleground?.frames?.() > 0);
        const session = await page.context().newCDPSession(page);
        await session.send("Performance.enable");
        await open_first_deal(page);
        const { deal } = await page.evaluate(() => window.middleground.state());
        for (const what of ["stakeholders", "commitments", "interactions"]) print(`crowded deal, ${what}`, deal[what].length, "");
        for (const [key, name] of [["1", "Deal"], ["2", "Commitments"], ["3", "People"], ["4", "Log"]]) {
            await page.evaluate(() => (window.mirrored.length = 0));
            await page.keyboard.press(key);
            await page.waitForTimeout(500);
            print(`mirror of the crowded deal, ${name}, made anew`, await page.evaluate(() => Math.max(...window.mirrored)), "ms", "<= 50");
            const before = await metrics(session);
            const start = await frames(page);
            for (let i = 0; i < 120; ++i) {
                await page.mouse.move(400 + i * 4, 300 + (i % 40) * 8);
            }
            await page.waitForTimeout(200);
            const after = await metrics(session);
            const count = (await frames(page)) - start;
            print(`frame with the crowded deal, ${name}`, ((after.ScriptDuration - before.ScriptDuration) / count) * 1000, "ms", "<= 8");
        }
        await press_key(page, "1");
        await save(page, key, "save of the crowded deal");
    });
}

// Lean deals, as an import leaves them.
const many = 5000;
function store_many(count) {
    const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    for (let at = 0; at < count && localStorage.length < count; ++at) {
        const id = "d" + [4, 3, 2, 1, 0].map((place) => alphabet[Math.floor(at / 32 ** place) % 32]).join("");
        const deal = { id, title: `Deal ${at}`, account: `Account ${at}`, amount: { minor: 100000 + at, currency: "EUR" }, opened: "2026-05-01" };
        localStorage.setItem(`middleground/deal/${id}`, JSON.stringify({ middleground: 1, deal }));
    }
}

async function many_deals(url) {
    await on_fresh_profile(async (page) => {
        await page.addInitScript(store_many, many);
        await page.addInitScript(note_first_draw);
        await page.goto(`${url}?today=2026-06-16`);
        await page.waitForFunction(() => window.first_draw > 0);
        print(`first draw with ${many} deals`, await page.evaluate(() => window.first_draw), "ms");
        const session = await page.context().newCDPSession(page);
        await session.send("Performance.enable");
        await settled(page);
        const per_frame = async (name, act) => {
            const before = await metrics(session);
            const start = await frames(page);
            await act();
            await page.waitForTimeout(300);
            const after = await metrics(session);
            const count = (await frames(page)) - start;
            print(`frame with ${many} deals, ${name}`, ((after.ScriptDuration - before.ScriptDuration) / count) * 1000, "ms", "<= 8");
        };
        await page.mouse.move(700, 500);
        await per_frame("scrolling", async () => {
            for (let i = 0; i < 100; ++i) await page.mouse.wheel(0, 300);
        });
        await page.mouse.wheel(0, -1e7);
        await page.waitForTimeout(500);
        await press_item(page, "^Search deals$");
        await per_frame("filtering by typing", async () => {
            for (const letter of "account 4321") await page.keyboard.type(letter);
        });
    });
}

// A hidden page handles its input and saves at once: with a change, less the same without one.
async function save(page, key, name) {
    const flush = () =>
        page.evaluate(() => {
            const start = performance.now();
            window.dispatchEvent(new Event("pagehide"));
            return performance.now() - start;
        });
    const stored = () => page.evaluate((key) => localStorage.getItem(key), key);
    await press_item(page, "^Mark as |^Mark deal");
    const times = [];
    for (let i = 0; i < 7; ++i) {
        const before = await stored();
        await page.keyboard.press(i % 2 === 0 ? "Control+z" : "Control+y");
        const with_change = await flush();
        if ((await stored()) === before) throw new Error("nothing was saved");
        times.push(with_change - (await flush()));
    }
    print(`${name}, ${Math.round((await stored()).length / 1000)} KB`, median(times), "ms", "< 5");
}

async function usual_save(url) {
    await on_fresh_profile(async (page) => {
        await page.goto(`${url}?today=2026-06-16&seed=1`);
        await page.waitForFunction(() => window.middleground?.frames?.() > 0);
        await press_key(page, "0");
        await press_item(page, "^Brightwater Foods");
        const { deal } = await page.evaluate(() => window.middleground.state());
        await save(page, `middleground/deal/${deal.id}`, "save of a sample deal");
    });
}

sizes();
const server = await served(dist);
try {
    await first_visit(server.url);
    const draws = [];
    for (let i = 0; i < 7; ++i) {
        draws.push(await first_draw(server.url));
    }
    print("first draw, median of 7", median(draws.map(({ draw }) => draw)), "ms", "<= 400");
    print("of it, the browser makes its first graphics context", median(draws.map(({ context }) => context)), "ms");
    await idle(server.url);
    await crowded(server.url);
    await usual_save(server.url);
    await many_deals(server.url);
} finally {
    server.stop();
}
