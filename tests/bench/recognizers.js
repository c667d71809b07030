// Recognizers-Text finds the numbers of a text line by line: node recognizers.js FILE. For bench.sh, where npm has installed it.
const { recognizeNumber, Culture } = require("@microsoft/recognizers-text-number");
const lines = require("fs").readFileSync(process.argv[2], "utf8").split("\n");
console.log(lines.reduce((sum, line) => sum + recognizeNumber(line, Culture.Chinese).length, 0));
