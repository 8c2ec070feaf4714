// Loads the program and ties it to the browser: every file here does one part of that.
import createMiddleground from "./@@middleground.js@@";
import * as address from "./@@address.js@@";
import * as clipboard from "./@@clipboard.js@@";
import * as cover from "./@@cover.js@@";
import * as files from "./@@files.js@@";
import * as finger from "./@@finger.js@@";
import { Frames } from "./@@frames.js@@";
import * as pages from "./@@history.js@@";
import * as keys from "./@@keys.js@@";
import * as letters from "./@@letters.js@@";
import * as paper from "./@@paper.js@@";
import * as parts from "./@@parts.js@@";
import { Program } from "./@@program.js@@";
import * as screen from "./@@screen.js@@";
import * as storage from "./@@storage.js@@";
import * as turns from "./@@turns.js@@";
import * as typing from "./@@typing.js@@";

const program = new Program();
// What comes once the program stands.
let offline = null;
let backupFile = null;
let offlineWanted = false; // whether it is kept is, or was, on the screen
let team = null; // the way to it, once it is wanted
let mirror = null; // once the first picture is there
// A hidden page goes on sharing with its team, and takes what other tabs changed to it.
const frames = new Frames(() => program.frame(), { wanted: () => team !== null, run: () => program.unseen() });

// A program that failed once is not trusted with anything that is stored.
function crash(details) {
    if (!program.running) return false;
    program.stop();
    frames.stop();
    cover.showCrash(details);
    return true;
}

// Not ours: scripts of extensions, and the browser's remark that a size changed twice within a frame.
const isForeign = (event) => /^[a-z-]+-extension:/.test(event.filename) || /^ResizeObserver loop/.test(event.message);

// What the program asks of the page (app/platform/web/web_page.hpp).
function pageFor(module, mayFixIds, graphicsCard, inParts) {
    return {
        started(pointer) {
            program.attach(module, pointer);
            program.environment(screen.environment());
            files.takeShared(program);
            program.forcedColors(screen.forcedColors());
            const link = pages.begin();
            if (link) program.link(link);
            files.takeLaunched(program);
            if (inParts) program.hold();
        },
        read: storage.read,
        write: (key, text) => changing(storage.write(key, text)),
        remove: (key) => changing(storage.remove(key)),
        keys: storage.keys,
        usedBytes: storage.usedBytes,
        keepStorage: storage.keepStorage,
        askTurn: () => turns.ask(() => program.turn()),
        copy: (text) => clipboard.copy(text, (ok) => program.copied(ok)),
        saveFile: storage.saveFile,
        print: paper.print,
        chooseFile: () => files.chooseFile(program),
        cancelReading: files.cancelReading,
        team: (...wish) => (team ??= import("./@@team_door.js@@")).then((door) => door.wish(program, ...wish)).catch(noTeam),
        backupFile: (wish) => backupFile?.[["choose", "renew", "drop"][wish]](),
        openUrl: address.openUrl,
        baseUrl: address.baseUrl,
        query: address.query,
        mayFixIds: () => mayFixIds,
        clearFragment: pages.clearFragment,
        stepsBack: pages.stepsBack,
        reload: () => setTimeout(reload), // the program is in the middle of a frame
        offline: () => {
            offlineWanted = true;
            return offline?.state() ?? 0;
        },
        today: address.today,
        isMac: keys.isMac,
        hasGraphicsCard: () => screen.hasGraphicsCard(graphicsCard),
        showPixels: screen.showPixels,
        schedule: (wait) => {
            frames.schedule(wait);
            if (wait !== 0) mirror?.rest();
        },
        setBackground: screen.setBackground,
        lettersAdvance: letters.advance,
        lettersDraw: letters.draw,
        textInput: typing.textInput,
        textField: typing.textField,
        showField: typing.showField,
    };
}

function noTeam(error) {
    team = null;
    program.team(1, location.host, new TextEncoder().encode(error.message), 8, 0, 0); // down: not loaded
}

// Of what storage answers: null is no problem.
function changing(problem) {
    if (problem === null) backupFile?.changed();
    return problem;
}

function reload() {
    program.flush();
    location.reload();
}

const idle = (atMost) => new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done, { timeout: atMost }));

