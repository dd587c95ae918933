// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Run by compare-engines in its scratch folder, where the other engine is installed.

import { ZenEngine } from '@gorules/zen-engine';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { scalingInputs, scalingModel } from './scaling_tables.mjs';

const tongbanctl = process.env.TONGBANCTL;
const workloads = process.env.TONGBAN_RULE_WORKLOADS;
const isJson = process.argv.includes('--json');
const secondsAt = process.argv.indexOf('--seconds');
const seconds = secondsAt < 0 ? 2 : Number(process.argv[secondsAt + 1]);

const tariffLine = (r) => `${r.code};${r.rate};${r.approval}`;
const permitLine = (r) =>
    `${(r.reasons ?? []).map((reason) => reason.code).join('|')};${r.route};${r.unit};${String(r.deadline).slice(0, 10)}`;

const suites = [
    { name: 'W1', model: 'w1.dmn', graph: 'w1.jdm.json', data: 'w1', decision: 'PermitDecision', line: permitLine },
    { name: 'W2 first', model: 'w2-first.dmn', graph: 'w2.jdm.json', data: 'w2', decision: 'Tariff', line: tariffLine },
    { name: 'W2 unique', model: 'w2.dmn', graph: 'w2.jdm.json', data: 'w2', decision: 'Tariff', line: tariffLine },
];

const fileOf = (name) => path.join(workloads, name);
const linesOf = (name) => fs.readFileSync(fileOf(name), 'utf8').trimEnd().split('\n');

function run(args, input) {
    const done = spawnSync(tongbanctl, args, { input, maxBuffer: 1 << 30, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(`tongbanctl ${args.join(' ')}: ${done.stderr}`);
    return done.stdout;
}

function check(who, suite, results, expected) {
    const wrong = results.findIndex((result, i) => suite.line(result) !== expected[i]);
    if (results.length !== expected.length || wrong >= 0)
        throw new Error(`${who}, ${suite.name}, line ${wrong + 1}: ${suite.line(results[wrong])} instead of ${expected[wrong]}`);
}

// A call of the other engine returns a promise. How many are under way at once changes its rate, so several
// numbers are tried and its best one counts.
async function zenRate(decision, cases) {
    let best = 0;
    for (const atOnce of [1, 20, 200, 1000]) {
        let count = 0;
        const start = process.hrtime.bigint();
        let passed = 0;
        do {
            const calls = [];
            for (let i = 0; i < atOnce; ++i) calls.push(decision.evaluate(cases[count++ % cases.length]));
            await Promise.all(calls);
            passed = Number(process.hrtime.bigint() - start) / 1e9;
        } while (passed < seconds / 2);
        best = Math.max(best, count / passed);
    }
    return best;
}

async function zenResults(decision, cases) {
    const results = [];
    for (let i = 0; i < cases.length; i += 100)
        results.push(...(await Promise.all(cases.slice(i, i + 100).map((one) => decision.evaluate(one)))));
    return results.map((answer) => answer.result);
}

const bench = (model, decision, inputs) =>
    JSON.parse(run(['--json', 'bench', 'decide', model, '--decision', decision, '--inputs', inputs,
        '--seconds', String(seconds), '--threads', '2']));

// The program itself from JSON Lines to JSON Lines with two threads, its start included. Per thread of the elapsed time,
// which says little on a busy machine, and per second of processor time, which does not depend on the others.
function streamRate(suite, text) {
    const times = 100; // a year of cases: the start of the program is a small part of it
    const stream = fs.openSync('stream.jsonl', 'w');
    for (let i = 0; i < times; i++) fs.writeSync(stream, text);
    fs.closeSync(stream);
    const done = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$0" decide "$1" --decision "$2" --threads 2 < stream.jsonl > answers.jsonl',
        tongbanctl, fileOf(suite.model), suite.decision], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    const [elapsed, user, system] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number);
    const lines = text.trimEnd().split('\n').length * times;
    return { stream_per_second: lines / elapsed, stream_per_cpu_second: lines / (user + system) };
}

const engine = new ZenEngine();
const rows = [];
const zenKnown = new Map();
for (const suite of suites) {
    const inputs = fileOf(`${suite.data}.inputs.jsonl`);
    const expected = linesOf(`${suite.data}.expected.txt`);
    const text = fs.readFileSync(inputs, 'utf8');
    const own = run(['decide', fileOf(suite.model), '--decision', suite.decision], text);
    check('tongban', suite, own.trimEnd().split('\n').map((line) => JSON.parse(line)), expected);
    if (!zenKnown.has(suite.graph)) {
        const decision = engine.createDecision(fs.readFileSync(fileOf(suite.graph)));
        const cases = text.trimEnd().split('\n').map((line) => JSON.parse(line));
        check('zen', suite, await zenResults(decision, cases), expected);
        zenKnown.set(suite.graph, await zenRate(decision, cases));
    }
    const zen = zenKnown.get(suite.graph);
    const figures = bench(fileOf(suite.model), suite.decision, inputs);
    const stream = streamRate(suite, text);
    rows.push({ workload: suite.name, zen_per_second: zen, ...figures, ...stream,
        stream_share: stream.stream_per_second / 2 / figures.per_second,
        stream_cpu_share: stream.stream_per_cpu_second / figures.per_second, ratio: figures.per_second / zen,
        json_ratio: figures.json_per_second / zen });
}

const scaling = [];
for (const rules of [100, 1000, 10000]) {
    fs.writeFileSync('scaling.dmn', scalingModel(rules));
    fs.writeFileSync('scaling.jsonl', scalingInputs(rules, 10000));
    const figures = bench('scaling.dmn', 'Tariff', 'scaling.jsonl');
    scaling.push({ rules, per_second: figures.per_second, microseconds: 1e6 / figures.per_second,
        load_ms: figures.load_ms, bytes: figures.bytes });
}

if (isJson) {
    console.log(JSON.stringify({ workloads: rows, scaling }));
} else {
    const whole = (value) => Math.round(value).toLocaleString('en');
    const table = (title, lines) => { console.log(`\n${title}`); console.table(lines); };
    table('Decisions a second, one thread, inputs parsed; results of both engines checked against the agreed ones',
        rows.map((row) => ({ workload: row.workload, zen: whole(row.zen_per_second), tongban: whole(row.per_second),
            ratio: row.ratio.toFixed(1), traced: whole(row.trace_per_second), 'trace costs': `${row.trace_ratio.toFixed(2)}x`,
            'p50 us': row.p50_us.toFixed(2), 'p99 us': row.p99_us.toFixed(2) })));
    table('JSON text to JSON text',
        rows.map((row) => ({ workload: row.workload, 'one thread': whole(row.json_per_second),
            'two threads': whole(row.threads_json_per_second), 'share of the in-process rate': row.threads_json_share.toFixed(2),
            'load ms': row.load_ms.toFixed(1), 'model bytes': whole(row.bytes) })));
    table('tongbanctl decide, JSON Lines to JSON Lines, two threads, as shares of the in-process rate of one thread',
        rows.map((row) => ({ workload: row.workload, 'lines a second': whole(row.stream_per_second),
            'per thread': row.stream_share.toFixed(2), 'lines a second of processor time': whole(row.stream_per_cpu_second),
            'per processor': row.stream_cpu_share.toFixed(2) })));
    table('One table of six columns, growing',
        scaling.map((row) => ({ rules: whole(row.rules), tongban: whole(row.per_second),
            'us a decision': row.microseconds.toFixed(3), 'load ms': row.load_ms.toFixed(1), 'model bytes': whole(row.bytes) })));
}
