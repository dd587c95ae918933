#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a source file is over 400 lines or a function is over 60: what readers suffer from is the long tail.
"""Usage: check_sizes.py SOURCE_ROOT. Functions are found by the layout that clang-format gives them."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# What opens a brace at the beginning of a line or behind a head without being a function.
NO_FUNCTION = re.compile(r'^\s*(namespace|class|struct|enum|union|extern|#|//|\}|return\b|if\b|for\b|while\b|switch\b|'
                         r'do\b|else\b|case\b|try\b|catch\b)|=\s*$|=\s*\{')


def functions(lines):
    """(first line, length) of each function: a `{` alone on its line below a head, up to the `}` of that indent."""
    for index, line in enumerate(lines):
        opening = re.match(r'^(\s*)\{$', line)
        if not opening or index == 0:
            continue
        indent = opening.group(1)
        head = index - 1
        while head > 0 and len(lines[head]) - len(lines[head].lstrip()) > len(indent):
            head -= 1
        if NO_FUNCTION.search(lines[head]) or '(' not in ' '.join(lines[head:index]):
            continue
        for end in range(index + 1, len(lines)):
            if re.match(rf'^{indent}\}}', lines[end]):
                yield head + 1, end - head + 1
                break


bad = []
for top in ('core', 'ui', 'app', 'tests'):
    for path in sorted((root / top).rglob('*')):
        if path.suffix not in ('.h', '.cpp', '.py', '.sh') or not path.is_file():
            continue
        lines = path.read_text(encoding='utf-8').splitlines()
        name = path.relative_to(root)
        if len(lines) > LONGEST_FILE:
            bad.append(f'{name}: {len(lines)} lines, at most {LONGEST_FILE}')
        if path.suffix in ('.h', '.cpp'):
            bad += [f'{name}:{start}: a function of {length} lines, at most {LONGEST_FUNCTION}'
                    for start, length in functions(lines) if length > LONGEST_FUNCTION]
print('\n'.join(bad))
sys.exit(bool(bad))
