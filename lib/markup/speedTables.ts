import {programNames, type Benchmark, type Growth, type ProgramName} from "../evidence/benchmark.js";
import {formatDigits, formatEpoch} from "../figures/numberFormat.js";
import {fragment, type Html} from "./fragment.js";

/** Nanoseconds for each training point, hidden unit and epoch, by program and number of hidden units. */
export function trainingTable({training: {hidden, nanoseconds}}: Benchmark): Html {
  const heads = hidden.map((h) => fragment`<th scope="col" class="number"><i>h</i>\u00a0=\u00a0${h}</th>`);
  const rows = (Object.entries(nanoseconds) as [ProgramName, number[]][])
    .sort(([, a], [, b]) => b[0]! - a[0]!)
    .map(([name, times]) => fragment`<tr><th scope="row">${programNames[name]}</th>${times.map(numberCell)}</tr>\n`);
  return fragment`<div class="table"><table class="speed">
<thead><tr><th scope="col">nanoseconds per point, unit and epoch</th>${heads}</tr></thead>
<tbody>
${rows}</tbody></table></div>\n`;
}

/** The same for the kernel alone, as one parameter grows: a pair of rows for each. */
export function growthTables({growth: {points, hidden, epochs}}: Benchmark): Html {
  return fragment`${growthTable("training points", points)}${growthTable("hidden units", hidden)}${growthTable("epochs", epochs)}`;
}

function growthTable(name: string, {values, nanoseconds}: Growth): Html {
  const heads = values.map((value) => fragment`<th scope="col" class="number">${formatEpoch(value)}</th>`);
  return fragment`<div class="table"><table class="growth">
<thead><tr><th scope="col">${name}</th>${heads}</tr></thead>
<tbody><tr><th scope="row">nanoseconds</th>${nanoseconds.map(numberCell)}</tr></tbody></table></div>\n`;
}

function numberCell(value: number): Html {
  return fragment`<td class="number">${formatDigits(value, value >= 100 ? 2 : 3)}</td>`;
}