// What the first picture does not wait for.
async function later(build, wasEmpty) {
    await idle(5000);
    try {
        [offline, backupFile] = await Promise.all([import("./@@offline.js@@"), import("./@@backup_file.js@@")]);
    } catch {
        return; // the network went away before they came: everything else is here
    }
    const changed = () => offlineWanted && frames.schedule(0);
    offline.start(build, changed, () => program.newVersion(), !wasEmpty);
    backupFile.start(program, wasEmpty);
}

// Nobody waits for it: who sees has the picture, and a screen reader has just begun to say the title.
async function addMirror() {
    const { Mirror } = await import("./@@mirror.js@@");
    mirror = new Mirror(program, frames);
    mirror.rest();
}

function listen() {
    storage.onChange((key) => program.storageChanged(key));
    screen.listen(program);
    finger.listen(program);
    letters.listen(program);
    typing.listen(program);
    clipboard.listen(program, () => program.running);
    files.listen(program);
    paper.listen(program);
    pages.listen(program);
    for (const name of ["pointerdown", "pointerup", "mousedown", "mouseup", "touchend", "click", "keydown"]) addEventListener(name, () => frames.pressed(), { capture: true });
    // Hidden pages get no frames, so what is unsaved is saved here, at once.
    document.addEventListener("visibilitychange", () => {
        if (document.visibilityState === "hidden") program.flush();
        else frames.schedule(0);
    });
    addEventListener("pagehide", () => program.flush());
    addEventListener("blur", () => program.flush());
    // What could not be saved, or waits for an answer, goes with the page.
    addEventListener("beforeunload", (event) => {
        program.flush();
        if (program.onlyHere()) event.preventDefault();
    });
    // A page that comes back from the browser's history, or that the browser had put to sleep, has heard nothing of other tabs.
    addEventListener("pageshow", (event) => {
        if (event.persisted) program.storageChanged(null);
    });
    document.addEventListener("resume", () => program.storageChanged(null));
}

// What is left of the program, once the first picture is shown; until then nothing is asked of it. All that was pressed is done afterwards.
async function complete() {
    document.documentElement.classList.add("waits");
    await idle(200);
    for (let tries = 1; ; ++tries) {
        try {
            await parts.addRest();
            break;
        } catch (error) {
            if (tries === 1) await new Promise((done) => setTimeout(done, 1000));
            else await cover.showMissing(String(error.message ?? error));
        }
    }
    document.documentElement.classList.remove("waits");
    program.release();
    frames.schedule(0);
}

// A first visit starts with a list that needs little. What comes with the address, or is stored, may need anything.
const isFirstVisit = (wasEmpty) => wasEmpty && location.hash.length < 2 && address.query("shared") === null && !("launchQueue" in window && matchMedia("(display-mode: standalone)").matches);

export async function start({ build, graphicsCard }) {
    cover.showLoading();
    keys.listen(typing.isTyping, typing.isBrowsers, () => program.running); // before SDL listens
    const said = [];
    const module = {
        canvas: document.getElementById("canvas"),
        printErr: (line) => {
            said.push(line);
            console.error(line);
        },
        onAbort: (what) => crash(String(what)),
    };
    const wasEmpty = storage.keys().length === 0;
    const fixed = address.query("seed") !== null && (await turns.isFirst(() => storage.keys().length === 0));
    const inParts = isFirstVisit(wasEmpty);
    module.page = pageFor(module, fixed, graphicsCard, inParts);
    module.instantiateWasm = (imports, done) => {
        parts.load(imports, !inParts).then(
            ({ instance, module: compiled }) => done(instance, compiled),
            (error) => cover.showFailure("Middleground did not load", "Check the connection, then reload the page.", String(error.message ?? error)),
        );
        return {};
    };
    addEventListener("error", (event) => {
        if (!isForeign(event)) crash(event.message);
    });
    addEventListener("unhandledrejection", (event) => crash(String(event.reason?.message ?? event.reason)));
    listen();
    await createMiddleground(module);
    cover.doneLoading();
    if (!program.running) {
        cover.showFailure("Middleground did not start", "Reload the page, or use another browser.", said.join(" "));
        return;
    }
    complete().then(() => later(build, wasEmpty));
    addMirror().catch((error) => console.error(`The page for screen readers did not load: ${error.message}`));
    // For tests and other programs: documented in README.md.
    window.middleground = Object.freeze({
        build,
        drawing: () => (program.isDrawnByProcessor ? "processor" : "graphics card"),
        frames: () => program.frames(),
        idle: () => frames.idle && program.isWhole,
        saved: () => program.saved(),
        state: () => program.state(),
        items: () => program.items(),
    });
}
