// Size, sharpness, theme, and what the picture is drawn on.
import * as cover from "./@@cover.js@@";

const canvas = document.getElementById("canvas");
const pixels = document.getElementById("pixels");
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const coarse = matchMedia("(pointer: coarse)");
const forced = matchMedia("(forced-colors: active)");
let finger = coarse.matches;

export const environment = () => ({ dark: dark.matches, still: still.matches, touch: finger });

// High contrast and the like: colours that the system gives to every page. Null: none.
export function forcedColors() {
    if (!forced.matches) return null;
    return ["Canvas", "CanvasText", "LinkText", "Highlight", "GrayText"].map((name) => {
        const probe = document.body.appendChild(document.createElement("span"));
        probe.style.forcedColorAdjust = "none";
        probe.style.color = name;
        const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
        probe.remove();
        return (red << 16) | (green << 8) | blue;
    });
}

// SDL hears only "resize" of the window; zooming, turning the phone and moving to another screen are told here.
function tellSize() {
    dispatchEvent(new UIEvent("resize"));
}

function watchPixelRatio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
        "change",
        () => {
            tellSize();
            watchPixelRatio();
        },
        { once: true },
    );
}

export function setBackground(rgb) {
    const color = "#" + rgb.toString(16).padStart(6, "0");
    document.documentElement.style.setProperty("--background", color);
    document.querySelector('meta[name="theme-color"]').content = color;
    // Light or dark as the program is, whatever the system is, for scroll bars and the cover.
    const brightness = (rgb >> 16) + ((rgb >> 8) & 255) + (rgb & 255);
    document.documentElement.style.colorScheme = brightness > 384 ? "light" : "dark";
}

// Whether begin.js got a graphics card for the program, and it is still there.
export const hasGraphicsCard = (made) => made && !canvas.getContext("webgl2").isContextLost();

// What the processor drew, a part of it: [left, top, width, height]. On a canvas of its own, as one that WebGL once drew on takes nothing else;
// it lies over the other one, which goes on taking what the mouse does.
export function showPixels(rgba, width, height, part) {
    const context = pixels.getContext("2d", { alpha: false });
    if (!context) {
        if (pixels.hidden) cover.showFailure("Middleground cannot draw here", "The browser gives it no canvas. Your deals are saved. Reload the page, or use another browser.");
        pixels.hidden = false;
        return;
    }
    if (pixels.width !== width || pixels.height !== height) Object.assign(pixels, { width, height });
    context.putImageData(new ImageData(rgba, width, height), 0, 0, ...part);
    pixels.hidden = false;
}

export function listen(program) {
    new ResizeObserver(tellSize).observe(canvas);
    watchPixelRatio();
    const tell = () => program.environment(environment());
    for (const query of [dark, still]) query.addEventListener("change", tell);
    const tellColors = () => program.forcedColors(forcedColors());
    for (const query of [forced, dark]) query.addEventListener("change", tellColors);
    addEventListener(
        "pointerdown",
        (event) => {
            if (finger === (event.pointerType === "touch")) return;
            finger = !finger;
            // Sizes change with it: not while the finger is on what it presses.
            setTimeout(tell, 400);
        },
        { capture: true },
    );
    // The processor goes on with it.
    canvas.addEventListener("webglcontextlost", () => program.graphicsLost());
    pixels.addEventListener("contextrestored", () => program.graphicsLost());
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
}
