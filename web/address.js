// The page's address: a deal in the fragment, and what tests fix in the query.
export const baseUrl = () => location.origin + location.pathname;
export const query = (name) => new URLSearchParams(location.search).get(name);

export const hasLink = () => location.hash.length > 1;

// One that a mail program moved out of the fragment is back there by now: begin.js.
export const linkInAddress = () => (hasLink() ? location.hash : null);

export function openUrl(url) {
    // A mail program opens beside the page; a window of its own would stay empty.
    if (url.startsWith("mailto:")) location.href = url;
    else window.open(url, "_blank", "noopener");
}

export function today() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
