// Fingers, pens and trackpads. The program hears of them here and not through SDL, which knows neither parts of a pixel nor that the
// browser took a finger away for a gesture of its own, such as zooming with two.
const canvas = document.getElementById("canvas");
const kinds = { pointerdown: 0, pointermove: 1, pointerup: 2, pointercancel: 3 };
const isFinger = (event) => event.pointerType === "touch" || event.pointerType === "pen";

// Browsers say pixels for a mouse's wheel, too. There, "wheelDelta" has whole notches of 120 and the pixels are many; of a trackpad it is
// three times the pixels.
function isNotch(event) {
    if (event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return true;
    const [pixels, said] = event.deltaY !== 0 ? [event.deltaY, event.wheelDeltaY] : [event.deltaX, event.wheelDeltaX];
    return Math.abs(pixels) >= fewestPerNotch && said !== 0 && said % 120 === 0 && said !== -3 * pixels;
}
const fewestPerNotch = 30;
const perNotch = [100, 3, 1]; // pixels, lines, pages

function listenForWheel(program) {
    canvas.addEventListener(
        "wheel",
        (event) => {
            event.stopImmediatePropagation();
            // The browser's own zoom, also of two fingers on a trackpad.
            if (event.ctrlKey) return;
            event.preventDefault();
            const notch = perNotch[event.deltaMode] ?? 100;
            const scale = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 40;
            // With Shift, browsers have turned it sideways already.
            if (isNotch(event) && !event.shiftKey) program.wheel(-event.deltaX / notch, -event.deltaY / notch);
            else program.scroll(-event.deltaX * scale, -event.deltaY * scale);
        },
        { capture: true, passive: false },
    );
}

// Before SDL listens.
export function listen(program) {
    for (const name of Object.keys(kinds)) {
        canvas.addEventListener(name, (event) => {
            if (!isFinger(event)) return;
            if (event.buttons === 0 && name === "pointermove") return; // a pen over the page
            // No mouse events in its place where a pen makes no touches.
            if (name === "pointerdown" && event.pointerType === "pen") event.preventDefault();
            program.finger(kinds[name], event.pointerId, event.clientX, event.clientY, event.timeStamp);
        });
    }
    for (const name of ["touchstart", "touchmove", "touchcancel"]) {
        canvas.addEventListener(name, (event) => event.stopImmediatePropagation(), { passive: true });
    }
    canvas.addEventListener("touchend", (event) => {
        event.stopImmediatePropagation();
        if (event.cancelable) event.preventDefault(); // else the same as a mouse would follow
        program.fingerLeft();
    });
    listenForWheel(program);
}
