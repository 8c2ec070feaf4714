// What the measurements in a browser share: a served page, a fresh profile, figures on stdout.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const deps = process.env.MIDDLEGROUND_DEPS ?? resolve(import.meta.dirname ?? ".", "..", ".deps");
const { chromium } = createRequire(join(deps, "node", "package.json"))("playwright-core");
const arguments_ = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"];
export const print = (name, value, unit, goal) => console.log(JSON.stringify({ name, value, unit, goal }));
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

export async function served(dist) {
    const server = spawn(join(import.meta.dirname, "serve"), ["--folder", dist, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise((done) => server.stdout.once("data", (data) => done(String(data).trim())));
    return { url, stop: () => server.kill() };
}

export const profiled = (folder, more) =>
    chromium.launchPersistentContext(folder, { executablePath: "/usr/bin/chromium", headless: true, args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", ...more], viewport: { width: 1440, height: 900 } });
export const launched = (more) => chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", ...more] });

export async function on_fresh_profile(work) {
    const profile = mkdtempSync(join(tmpdir(), "middleground-bench-"));
    const context = await chromium.launchPersistentContext(profile, { executablePath: "/usr/bin/chromium", headless: true, args: arguments_, viewport: { width: 1440, height: 900 } });
    try {
        return await work(await context.newPage());
    } finally {
        await context.close();
        rmSync(profile, { recursive: true, force: true });
    }
}

export async function metrics(session) {
    const { metrics: list } = await session.send("Performance.getMetrics");
    return Object.fromEntries(list.map((metric) => [metric.name, metric.value]));
}

export const frames = (page) => page.evaluate(() => window.middleground.frames());

export const press_key = async (page, key) => {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
};
export const press_item = async (page, pattern) => {
    const [x, y] = await page.evaluate((source) => window.middleground.items().find(({ label }) => new RegExp(source).test(label)).rect, pattern);
    await page.mouse.click(x + 10, y + 10);
    await page.waitForTimeout(1000);
};
export async function open_first_deal(page) {
    await page.keyboard.press("0");
    await page.waitForTimeout(500);
    const row = await page.evaluate(() => window.middleground.items().find((item) => item.role === "row"));
    await page.mouse.click(row.rect[0] + 40, row.rect[1] + row.rect[3] / 2);
    await page.waitForTimeout(500);
}
