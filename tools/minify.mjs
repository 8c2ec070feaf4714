// Makes scripts smaller without changing what they do: {name: text} as JSON on stdin becomes the same on stdout.
// NODE_PATH names the folder that holds terser.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const { minify } = createRequire(join((process.env.NODE_PATH ?? "").split(delimiter)[0], "here.js"))("terser");
const scripts = JSON.parse(readFileSync(0, "utf8"));
const smaller = {};
for (const [name, text] of Object.entries(scripts)) {
    const module = /^\s*(import|export)\b/m.test(text);
    smaller[name] = (await minify({ [name]: text }, { module, compress: { passes: 2 }, mangle: true, ecma: 2022 })).code;
}
process.stdout.write(JSON.stringify(smaller));
