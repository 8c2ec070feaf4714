// Measures what frames cost in Debian's Chromium when the processor draws: node tools/bench_render.mjs DIST CROWDED.json
// Of each frame all that the program does: what Dear ImGui does for the page, its drawing, and putting it on the canvas. One line of JSON per
// figure on stdout.
import { readFileSync } from "node:fs";
import { median, on_fresh_profile, open_first_deal, press_key, print, served } from "./bench_browser.mjs";

const [dist, crowded_file] = process.argv.slice(2);

// The frames are what the page does when the browser asks it to draw.
const note_frames = () => {
    window.frame_times = [];
    const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (call) =>
        real((now) => {
            const drawn = window.middleground?.frames() ?? 0;
            const start = performance.now();
            call(now);
            const took = performance.now() - start;
            if (window.middleground?.frames() > drawn) window.frame_times.push(took);
        });
};

const times = (page) => page.evaluate(() => window.frame_times.splice(0));

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
        const figure = async (name, goal, act) => {
            await times(page);
            await act();
            await page.waitForTimeout(300);
            const all = await times(page);
            print(`${name}, median of ${all.length} frames`, median(all), "ms", `<= ${goal}`);
            print(`${name}, the longest`, Math.max(...all), "ms");
        };
        for (const [digit, name] of [["1", "Deal"], ["2", "Commitments"], ["3", "People"], ["4", "Log"]]) {
            await press_key(page, digit);
            await page.mouse.move(700, 600);
            await page.waitForTimeout(1500);
            // As after a graphics card was lost: all of it is drawn. The frames that follow it change nothing.
            await times(page);
            const whole = [];
            for (let i = 0; i < 21; ++i) {
                await page.evaluate(() => document.getElementById("pixels").dispatchEvent(new Event("contextrestored")));
                await page.waitForTimeout(120);
                whole.push(Math.max(...(await times(page))));
            }
            print(`whole frame, ${name}, median of ${whole.length}`, median(whole), "ms", "<= 16");
            await figure(`scrolling, ${name}`, 16, async () => {
                for (let i = 0; i < 60; ++i) {
                    await page.mouse.wheel(0, i < 30 ? 40 : -40);
                    await page.waitForTimeout(16);
                }
            });
        }
        await press_key(page, "1");
        await press_key(page, "n");
        await figure("a letter typed", 6, async () => {
            for (const letter of "the quick brown fox jumps over the lazy dog") {
                await page.keyboard.type(letter);
                await page.waitForTimeout(30);
            }
        });
    });
}

const server = await served(dist);
try {
    await crowded(server.url);
} finally {
    server.stop();
}
