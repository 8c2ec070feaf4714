// Printing. The canvas prints as the picture that it is; a page that is made for paper takes its place while it is printed.
const paper = document.getElementById("paper");
const own = new CSSStyleSheet(); // a style element would not get past the page's Content-Security-Policy

// The page comes from the program, which escapes what people wrote; a parsed document runs no script whatever is in it.
function lay(html) {
    const [element, rules] = html.match(/<style>([^]*?)<\/style>/);
    const page = new DOMParser().parseFromString(html.replace(element, ""), "text/html");
    own.replaceSync(rules);
    paper.replaceChildren(...page.body.children);
    paper.hidden = false;
}

function clear() {
    paper.hidden = true;
    paper.replaceChildren();
}

export function print(html) {
    lay(html);
    // Later: the dialog stops the page, and the program is in the middle of a frame.
    setTimeout(() => window.print());
}

export function listen(program) {
    document.adoptedStyleSheets.push(own);
    addEventListener("beforeprint", () => {
        const html = paper.hidden ? program.printable() : null;
        if (html !== null) lay(html);
    });
    addEventListener("afterprint", clear);
}
