import { test } from "node:test";
import { writeFileSync } from "node:fs";
import { openPage, today } from "./support/page.mjs";
import { Mirror } from "./support/mirror.mjs";
test("probe", async (t) => {
    const page = await openPage(t);
    const mirror = new Mirror(page);
    await mirror.settled();
    let all = "";
    await mirror.press("button", "Brightwater Foods");
    all += await mirror.outline();
    for (const key of ["2", "3", "4", "f", "b", "5", "d", "l"]) {
        const before = performance.now();
        await page.press(key);
        await mirror.settled();
        all += `\n=== ${key} ${Math.round(performance.now() - before)} ms\n` + await mirror.outline();
    }
    writeFileSync("/tmp/mirror/probe.txt", all);
    console.log(await page.raw.evaluate(() => document.getElementById("mirror").innerHTML.length));
});
