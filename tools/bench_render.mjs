// Measures what frames cost in Debian's Chromium when the processor draws: node tools/bench_render.mjs DIST CROWDED.json
// Of each frame all that the program does: what Dear ImGui does for the page, its drawing, and putting it on the canvas. One line of JSON per
// figure on stdout.
import { readFileSync } from "node:fs";
import { median, on_fresh_profile, open_first_deal, press_key, print, served } from "./bench_browser.mjs";

const [dist, crowded_file] = process.argv.slice(2);

// The page's own way to a frame, to be called without waiting for the browser; and how many parts of a picture were put on the canvas.
const note_frames = () => {
    window.shown = 0;
    const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (call) => real((now) => (window.run_frame = call)(now));
    const put = CanvasRenderingContext2D.prototype.putImageData;
    CanvasRenderingContext2D.prototype.putImageData = function (...values) {
        ++window.shown;
        return put.apply(this, values);
    };
};

// Each of them is followed by a frame, in which something must be drawn.
const acts = {
    // As after a graphics card was lost: all of it.
    whole: () => document.getElementById("pixels").dispatchEvent(new Event("contextrestored")),
    scroll: (i) => {
        const how = { bubbles: true, cancelable: true, clientX: 700, clientY: 600, deltaMode: 0, deltaY: i % 40 < 20 ? 25 : -25 };
        document.getElementById("canvas").dispatchEvent(new WheelEvent("wheel", how));
    },
    letter: () => {
        const field = document.getElementById("typing");
        field.value += "a";
        field.dispatchEvent(new InputEvent("input", { data: "a", inputType: "insertText" }));
    },
};

// Milliseconds of each frame that showed something new.
const frame_times = (page, act, count) =>
    page.evaluate(
        ([source, many]) => {
            const step = eval(source);
            const times = [];
            for (let i = 0; i < many; ++i) {
                step(i);
                const before = window.shown;
                const start = performance.now();
                window.run_frame(start);
                if (window.shown > before) times.push(performance.now() - start);
            }
            return times;
        },
        [`(${act})`, count],
    );

async function crowded(url) {
    const text = readFileSync(crowded_file, "utf8");
    const key = `middleground/deal/${JSON.parse(text).deal.id}`;
    await on_fresh_profile(async (page) => {
        await page.addInitScript(([name, value]) => localStorage.getItem(name) ?? localStorage.setItem(name, value), [key, text]);
        await page.addInitScript(note_frames);
        await page.goto(`${url}?today=2026-06-16&render=cpu`);
        await page.waitForFunction(() => window.middleground?.frames() > 0);
        await open_first_deal(page);
        await page.waitForTimeout(12000); // the toast is gone, the forecast is there
        await page.mouse.move(700, 600);
        const figure = async (name, goal, act) => {
            await frame_times(page, act, 3); // compiled by then
            const times = (await frame_times(page, act, 60)).sort((a, b) => a - b);
            if (times.length < 30) throw new Error(`${name}: only ${times.length} of 60 frames showed something new`);
            print(`${name}, median of ${times.length}`, median(times), "ms", `<= ${goal}`);
            print("  the quickest quarter, as on a machine that has nothing else to do", times[Math.floor(times.length / 4)], "ms");
        };
        for (const [digit, name] of [["1", "Deal"], ["2", "Commitments"], ["3", "People"], ["4", "Log"]]) {
            await press_key(page, digit);
            await page.waitForTimeout(1500);
            await figure(`whole frame, ${name}`, 16, acts.whole);
            await figure(`scrolling, ${name}`, 16, acts.scroll);
        }
        await press_key(page, "1");
        await press_key(page, "n");
        await figure("a letter typed", 6, acts.letter);
    });
}

const server = await served(dist);
try {
    await crowded(server.url);
} finally {
    server.stop();
}
