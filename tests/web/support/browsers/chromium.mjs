// Debian's Chromium by playwright-core.
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";

const { chromium } = createRequire(join(process.env.NODE_PATH.split(delimiter)[0], "here.js"))("playwright-core");

// Where a test asks for WebGL, the browser computes it; the page around it is put together without going that way too.
const usual = ["--use-angle=swiftshader-webgl", "--enable-unsafe-swiftshader"];

export const launch = (args = usual) => chromium.launch({ executablePath: process.env.MIDDLEGROUND_CHROMIUM, args: ["--no-sandbox", ...args] });
