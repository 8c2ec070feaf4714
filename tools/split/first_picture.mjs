// Opens the instrumented page in DIST as first visits do, and writes which functions ran: node first_picture.mjs DIST OUT
// What is pressed before the rest of the program is there waits in SDL, whose functions for that are among them.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { launched, served } from "../bench_browser.mjs";

const [dist, out] = process.argv.slice(2);
const visits = {
    processor: ["?render=cpu", {}],
    graphics_card: ["?render=gl", {}],
    phone: ["?render=cpu&today=2026-06-16&seed=1", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: "dark" }],
    contrast: ["?render=cpu&today=2026-06-16&seed=1", { viewport: { width: 1024, height: 700 }, forcedColors: "active", reducedMotion: "reduce", deviceScaleFactor: 2 }],
};

const keepExports = () => {
    const real = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...values) => {
        const result = await real.apply(WebAssembly, values);
        window.programExports = result.instance.exports;
        return result;
    };
};

async function press(page, touch) {
    await page.mouse.move(300, 300);
    await page.mouse.wheel(0, 100);
    await page.mouse.click(300, 320);
    for (const key of ["Tab", "a", "Escape", "ArrowDown", "Shift+Tab", "Control+z"]) await page.keyboard.press(key);
    if (touch) await page.touchscreen.tap(200, 400);
    await page.setViewportSize({ width: 800, height: 600 });
    for (const event of ["blur", "focus"]) await page.evaluate((name) => window.dispatchEvent(new Event(name)), event);
    await page.mouse.move(5, 5);
    await page.waitForTimeout(500);
}

// A byte or more for each function (binaryen's wasm-split), behind all that the program has in memory.
const profile = () => {
    const { __write_profile: write, ...others } = window.programExports;
    const memory = Object.values(others).find((one) => one instanceof WebAssembly.Memory);
    const pages = 16;
    const at = memory.grow(pages) * 65536;
    const length = write(at, pages * 65536);
    return Array.from(new Uint8Array(memory.buffer, at, length));
};

const server = await served(dist);
const browser = await launched(["--use-angle=swiftshader-webgl", "--enable-unsafe-swiftshader"]);
try {
    for (const [name, [query, options]] of Object.entries(visits)) {
        const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block", ...options });
        const page = await context.newPage();
        await page.addInitScript(keepExports);
        await page.route(/middleground-rest/, () => {}); // never answered: the first picture is all there is
        await page.goto(server.url + query);
        await page.waitForFunction(() => window.middleground?.frames() > 0);
        await press(page, options.hasTouch);
        writeFileSync(join(out, `${name}.profile`), Uint8Array.from(await page.evaluate(profile)));
        await context.close();
    }
} finally {
    await browser.close();
    server.stop();
}
