// Builds what browsers get: the style sheets, the scripts and the images. LibMan has put the libraries into lib before.
import { cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import * as sass from "sass";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { "source-maps": { type: "boolean" } } });
const source = dirname(fileURLToPath(import.meta.url));
const target = resolve(source, positionals[0] ?? "../src/LeadCapture/wwwroot");

const plain = ["embed.js", "embed-dialog.js", "booth-worker.js", "proof-worker.js"];

await rm(target, { recursive: true, force: true });
await cp(join(source, "images"), target, { recursive: true });
await styles();
// Pages load their scripts as modules. The embed loader and its dialog are plain scripts, and its address is part of the contract; the worker of the
// booth is served with a list of what it keeps before it. The worker that solves puzzles has no need to be a module.
await scripts("js", "esm", (name) => !plain.includes(name));
await scripts("", "iife", (name) => name.startsWith("embed"));
await scripts("js", "iife", (name) => ["booth-worker.js", "proof-worker.js"].includes(name));

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

async function scripts(folder, format, chosen) {
  await esbuild.build({
    entryPoints: (await named("js", /\.js$/)).filter(chosen).map((name) => join(source, "js", name)),
    outdir: join(target, folder),
    bundle: true,
    minify: true,
    format,
    target: "es2021",
    charset: "utf8",
    // What a script fetches lies beside it.
    loader: { ".wasm": "file" },
    assetNames: "[name]",
    sourcemap: values["source-maps"] && (folder ? "linked" : "external"),
    logLevel: "warning",
  });
}

async function named(folder, pattern) {
  return (await readdir(join(source, folder))).filter((name) => pattern.test(name)).sort();
}

async function write(path, content) {
  await mkdir(dirname(join(target, path)), { recursive: true });
  await writeFile(join(target, path), content);
}
