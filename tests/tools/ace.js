// Runs Ace by DAISY on books, one after the other: node ace.js FOLDER BOOK...
// Writes FOLDER/<book>/report.json for each. Ace itself would need a process for each, and a command to start it.
"use strict";

const path = require("path");
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

const [folder, ...books] = process.argv.slice(2);

(async () => {
  for (const book of books) {
    const options = { cwd: process.cwd(), outdir: path.join(folder, path.basename(book)), silent: true };
    await ace(book, options, runner);
  }
})().catch((error) => {
  console.error(error);
  process.exit(1);
});
