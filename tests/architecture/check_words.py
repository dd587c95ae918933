#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a word of unfinished work stands in the tree: what is not done is not merged, or it is in the tracker.
"""Usage: check_words.py SOURCE_ROOT"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
FOLDERS = ('core', 'ui', 'app', 'tests', 'cmake', 'packaging', 'resources', 'docs', 'translations', '.ci')
SUFFIXES = ('.h', '.cpp', '.py', '.sh', '.sql', '.cmake', '.txt', '.md', '.json', '.dmn', '.csv', '.yml', '.ts', '')
# Written so that this file does not hold them.
WORDS = re.compile('|'.join(r'\b' + first + second + r'\b' for first, second in (
    ('TO', 'DO'), ('FIX', 'ME'), ('XX', 'X'), ('HA', 'CK'), ('[Ss]tu', 'bs?'), ('[Nn]ot impl', 'emented'),
    ('[Nn]ot yet impl', 'emented'))))
# Names of the tools themselves and the standard's own test data.
ALLOWED = ('tests/architecture/', 'tests/fuzz/corpus/')


def files():
    for folder in FOLDERS:
        yield from sorted((root / folder).rglob('*'))
    yield from sorted(root.glob('*.*'))


bad = []
for path in files():
    name = path.relative_to(root).as_posix()
    if not path.is_file() or path.suffix not in SUFFIXES or name.startswith(ALLOWED):
        continue
    try:
        text = path.read_text(encoding='utf-8')
    except UnicodeDecodeError:
        continue
    for number, line in enumerate(text.splitlines(), 1):
        found = WORDS.search(line)
        if found:
            bad.append(f'{name}:{number}: {found.group(0)}')
print('\n'.join(bad))
sys.exit(bool(bad))
