// The first script: plain, so that it runs in old browsers and from a file, and can say what is missing there.
"use strict";
(() => {
    const here = document.currentScript;
    const stop = (title, text) => {
        document.getElementById("cover-title").textContent = title;
        document.getElementById("cover-text").textContent = text;
        document.getElementById("cover").hidden = false;
        document.getElementById("cover").setAttribute("role", "alert");
    };
    if (location.protocol === "file:") {
        stop("Open Middleground through a web server", "Browsers do not run programs straight from files. Start a server with tools/run, or put the folder on any host for static files.");
        return;
    }
    // Some mail programs and documents turn the "#" of a link into "%23": then the deal stands in the query or in the path, and each request
    // for this address sends it to the host. From here on it is a fragment, which stays in the browser; a fragment that is there counts.
    const mangled = /%(?:25)*23([dpt]\d+\.[^&?]*)/i;
    const sent = mangled.exec(location.pathname + location.search);
    if (sent) {
        let clean = location.pathname + location.search;
        while (mangled.test(clean)) clean = clean.replace(mangled, "");
        history.replaceState(history.state, "", location.origin + clean.replace(/\?&?$/, "") + (location.hash.length > 1 ? location.hash : "#" + sent[1]));
    }
    // The smallest program with an instruction for sixteen bytes at once, with which the processor draws.
    const wide = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
    if (typeof WebAssembly !== "object" || !("noModule" in HTMLScriptElement.prototype) || !WebAssembly.validate(new Uint8Array(wide))) {
        stop("This browser is too old for Middleground", "It needs WebAssembly. Use a current version of Firefox, Chrome, Edge or Safari.");
        return;
    }
    // core/files/FORMATS.md
    const settings = (() => {
        try {
            return JSON.parse(localStorage.getItem("middleground/settings")) ?? {};
        } catch {
            return {}; // nothing that can be read
        }
    })();
    if (settings.theme === "light" || settings.theme === "dark") document.documentElement.style.colorScheme = settings.theme; // of the skeleton
    // ?render=cpu or gl, else the setting, else what the machine is good at.
    const wish = () => {
        const asked = new URLSearchParams(location.search).get("render");
        return asked === "cpu" || asked === "gl" ? asked : { processor: "cpu", graphics_card: "gl" }[settings.drawing];
    };
    const wanted = wish();
    // Browsers that compute WebGL on the processor, which takes several times as long as computing the pixels, do not all say so when asked.
    const isComputed = (gl) => /swiftshader|llvmpipe|softpipe|software|basic render/i.test(gl.getParameter(gl.getExtension("WEBGL_debug_renderer_info")?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
    const contextOf = (id, kind, how) => document.getElementById(id).getContext(kind, { alpha: false, ...how });
    // The program takes over this very context: making one is the slowest part of the start, so there is no other to try it with.
    const hasCard = () => {
        const gl = contextOf("canvas", "webgl2", { depth: false, stencil: false, antialias: false, failIfMajorPerformanceCaveat: wanted !== "gl" });
        if (!gl || wanted === "gl" || !isComputed(gl)) return gl !== null;
        gl.getExtension("WEBGL_lose_context")?.loseContext(); // and its memory
        return false;
    };
    const graphicsCard = wanted !== "cpu" && hasCard();
    if (!graphicsCard && !contextOf("pixels", "2d")) {
        stop("Middleground cannot draw here", "The browser gives it no canvas. Use a current version of Firefox, Chrome, Edge or Safari.");
        return;
    }
    import("./@@page.js@@").then(
        (page) => page.start({ build: here.dataset.build, graphicsCard }),
        () => stop("Middleground did not load", "A part of the page is missing. Check the connection, then reload the page."),
    );
})();
