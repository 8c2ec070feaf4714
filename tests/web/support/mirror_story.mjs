// The main story as a screen reader does it: nothing here knows of places or of what is drawn.
import assert from "node:assert/strict";
import { Mirror } from "./mirror.mjs";

// `page`: nothing but the samples. Ends on the page Share, with the link on the clipboard.
export async function mainStory(page) {
    const mirror = new Mirror(page);
    await mirror.press("button", "New deal");
    assert.ok(await mirror.has("dialog", "New deal"));
    await mirror.type("Account", "Acme Foods");
    await mirror.type("Title", "Forecasts for 12 shops");
    await mirror.press("button", "Create deal");
    assert.equal((await page.state()).deal.account, "Acme Foods");

    await mirror.press("link", /^People/);
    await mirror.type("New person", "Ada Young");
    await mirror.press("button", "Add");
    assert.deepEqual((await page.state()).deal.stakeholders.map((person) => person.name), ["Ada Young"]);

    await mirror.press("button", "Log");
    await mirror.type("In a line", "She wants it in June.", { nth: 0 });
    await mirror.press("button", "Save");
    assert.equal((await page.state()).deal.interactions[0].summary, "She wants it in June.");

    await mirror.press("link", /^Commitments/);
    await mirror.press("button", /^Mark asked: /);
    const events = async () => (await page.state()).deal.commitments.flatMap((one) => (one.events ?? []).map((event) => event.kind));
    assert.deepEqual(await events(), ["asked"]);
    await mirror.press("button", /^Mark agreed: /);
    assert.deepEqual(await events(), ["asked", "agreed"]);

    await mirror.press("link", "Share");
    // WebKit lets nobody copy but who has just pressed something, and takes no script for that.
    await mirror.focus("button", "Copy link");
    await mirror.keys("Enter");
    assert.match(await page.clipboard(), /#d2\.[\w-]+$/);
}
