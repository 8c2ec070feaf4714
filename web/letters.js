// Letters that the program's own font has not: the browser draws them with the fonts that the user has, on a canvas that nobody sees, and
// shapes them on the way: letters join, marks find their place, and what is written from the right is.
const canvas = document.getElementById("letters");
let context = null;
let refused = false;

// The same Han letter looks otherwise in Japan, China, Taiwan and Korea: the first of the user's languages that has them says how.
const han = navigator.languages.find((language) => /^(ja|zh|ko|yue)\b/i.test(language));
const families = 'system-ui, sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"';
const margin = 2; // what is drawn may reach over what was measured, by the softness of its edge
const mostPixels = 1 << 24;

function prepare(width, height) {
    if (context && canvas.width >= width && canvas.height >= height) {
        context.clearRect(0, 0, width, height);
        return;
    }
    canvas.width = Math.max(canvas.width, width);
    canvas.height = Math.max(canvas.height, height);
    context = canvas.getContext("2d", { willReadFrequently: true });
    if (context && han && "lang" in context) context.lang = han;
}

// A browser that guards against being recognised gives back noise, or one colour, in place of what was drawn (Firefox with
// resistFingerprinting); a bit more or less, as Brave adds, is no matter.
function tellsTheTruth() {
    const side = 8;
    prepare(256, 64);
    if (!context) return false;
    for (let i = 0; i < side * side; ++i) {
        context.fillStyle = `rgb(${(i * 37) % 256} ${(i * 91) % 256} ${(i * 53) % 256})`;
        if (i % 3) context.fillRect(i % side, i >> 3, 1, 1);
    }
    const { data } = context.getImageData(0, 0, side, side);
    const near = (at, value) => Math.abs(data[at] - value) <= 4;
    for (let i = 0; i < side * side; ++i) {
        const at = i * 4;
        if (i % 3 === 0 ? !near(at + 3, 0) : !(near(at, (i * 37) % 256) && near(at + 1, (i * 91) % 256) && near(at + 2, (i * 53) % 256) && near(at + 3, 255)))
            return false;
    }
    return true;
}

let onRefusal = () => {};
export function listen(program) {
    onRefusal = () => program.lettersRefused();
}

function refuse() {
    refused = true;
    setTimeout(onRefusal); // the program is in the middle of a frame
}

function isReady() {
    if (context || refused) return !refused;
    if (han) canvas.lang = han;
    try {
        if (!tellsTheTruth()) refuse();
    } catch {
        refuse();
    }
    return !refused;
}

// Hebrew, Arabic and their neighbours; the first letter that has a direction says how the line runs.
const fromRight = /^[^\p{L}\u200e]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}\u200f]/u;

function choose(text, em, weight) {
    context.font = `${weight} ${em}px ${families}`;
    context.direction = fromRight.test(text) ? "rtl" : "ltr";
    context.textAlign = "left";
}

// Pixels that the pen moves; below 0 when nothing is known.
export function advance(text, em, weight) {
    if (!isReady()) return -1;
    choose(text, em, weight);
    return context.measureText(text).width;
}

const colorOf = (abgr) => `rgb(${abgr & 255} ${(abgr >> 8) & 255} ${(abgr >> 16) & 255})`;

// What has neither colour nor alpha at the edges is left out: [left, top, right, bottom], or null when nothing is seen.
function seen(pixels, width, height) {
    let [left, top, right, bottom] = [width, height, -1, -1];
    for (let y = 0; y < height; ++y) {
        for (let x = 0; x < width; ++x) {
            if (pixels[y * width + x] >>> 24 <= 4) continue;
            if (y < top) top = y;
            bottom = y;
            if (x < left) left = x;
            if (x > right) right = x;
        }
    }
    return right < 0 ? null : [left, top, right + 1, bottom + 1];
}

function isColored(pixels) {
    return pixels.some((pixel) => pixel >>> 24 > 64 && ((pixel & 255) < 248 || ((pixel >> 8) & 255) < 248 || ((pixel >> 16) & 255) < 248));
}

// The text as a picture, in white unless it has colours of its own; what has none in there gets this colour then. Null when the browser does
// not say what it drew. Pixels 0xAABBGGRR, not multiplied by alpha; left and top from the pen's start on the baseline.
export function draw(text, em, weight, color) {
    if (!isReady()) return null;
    choose(text, em, weight);
    const box = context.measureText(text);
    const left = Math.floor(-box.actualBoundingBoxLeft) - margin;
    const top = Math.floor(-box.actualBoundingBoxAscent) - margin;
    const width = Math.ceil(box.actualBoundingBoxRight) + margin - left;
    const height = Math.ceil(box.actualBoundingBoxDescent) + margin - top;
    const nothing = { width: 0, height: 0, left: 0, top: 0, advance: box.width, colored: false, pixels: new Uint32Array(0) };
    if (!(width > 2 * margin && height > 2 * margin && width * height <= mostPixels)) return nothing;
    const pixelsIn = (fill) => {
        prepare(width, height);
        choose(text, em, weight); // a larger canvas has forgotten it
        context.fillStyle = fill;
        context.fillText(text, -left, -top);
        return new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    };
    let pixels;
    let colored;
    try {
        pixels = pixelsIn("white");
        colored = isColored(pixels);
        if (colored && (color & 0xffffff) !== 0xffffff) pixels = pixelsIn(colorOf(color));
    } catch {
        refuse();
        return null;
    }
    const part = seen(pixels, width, height);
    if (!part) return nothing;
    const [x, y, right, bottom] = part;
    const cut = new Uint32Array((right - x) * (bottom - y));
    for (let row = y; row < bottom; ++row) cut.set(pixels.subarray(row * width + x, row * width + right), (row - y) * (right - x));
    return { width: right - x, height: bottom - y, left: left + x, top: top + y, advance: box.width, colored, pixels: cut };
}
