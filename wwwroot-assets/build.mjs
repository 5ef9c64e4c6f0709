// Builds what browsers get: the style sheets, the scripts and the images. LibMan has put the libraries into lib before.
import { cp, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const source = dirname(fileURLToPath(import.meta.url));
const target = resolve(source, process.argv[2] ?? "../src/LeadCapture/wwwroot");

await rm(target, { recursive: true, force: true });
await cp(join(source, "images"), target, { recursive: true });
await styles();
await scripts();

async function styles() {
  for (const name of await named("scss", /^[^_].*\.scss$/)) {
    const { css } = sass.compile(join(source, "scss", name), {
      style: "compressed",
      loadPaths: [join(source, "lib")],
      // Bootstrap 5.3 is written for @import; its warnings are not ours to heed.
      silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
    });
    await write(join("css", name.replace(/\.scss$/, ".css")), css);
  }
}

async function scripts() {
  for (const name of await named("js", /\.js$/)) {
    const script = await readFile(join(source, "js", name), "utf8");
    // The address of the embed loader is part of the contract; every other script may move.
    await write(name === "embed.js" ? name : join("js", name), light(script));
  }
}

// Comments on lines of their own, indents and empty lines go. So no script may hold a text of several lines.
function light(script) {
  return script.split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("//")).join("\n") + "\n";
}

async function named(folder, pattern) {
  return (await readdir(join(source, folder))).filter((name) => pattern.test(name)).sort();
}

async function write(path, content) {
  await mkdir(dirname(join(target, path)), { recursive: true });
  await writeFile(join(target, path), content);
}
