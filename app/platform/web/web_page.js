// The functions of web_page.hpp, for Emscripten's linker: texts cross between C++ and the page here, Module.page (web/page.js) does the rest.
addToLibrary({
    // By the browser's own encoder and decoder: going letter by letter, a stored deal takes milliseconds.
    $textEncoder: "new TextEncoder()",
    $givenText__deps: ["$textEncoder", "malloc"],
    $givenText: (text) => {
        if (text === null) return 0;
        const bytes = textEncoder.encode(text);
        const pointer = _malloc(bytes.length + 1);
        HEAPU8.set(bytes, pointer);
        HEAPU8[pointer + bytes.length] = 0;
        return pointer;
    },

    page_started: (program) => Module["page"]["started"](program),

    page_read__deps: ["$givenText", "$UTF8ToString"],
    page_read: (key) => givenText(Module["page"]["read"](UTF8ToString(key))),
    $textDecoder: "new TextDecoder('utf-8', { ignoreBOM: true })",
    page_write__deps: ["$givenText", "$textDecoder", "$UTF8ToString"],
    page_write: (key, text, size) => givenText(Module["page"]["write"](UTF8ToString(key), textDecoder.decode(HEAPU8.subarray(text, text + size)))),
    page_remove__deps: ["$givenText", "$UTF8ToString"],
    page_remove: (key) => givenText(Module["page"]["remove"](UTF8ToString(key))),
    page_keys__deps: ["$givenText"],
    page_keys: () => givenText(Module["page"]["keys"]().join("\n")),
    page_used_bytes: () => Module["page"]["usedBytes"](),
    page_keep_storage: () => Module["page"]["keepStorage"](),
    page_ask_turn: () => (Module["page"]["askTurn"]() ? 1 : 0),

    page_copy__deps: ["$UTF8ToString"],
    page_copy: (text) => Module["page"]["copy"](UTF8ToString(text)),
    page_save_file__deps: ["$givenText", "$UTF8ToString"],
    page_save_file: (name, bytes, size, mime) =>
        givenText(Module["page"]["saveFile"](UTF8ToString(name), HEAPU8.slice(bytes, bytes + size), UTF8ToString(mime))),
    page_print__deps: ["$UTF8ToString"],
    page_print: (html) => Module["page"]["print"](UTF8ToString(html)),
    page_choose_file: () => Module["page"]["chooseFile"](),
    page_cancel_reading: () => Module["page"]["cancelReading"](),
    page_backup_file: (wish) => Module["page"]["backupFile"](wish),
    page_open_url__deps: ["$UTF8ToString"],
    page_open_url: (url) => Module["page"]["openUrl"](UTF8ToString(url)),
    page_base_url__deps: ["$givenText"],
    page_base_url: () => givenText(Module["page"]["baseUrl"]()),
    page_query__deps: ["$givenText", "$UTF8ToString"],
    page_query: (name) => givenText(Module["page"]["query"](UTF8ToString(name))),
    page_may_fix_ids: () => (Module["page"]["mayFixIds"]() ? 1 : 0),
    page_clear_fragment: () => Module["page"]["clearFragment"](),
    page_steps_back: (steps) => Module["page"]["stepsBack"](steps),
    page_reload: () => Module["page"]["reload"](),
    page_offline: () => Module["page"]["offline"](),
    page_today__deps: ["$givenText"],
    page_today: () => givenText(Module["page"]["today"]()),
    page_random: (bytes, size) => {
        crypto.getRandomValues(HEAPU8.subarray(bytes, bytes + size));
    },
    page_is_mac: () => (Module["page"]["isMac"]() ? 1 : 0),

    page_has_team_part: () => Module["page"]["hasTeamPart"](),
    page_team__deps: ["$UTF8ToString"],
    page_team: (what, text, bytes, size, order, revision) => Module["page"]["team"](what, UTF8ToString(text), HEAPU8.slice(bytes, bytes + size), order, revision),

    page_decode__deps: ["$textEncoder", "$UTF8ToString", "malloc"],
    page_decode: (bytes, size, label, text_size) => {
        let text;
        try {
            text = new TextDecoder(UTF8ToString(label), { "fatal": true }).decode(HEAPU8.subarray(bytes, bytes + size));
        } catch {
            return 0;
        }
        const encoded = textEncoder.encode(text);
        const pointer = _malloc(encoded.length + 1); // never of nothing, which would look like a refusal
        HEAPU8.set(encoded, pointer);
        HEAPU32[text_size >> 2] = encoded.length;
        return pointer;
    },

    page_has_graphics_card: () => (Module["page"]["hasGraphicsCard"]() ? 1 : 0),
    page_show_pixels: (rgba, width, height, ...part) =>
        Module["page"]["showPixels"](new Uint8ClampedArray(HEAPU8.buffer, rgba, width * height * 4), width, height, part),
    page_schedule: (wait_ms) => Module["page"]["schedule"](wait_ms),
    page_letters_advance__deps: ["$UTF8ToString"],
    page_letters_advance: (text, em, weight) => Module["page"]["lettersAdvance"](UTF8ToString(text), em, weight),
    page_letters_draw__deps: ["$UTF8ToString", "malloc"],
    page_letters_draw: (text, em, weight, color, drawn) => {
        const letters = Module["page"]["lettersDraw"](UTF8ToString(text), em, weight, color);
        if (!letters) return 0;
        const size = letters["pixels"].length;
        const pixels = size ? _malloc(size * 4) : 0;
        if (pixels) HEAPU32.set(letters["pixels"], pixels >> 2);
        HEAP32.set([pixels ? letters["width"] : 0, pixels ? letters["height"] : 0, letters["left"], letters["top"], letters["colored"] ? 1 : 0], drawn >> 2);
        HEAPF32[(drawn >> 2) + 5] = letters["advance"];
        HEAPU32[(drawn >> 2) + 6] = pixels;
        return 1;
    },
    page_set_background: (rgb) => Module["page"]["setBackground"](rgb),
    page_text_field__deps: ["$UTF8ToString"],
    page_text_field: (label, error, value, begin, end) =>
        Module["page"]["textField"]({
            "label": UTF8ToString(label),
            "error": UTF8ToString(error),
            "value": UTF8ToString(value),
            // Places count as the browser counts them.
            "begin": UTF8ToString(value, begin).length,
            "end": UTF8ToString(value, end).length,
        }),
    page_show_field: (field) => {
        if (!field) return Module["page"]["showField"](null);
        const [left, top, width, height, seenLeft, seenTop, seenRight, seenBottom, size, line] = HEAPF32.subarray(field >> 2, (field >> 2) + 10);
        const [weight, lines, color, background] = HEAP32.subarray((field >> 2) + 10, (field >> 2) + 14);
        Module["page"]["showField"]({
            "left": left,
            "top": top,
            "width": width,
            "height": height,
            "seen": [seenLeft, seenTop, seenRight, seenBottom],
            "size": size,
            "line": line,
            "weight": weight,
            "lines": lines !== 0,
            "enterMakesLine": lines === 2,
            "color": color,
            "background": background,
        });
    },
    page_text_input: (wanted, x, y, line_height) => Module["page"]["textInput"](wanted !== 0, x, y, line_height),
});
