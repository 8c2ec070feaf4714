// The program comes in three modules (tools/split): the first has what the first picture needs, the rest is fetched when that is there. What looks at files
// and works with a team comes with the first file that wants it, or when this place is in a team. What calls into a module that is not here yet has
// placeholders in its table of functions. All come as the server sends them: only then does the browser keep what it has compiled.
class Part {
    #url;
    #before;
    #imports; // what it needs of the one before
    #exports = null; // once it stands
    #coming = null;
    #tell;
    here = new Promise((done) => (this.#tell = done));

    constructor(url, before, imports) {
        this.#url = url;
        this.#before = before;
        this.#imports = imports;
    }
    get exports() {
        return this.#exports;
    }
    get isHere() {
        return this.#exports !== null;
    }
    stands(exports) {
        this.#exports = exports;
        this.#tell();
    }
    async #answer() {
        const response = await fetch(this.#url);
        if (!response.ok) throw new Error(`the server answered ${response.status} for the program`);
        return response;
    }
    start(imports) {
        return WebAssembly.instantiateStreaming(this.#answer(), imports);
    }
    compile() {
        return WebAssembly.compileStreaming(this.#answer());
    }
    put(module) {
        if (!this.isHere) this.stands(new WebAssembly.Instance(module, this.#imports()).exports); // it writes its functions and its data where they belong
    }
    async #add() {
        const module = await this.compile();
        await this.#before.here;
        this.put(module);
    }
    async add() {
        if (this.isHere) return;
        try {
            await (this.#coming ??= this.#add());
        } finally {
            this.#coming = null; // what failed may be tried again
        }
    }
    // A function of it is called before it is here: the page stands still until it is. The first picture of a first visit calls none
    // (tests/web/start.test.mjs), and no page one of those for files (tests/web/files_part.test.mjs); other pictures may call the rest, as when storage is refused.
    putNow() {
        if (this.isHere) return;
        const request = new XMLHttpRequest();
        request.open("GET", this.#url, false);
        request.overrideMimeType("text/plain; charset=x-user-defined"); // the only way to get bytes while waiting
        request.send();
        if (request.status !== 200) throw new Error(`A part of the program did not load: the server answered ${request.status}`);
        this.put(new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255)));
    }
}

const first = new Part(new URL("./@@middleground.wasm@@", import.meta.url), null, null);
const rest = new Part(new URL("./@@middleground-rest.wasm@@", import.meta.url), first, () => ({ primary: first.exports, placeholder: placeholders(rest, files) }));
const files = new Part(new URL("./@@middleground-files.wasm@@", import.meta.url), rest, () => ({ secondary: rest.exports }));

// Besides the program's own table there is one for each two modules, through which they call each other: what dividing has added is called %something.
function tableBetween(part, known) {
    const tables = Object.entries(part.exports).filter(([, one]) => one instanceof WebAssembly.Table && !known.includes(one));
    return (tables.find(([name]) => name.startsWith("%")) ?? tables[0])[1];
}

// What stands in the table of `part` for the functions of `next`.
function placeholders(part, next) {
    const known = part === first ? [] : Object.values(first.exports);
    return new Proxy(
        {},
        {
            get: (_, place) => (...values) => {
                next.putNow();
                return tableBetween(part, known).get(Number(place))(...values);
            },
        },
    );
}

// The first module, to be started; with `whole` the rest is in its place before.
export async function load(imports, whole) {
    const second = whole ? rest.compile() : null;
    second?.catch(() => {}); // heard below
    const { instance, module } = await first.start({ ...imports, placeholder: placeholders(first, rest) });
    first.stands(instance.exports);
    if (second) rest.put(await second);
    return { instance, module };
}

export const addRest = () => rest.add();
// What looks at files and works with a team; the service worker keeps it once it was used, as it does with the readers (readers.js).
export const addFiles = () => files.add();
export const hasFiles = () => files.isHere;
