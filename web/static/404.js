// Some mail programs and documents turn the "#" of a link into "%23", so that the deal becomes part of the path. The page that is opened
// instead is not told where from: the address has the deal in it.
"use strict";
(() => {
    const mangled = /%(?:25)*23(?=[dpt]\d+\.)/i.exec(location.href);
    if (mangled) location.replace(location.href.slice(0, mangled.index) + "#" + location.href.slice(mangled.index + mangled[0].length));
})();
