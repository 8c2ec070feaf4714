// How soon the page in DIST is there, without a graphics card: node tools/bench_start.mjs DIST [DIST…]
// One line of JSON per figure on stdout, the median of 7 fresh profiles each, over loopback and over a line as slow as Chromium's "Fast 3G".
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { median, print, profiled, served } from "./bench_browser.mjs";

const times = Number(process.env.MIDDLEGROUND_TIMES ?? 7);
const withoutCard = ["--disable-gpu", "--disable-software-rasterizer"];
const slow = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const kept = 6000; // until the service worker has everything and the browser has put away what it compiled

// In frames, as they reach the screen.
const watch = () => {
    const look = (now) => {
        const skeleton = document.getElementById("skeleton");
        if (skeleton && getComputedStyle(skeleton).position === "fixed") window.firstSkeleton ??= performance.now();
        if (window.middleground?.frames?.() > 0) window.firstPicture = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
};

const packed = (dist, name) => {
    for (const file of [`${name}.br`, name]) {
        try {
            return statSync(join(dist, file)).size;
        } catch {
            continue;
        }
    }
    return 0;
};

async function visit(context, url, line) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    if (line) await session.send("Network.emulateNetworkConditions", line);
    const asked = [];
    page.on("request", (request) => asked.push(basename(new URL(request.url()).pathname) || "index.html"));
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => window.firstPicture > 0);
    const before = [...asked];
    const { picture, skeleton } = await page.evaluate(() => ({ picture: window.firstPicture, skeleton: window.firstSkeleton }));
    return { page, before, picture, skeleton };
}

async function onFreshProfile(work) {
    const folder = mkdtempSync(join(tmpdir(), "middleground-start-"));
    const context = await profiled(folder, withoutCard);
    try {
        return await work(context);
    } finally {
        await context.close();
        rmSync(folder, { recursive: true, force: true });
    }
}

async function measure(dist, label) {
    const server = await served(dist);
    const first = [];
    const second = [];
    const slowly = [];
    let names = [];
    try {
        for (let at = 0; at < times; ++at) {
            await onFreshProfile(async (context) => {
                const one = await visit(context, server.url);
                first.push(one.picture);
                await one.page.waitForTimeout(kept);
                await one.page.close();
                second.push((await visit(context, server.url)).picture);
            });
            slowly.push(await onFreshProfile((context) => visit(context, server.url, slow)));
            names = slowly.at(-1).before;
        }
    } finally {
        server.stop();
    }
    const figure = (name, value, unit, goal) => print(label + name, value, unit, goal);
    const kilobytes = (list) => list.reduce((sum, name) => sum + packed(dist, name), 0) / 1000;
    figure("asked for before the first picture, brotli", kilobytes([...new Set(names)]), "KB", "<= 400");
    figure("first picture", median(first), "ms", "<= 400");
    figure("second visit", median(second), "ms", "<= 250");
    const skeletons = slowly.map(({ skeleton }) => skeleton).filter((time) => time !== undefined);
    if (skeletons.length > 0) figure("slow line, skeleton", median(skeletons), "ms", "<= 700");
    figure("slow line, first picture", median(slowly.map(({ picture }) => picture)), "ms", "<= 3,200");
    const offline = /const files ?= ?"([^"]*)"|"([^"]*index\.html[^"]*)"\.split/.exec(readFileSync(join(dist, "sw.js"), "utf8"));
    figure("everything that is kept for offline, brotli", kilobytes((offline[1] ?? offline[2]).split(" ")), "KB", "<= 650");
}

const dists = process.argv.slice(2);
for (const dist of dists) await measure(dist, dists.length > 1 ? `${dist}: ` : "");
