// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tables of one shape and any length: six columns, and exactly one rule for every case, so that no rule may be
// left out of the search.

const products = ['card', 'mortgage', 'auto', 'student', 'cash'];
const regions = ['north', 'south', 'east', 'west', 'centre'];
const perBand = products.length * regions.length;

const cell = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function rule(i) {
    const band = Math.floor(i / perBand);
    const inputs = [
        `"${products[i % products.length]}"`,
        `"${regions[Math.floor(i / products.length) % regions.length]}", "none of ${i % 7}"`,
        `[${band * 10}..${band * 10 + 10})`,
        i % 3 === 0 ? '-' : `>= ${(i % 200) / 10}`,
        `< ${500 + (i % 120)}`,
        `[${i % 90}..${2000000 + (i % 900) * 100}]`,
    ];
    return '<rule>' + inputs.map((text) => `<inputEntry><text>${cell(text)}</text></inputEntry>`).join('')
        + `<outputEntry><text>"T${i}"</text></outputEntry><outputEntry><text>${i / 1000}</text></outputEntry></rule>`;
}

export function scalingModel(rules) {
    const columns = [['product', 'string'], ['region', 'string'], ['score', 'number'], ['ltv', 'number'],
        ['term', 'number'], ['amount', 'number']];
    return '<?xml version="1.0" encoding="UTF-8"?>\n'
        + '<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="m" name="scaling" namespace="urn:scaling">\n'
        + columns.map(([name, type]) => `<inputData id="${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`).join('')
        + '<decision id="t" name="Tariff"><variable name="Tariff"/>'
        + columns.map(([name]) => `<informationRequirement><requiredInput href="#${name}"/></informationRequirement>`).join('')
        + '<decisionTable hitPolicy="UNIQUE">'
        + columns.map(([name, type]) => `<input><inputExpression typeRef="${type}"><text>${name}</text></inputExpression></input>`).join('')
        + '<output name="code" typeRef="string"/><output name="rate" typeRef="number"/>'
        + Array.from({ length: rules }, (_, i) => rule(i)).join('\n')
        + '</decisionTable></decision></definitions>\n';
}

export function scalingInputs(rules, count) {
    // A fixed linear congruence: the same cases in every run.
    let state = 12345;
    const below = (n) => {
        state = (state * 48271) % 2147483647;
        return Math.floor((state / 2147483647) * n);
    };
    const bands = Math.floor(rules / perBand);
    return Array.from({ length: count }, () => JSON.stringify({
        product: products[below(products.length)],
        region: regions[below(regions.length)],
        score: below(bands * 10),
        ltv: 20 + below(800) / 10,
        term: below(500),
        amount: 100 + below(1900000),
    })).join('\n') + '\n';
}
