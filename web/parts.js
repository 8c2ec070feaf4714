// The program comes in two modules (tools/split): the first has what the first picture needs, the rest is fetched when that is there. The
// first one's table of functions has placeholders where the rest's will be. Both come as the server sends them: only then does the browser
// keep what it has compiled.
const first = new URL("./@@middleground.wasm@@", import.meta.url);
const rest = new URL("./@@middleground-rest.wasm@@", import.meta.url);

let primary = null; // the exports of the first, once it stands
let isWhole = false;

async function answerOf(url, options) {
    const response = await fetch(url, options);
    if (!response.ok) throw new Error(`the server answered ${response.status} for the program`);
    return response;
}

function put(module) {
    if (isWhole) return;
    new WebAssembly.Instance(module, { primary }); // it writes its functions and its data where they belong
    isWhole = true;
}

// A function of the rest is called before that is here: the page stands still until it is. The first picture of a first visit calls none
// (tests/web/start.test.mjs); other ones may, as when storage is refused.
function putNow() {
    const request = new XMLHttpRequest();
    request.open("GET", rest, false);
    request.overrideMimeType("text/plain; charset=x-user-defined"); // the only way to get bytes while waiting
    request.send();
    if (request.status !== 200) throw new Error(`A part of the program did not load: the server answered ${request.status}`);
    put(new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255)));
}

// Besides the program's own table there is one through which the modules call each other: what dividing has added is called %something.
function tableOfRest() {
    const tables = Object.entries(primary).filter(([, one]) => one instanceof WebAssembly.Table);
    return (tables.find(([name]) => name.startsWith("%")) ?? tables[0])[1];
}

const placeholders = new Proxy(
    {},
    {
        get: (_, place) => (...values) => {
            if (!isWhole) putNow();
            return tableOfRest().get(Number(place))(...values);
        },
    },
);

const compileRest = async () => WebAssembly.compileStreaming(await answerOf(rest));

// The first module, to be started; with `whole` the rest is in its place before.
export async function load(imports, whole) {
    const second = whole ? compileRest() : null;
    second?.catch(() => {}); // heard below
    const { instance, module } = await WebAssembly.instantiateStreaming(answerOf(first), { ...imports, placeholder: placeholders });
    primary = instance.exports;
    if (second) put(await second);
    return { instance, module };
}

export async function addRest() {
    if (!isWhole) put(await compileRest());
}
