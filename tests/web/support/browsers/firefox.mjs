// Firefox through WebDriver BiDi, by puppeteer-core. Each context is a container of its own: storage, service workers, permissions.
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { openScreen } from "./processes.mjs";
import { downloadIn, RawPage } from "./raw.mjs";

// What a person at a screen would be asked or told is off; so is what talks to hosts of the browser's maker.
const quiet = {
    "browser.download.alwaysOpenPanel": false,
    "browser.download.folderList": 2,
    "browser.download.useDownloadDir": true,
    "browser.helperApps.neverAsk.saveToDisk": "application/json,text/csv,text/plain,text/html,text/calendar,text/markdown,image/png",
    "dom.disable_beforeunload": true,
    "dom.push.connection.enabled": false,
    // Else it has no window that hears an input method.
    "focusmanager.testmode": false,
    // The machine of the tests has no graphics card, and Firefox would give no WebGL without one.
    "webgl.force-enabled": true,
};

// `preferences`: of about:config.
export async function launch({ preferences = {} } = {}) {
    const executablePath = process.env.MIDDLEGROUND_FIREFOX ?? "/usr/bin/firefox-esr";
    const { default: puppeteer } = await import(createRequire(join(process.env.NODE_PATH.split(delimiter)[0], "here.js")).resolve("puppeteer-core"));
    const downloads = await mkdtemp(join(tmpdir(), "middleground-firefox-"));
    const screen = await openScreen();
    const starting = puppeteer.launch({
        browser: "firefox",
        executablePath,
        headless: false,
        // Its sandbox asks for namespaces that root in a container does not get.
        env: { ...process.env, DISPLAY: screen.display, MOZ_ENABLE_WAYLAND: "0", MOZ_DISABLE_CONTENT_SANDBOX: "1", MOZ_DISABLE_GMP_SANDBOX: "1" },
        extraPrefsFirefox: { ...quiet, "browser.download.dir": downloads, ...preferences },
    });
    // Without it nothing else may stay, or the tests would not end.
    const own = await starting.catch(async (error) => {
        await screen.close();
        await rm(downloads, { recursive: true });
        throw new Error(`Firefox does not start: ${error.message}`);
    });
    return new Firefox(own, downloads, screen);
}

class Firefox {
    constructor(own, downloads, screen) {
        Object.assign(this, { own, downloads, screen });
    }
    async newContext(options) {
        const own = await this.own.createBrowserContext();
        return new Context(own, this, options);
    }
    async close() {
        await this.own.close();
        await this.screen.close();
        await rm(this.downloads, { recursive: true, force: true, maxRetries: 5 });
    }
}

class Context {
    constructor(own, { downloads, screen }, options) {
        Object.assign(this, { own, downloads, screen, options });
    }
    async newPage() {
        // A window of its own: what is in the background gets no frames.
        const own = await this.own.newPage({ type: "window" });
        const page = new Page(own, this);
        await page.resize(this.options.viewport);
        if (this.options.colorScheme) throw new Error("a context of Firefox takes its colours from the preference ui.systemUsesDarkTheme");
        return page;
    }
    close() {
        return this.own.close();
    }
}

class Page extends RawPage {
    constructor(own, context) {
        super(context.options);
        this.own = own;
        this.context = () => context;
        own.on("console", (message) => this.tell("console", { type: () => (message.type() === "warn" ? "warning" : message.type()), text: () => message.text() }));
        own.on("pageerror", (error) => this.tell("pageerror", error));
        own.on("request", (request) => this.tell("request", { url: () => request.url() }));
    }
    url() {
        return this.own.url();
    }
    async goto(url) {
        await this.own.goto(url);
    }
    async reload() {
        await this.own.reload();
    }
    evaluate(act, argument) {
        return this.own.evaluate(act, argument);
    }
    addInitScript(act, argument) {
        return this.own.evaluateOnNewDocument(act, argument);
    }
    resize(size) {
        return this.own.setViewport({ ...size, deviceScaleFactor: this.context().options.deviceScaleFactor });
    }
    async keys(steps) {
        for (const [what, key] of steps) await this.own.keyboard[what](key);
    }
    async pointer(steps) {
        for (const [what, ...at] of steps) await this.own.mouse[what](...at);
    }
    tap(x, y) {
        return this.own.touchscreen.tap(x, y);
    }
    wheel(deltaX, deltaY) {
        return this.own.mouse.wheel({ deltaX, deltaY });
    }
    // Elements of that role and name, as the browser computes them; a pattern is looked for in what is written there.
    async byRole(role, name) {
        if (!(name instanceof RegExp)) return this.own.$$(`aria/${name}[role="${role}"]`);
        const found = [];
        for (const one of await this.own.$$(`aria/[role="${role}"]`)) if (name.test(await one.evaluate((element) => element.getAttribute("aria-label") ?? element.textContent.trim()))) found.push(one);
        return found;
    }
    screenshot() {
        return this.own.screenshot().then(Buffer.from);
    }
    bringToFront() {
        return this.own.bringToFront();
    }
    isClosed() {
        return this.own.isClosed();
    }
    close() {
        return this.own.close();
    }
    async waitForEvent(name) {
        if (name === "filechooser") {
            const chooser = await this.own.waitForFileChooser();
            return { setFiles: (file) => chooser.accept([file].flat()) };
        }
        if (name === "download") return downloadIn(this.context().downloads);
        throw new Error(`${name} is not heard of`);
    }
}
