// Frames are asked for, one at a time: while nothing happens, nothing runs.
const hiddenPause = 100;

export class Frames {
    #draw;
    #asked = 0;
    #timer = 0;
    #stopped = false;
    #unseen;

    // `unseen`: run() does without a picture what cannot wait while the page is hidden and gets no frames, where it is wanted().
    constructor(draw, unseen) {
        this.#draw = draw;
        this.#unseen = unseen;
    }

    // Milliseconds from now; below 0: none before it is asked for again.
    schedule(wait) {
        clearTimeout(this.#timer);
        this.#timer = 0;
        if (document.hidden && this.#asked && this.#unseen.wanted()) {
            cancelAnimationFrame(this.#asked); // it would not come
            this.#asked = 0;
        }
        if (this.#stopped || this.#asked || wait < 0) return;
        if (document.hidden && wait === 0 && this.#unseen.wanted()) {
            this.#timer = setTimeout(() => this.#stopped || this.#unseen.run(), hiddenPause);
        } else if (wait > 0) {
            this.#timer = setTimeout(() => this.schedule(0), wait);
        } else {
            this.#asked = requestAnimationFrame(() => {
                this.#asked = 0;
                if (!this.#stopped) this.#draw();
            });
        }
    }

    // Somebody has just pressed something. Safari lets a frame copy, open a window or a list of files only if it was asked for while a press was
    // told, so one that was asked for before, as when the mouse moved, is asked for anew.
    pressed() {
        if (!this.#asked) return;
        cancelAnimationFrame(this.#asked);
        this.#asked = 0;
        this.schedule(0);
    }

    // Nothing is to be drawn now; something may be later.
    get idle() {
        return this.#asked === 0;
    }

    stop() {
        this.#stopped = true;
        clearTimeout(this.#timer);
        cancelAnimationFrame(this.#asked);
    }
}
