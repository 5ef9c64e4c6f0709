import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import globals from "globals";

export default defineConfig([
  globalIgnores(["lib/"]),
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["js/*.js", "js/page/*.js"], languageOptions: { globals: globals.browser } },
  // What stands here needs no browser, so that it can be tested without one.
  { files: ["js/modules/*.js"], languageOptions: { globals: globals["shared-node-browser"] } },
  { files: ["*.js", "*.mjs", "test/*.mjs"], languageOptions: { globals: globals.node } },
]);
