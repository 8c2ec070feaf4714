// A host between a browser and the page for what WebDriver cannot do: scripts that run before those of the page, and what the page says.
import { createServer } from "node:http";

export class Gate {
    scripts = [`(${keepWords})();`];

    async open(upstream) {
        this.server = createServer(async (request, response) => {
            if (request.url === "/before-all.js") return response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" }).end(this.scripts.join("\n"));
            try {
                const from = await fetch(new URL(request.url, upstream));
                const headers = { "content-type": from.headers.get("content-type"), "cache-control": from.headers.get("cache-control") ?? "no-cache" };
                const body = Buffer.from(await from.arrayBuffer());
                const isPage = headers["content-type"]?.startsWith("text/html");
                response.writeHead(from.status, headers).end(isPage ? String(body).replace("<script ", '<script src="/before-all.js"></script><script ') : body);
            } catch (error) {
                response.writeHead(502).end(error.message);
            }
        });
        await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
        this.address = `http://localhost:${this.server.address().port}/`;
        return this;
    }
    close() {
        this.server.closeAllConnections();
        this.server.close();
    }
}
function keepWords() {
    window.wordsOfThePage = [];
    const keep = (kind, text) => window.wordsOfThePage.push({ kind, text });
    for (const kind of ["error", "warn"]) {
        const real = console[kind];
        console[kind] = (...what) => {
            keep("console", what.join(" "));
            real.apply(console, what);
        };
    }
    addEventListener("error", (event) => event.message && keep("pageerror", event.message));
    addEventListener("unhandledrejection", (event) => keep("pageerror", String(event.reason)));
    addEventListener("securitypolicyviolation", (event) => keep("console", `Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`));
}
