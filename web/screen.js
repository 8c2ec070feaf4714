// Size, sharpness, theme, and the graphics context.
import * as cover from "./@@cover.js@@";

const canvas = document.getElementById("canvas");
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
    // Light or dark as the program is, whatever the system is, for scroll bars and the cover.
    const brightness = (rgb >> 16) + ((rgb >> 8) & 255) + (rgb & 255);
    document.documentElement.style.colorScheme = brightness > 384 ? "light" : "dark";
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
    let gone = 0;
    canvas.addEventListener("webglcontextlost", (event) => {
        event.preventDefault(); // or it never comes back
        program.flush();
        program.contextLost();
        gone = setTimeout(() => cover.showFailure("The browser switched off the graphics", "Your deals are saved. Reload the page to continue."), 3000);
    });
    canvas.addEventListener("webglcontextrestored", () => {
        clearTimeout(gone);
        cover.hide();
        program.contextRestored();
    });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault());
}
