// What several people do with the page of one team.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { users } from "../../team/support/nats.mjs";
import { Profile, today } from "./page.mjs";
import { passphrase, teamName } from "./team.mjs";

// By the passphrase, in the dialog that the address opens.
export async function joinTeam(page, name, user, password, words = passphrase) {
    await page.see("Passphrase of the team");
    await page.fill("Your name in the team", name);
    await page.fill("User", user);
    await page.fill("Password of the user", password);
    await page.fill("Passphrase of the team", words);
    await page.press("Enter");
}

const lost = [/WebSocket connection/, /net::ERR/, /502/];

// `options`: of Profile.open.
export async function openIn(t, host, path = `?today=${today}`, options = {}) {
    const profile = await Profile.fresh(t, { at: host.address });
    const page = await openAnother(profile, path, options);
    return { profile, page };
}
// One that bears it when the servers are gone.
export const openAnother = (profile, path = `?today=${today}`, options = {}) => profile.open(path, { expectErrors: lost, ...options });

export async function joined(t, host, name, user, options) {
    const { profile, page } = await openIn(t, host, `?today=${today}#team`, options);
    await joinTeam(page, name, user, users[user]);
    await page.see(`You are in ${teamName} now`);
    return { profile, page };
}

export const titleIn = async (page) => (await page.state())?.deal?.title;
export const rename = (page, title) => page.fill("Title of the deal", title).then(() => page.press("Enter"));
// It goes by way of servers that may just have been started again: three times as patient as with a page alone.
export async function untilIn(page, look) {
    for (let tries = 0; tries < 3; ++tries) {
        const found = await page.until(async () => look((await page.state())?.deal ?? {}));
        if (found) return found;
    }
}
export async function hasTitle(page, title) {
    assert.ok(await untilIn(page, (deal) => deal.title === title), `${title}, not ${await titleIn(page)}: ${await page.words()}`);
}

// What there is on the disk of servers.
export async function filesIn(folder) {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => readFile(join(entry.parentPath ?? entry.path, entry.name), "latin1")));
}
