// Mails, calendars, contacts, calls and workbooks are read by a program of their own in a worker, which is fetched when the first of them comes, as is the
// part of the page's program that looks at what was read. One file after the other; when none is left, the worker goes with all its memory.
import * as address from "./@@address.js@@";
import * as parts from "./@@parts.js@@";

const missing = { what: "The part of Middleground that reads this did not load", remedy: "Check the connection, then give the file once more." };
const stopped = { what: "Reading the file failed", remedy: "Nothing was changed. Leave it out, or give it in smaller parts." };
const isTable = (name) => /\.(csv|tsv|tab|txt)$/i.test(name);

const queue = []; // {name, load, given}: the bytes as often as they are asked for; until all that was given by now is in the queue
let worker = null;
let stop = null; // gives up what is being read
let busy = false;

function answerTo(item, bytes) {
    return new Promise((done) => {
        stop = () => done(null);
        try {
            worker ??= new Worker(new URL("./@@reader.js@@", import.meta.url), { type: "module" });
        } catch {
            done({ missing: "no worker" });
            return;
        }
        worker.onmessage = ({ data }) => done(data);
        worker.onmessageerror = () => done({ failed: "the answer was not understood" });
        // Without a place in a script it is the script that did not come.
        worker.onerror = (event) => {
            event.preventDefault();
            done(event.lineno ? { failed: event.message } : { missing: event.message ?? "" });
        };
        const today = address.query("today") ?? address.today();
        worker.postMessage({ name: item.name, bytes, today, utcMinutes: -new Date().getTimezoneOffset() }, [bytes]);
    });
}

function dismiss() {
    worker?.terminate();
    worker = null;
    stop = null;
}

// The service worker keeps all of this for when there is no network, from now on.
function keep() {
    navigator.serviceWorker?.ready.then((registration) => registration.active?.postMessage({ kind: "keep later" })).catch(() => {});
}

// Whether the program can look at files. If not, it says so once for all of them.
async function canLook(program) {
    const givenUp = new Promise((done) => (stop = done));
    try {
        await Promise.race([parts.addFiles(), givenUp]);
        return queue.length > 0;
    } catch (error) {
        console.info(`${queue[0]?.name}: ${error.message}`);
        await queue.at(-1)?.given();
        if (queue.length > 0) program.partMissing(queue[0].name + (queue.length > 1 ? ` and ${queue.length - 1} more` : ""));
        queue.length = 0;
        return false;
    }
}

async function readOne(program, item) {
    let answer;
    try {
        answer = await answerTo(item, await item.load());
    } catch (error) {
        program.fileFailed(item.name, String(error?.message ?? error)); // the file is gone, or may not be read
        return;
    }
    if (!answer) return; // given up
    if (answer.text) {
        program.records(answer.text);
        return;
    }
    if (answer.text === undefined) {
        dismiss(); // what has failed once is not trusted with another file
        console.info(`${item.name}: ${answer.missing ?? answer.failed}`);
    }
    // A table is the program's own, which needs no reader for it.
    if (answer.text === "" || isTable(item.name)) program.fileRead(item.name, new Uint8Array(await item.load()));
    else program.records(JSON.stringify({ error: { where: item.name, ...(answer.missing === undefined ? stopped : missing) } }));
}

async function work(program) {
    busy = true;
    while (queue.length > 0) {
        const item = queue[0];
        program.reading(item.name, queue.length);
        if (!(await canLook(program))) break;
        keep();
        await readOne(program, item);
        if (queue[0] === item) queue.shift();
    }
    dismiss();
    busy = false;
    program.reading("", 0);
}

function add(program, item) {
    queue.push(item);
    if (busy) program.reading(queue[0].name, queue.length);
    else work(program);
}

export const readFile = (program, file, given) => add(program, { name: file.name, load: () => file.arrayBuffer(), given });

// What is left is given up; what was read stays.
export function cancel() {
    queue.length = 0;
    worker?.terminate();
    worker = null;
    stop?.();
}

// The largest table of data in a page's text, with tabs between its cells; null: none. (Mail programs lay out whole mails with tables.)
export function tableIn(html) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const cellText = (cell) => cell.textContent.replace(/\s+/g, " ").trim();
    const rowOf = (row) => [...row.cells].flatMap((cell) => [cellText(cell), ...Array(Math.min(cell.colSpan, 100) - 1).fill("")]);
    const isData = (rows) => rows.length > 1 && rows[0].length > 1 && rows.every((row) => row.length === rows[0].length) && rows.flat().every((cell) => cell.length < 1000);
    const tables = [...page.querySelectorAll("table")].filter((table) => !table.querySelector("table")).map((table) => [...table.rows].map(rowOf));
    const best = tables.filter(isData).sort((a, b) => b.length * b[0].length - a.length * a[0].length)[0];
    return best ? best.map((row) => row.join("\t")).join("\n") : null;
}

const hasTabs = (text) => text.split("\n", 2).every((line) => line.includes("\t"));

// What was pasted or shared: `html` is the same with its form, or empty.
export function readText(program, name, text, html = "") {
    const given = (html && !hasTabs(text) && tableIn(html)) || text;
    add(program, { name, given: () => null, load: async () => new TextEncoder().encode(given).buffer });
}
