// What several tests do: a deal of the ten commitments with three people and a first interaction, with the keyboard alone.
import { openPage } from "./page.mjs";

export const people = ["Anna Berg", "Bo Lund", "Cai Holm"];

export async function startDeal(page, account = "Acme", title = "Pilot") {
    await page.press("n");
    await page.type(account);
    await page.press("Tab");
    await page.type(title);
    await page.press("Enter");
}

export async function addPeople(page) {
    await page.press("3");
    await page.click("New person");
    for (const name of people) {
        await page.type(name);
        await page.press("Enter");
    }
    await page.press("Escape", "Escape");
}

// Met Anna, asked for Time; she agreed; Bo is next.
export async function logMeeting(page) {
    await page.press("l");
    await page.fill("With", "Anna");
    await page.press("Enter", "Tab");
    await page.fill("In a line", "She sees the problem and has an hour for it.");
    await page.fill("Asked for", "Time");
    await page.press("Enter", "Tab");
    await page.click("Agreed", { role: "radio" });
    await page.fill("Gave", "Three examples");
    await page.fill("Next step", "Meet Bo");
    await page.press("Control+Enter");
}

// A page with such a deal open. By hand once for each file of tests; after that its storage is what the first one left.
let left;
export async function openMetDeal(t, options = {}) {
    const put = (raw) => raw.addInitScript((pairs) => localStorage.length || Object.entries(pairs).forEach(([key, text]) => localStorage.setItem(key, text)), left);
    const page = await openPage(t, undefined, { ...options, before: left && put });
    if (!left) {
        await startDeal(page);
        await addPeople(page);
        await logMeeting(page);
        await page.raw.waitForFunction(() => JSON.stringify({ ...localStorage }).includes("Three examples"));
        left = await page.stored();
    }
    return page;
}

// The link of the open deal, as the Share page copies it.
export async function copyLink(page) {
    await page.press("5");
    await page.click("Internal", { role: "radio" });
    await page.click("Copy link");
    return page.clipboard();
}
