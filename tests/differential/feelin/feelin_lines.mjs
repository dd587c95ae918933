// SPDX-FileCopyrightText: The Tongban authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads expressions from the standard input, one a line, and writes what feelin makes of each as one JSON value a
// line; "!" for what it refuses. Run it where feelin is installed.

import { createInterface } from 'node:readline';
import { evaluate } from 'feelin';

function plain(value) {
  if (value === undefined || value === null || typeof value === 'function') return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'object') {
    if (Object.getPrototypeOf(value) === Object.prototype)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
    return String(value);
  }
  return value;
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify(plain(evaluate(line, {}).value)));
  } catch (error) {
    console.log('!');
  }
}
