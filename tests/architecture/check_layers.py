#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a source file crosses a layer in a way the compiler cannot see: includes, Qt, SQL, printing.
"""Usage: check_layers.py SOURCE_ROOT"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])

# Qt modules that a top folder may not reach through Qt's common include root.
QT_MODULES = {'core': ('QtGui', 'QtWidgets', 'QtCharts', 'QtTest', 'QtSql'), 'ui': ('QtSql', 'QtTest'),
              'app': ('QtSql',)}
# Modules without any Qt: their values have to be usable where there is none.
WITHOUT_QT = ('core/base/', 'core/feel/', 'core/permit/')
# Statements are text in .sql files beside their store.
SQL = re.compile(r'"[^"]*\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|'
                 r'CREATE\s+(TABLE|INDEX|TRIGGER|VIEW)|DROP\s+(TABLE|INDEX))\b', re.IGNORECASE)
# Where a statement may stand in C++: the stores, and the bare reference that benchmarks compare them with.
STATEMENTS = ('core/storage/', 'core/central/', 'core/bench/bare_')
PRINTING = re.compile(r'\bstd::(cout|cerr|clog)\b|(?<![\w:])printf\s*\(')


def public_headers():
    """Headers that a module lists under PUBLIC_HEADERS; the others exist for nobody else."""
    for listing in (root / 'core').rglob('CMakeLists.txt'):
        found = re.search(r'PUBLIC_HEADERS(.*?)(SOURCES|PUBLIC\b|PRIVATE|\))', listing.read_text(), re.S)
        if found:
            yield from ((listing.parent / header).relative_to(root).as_posix() for header in found.group(1).split())


PUBLIC = set(public_headers())


def findings(path, text):
    name = path.relative_to(root).as_posix()
    top = name.split('/')[0]
    for number, line in enumerate(text.splitlines(), 1):
        where = f'{name}:{number}'
        include = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
        if include:
            kind, target = include.groups()
            if '../' in target:
                yield f'{where}: relative include {target}'
            if target.split('/')[0] in QT_MODULES.get(top, ()):
                yield f'{where}: {top} must not use {target}'
            if top != 'tests' and kind == '"' and '/' not in target and not target.endswith('.moc') and not target.startswith('ui_'):
                yield f'{where}: include by full path, not {target}'
            if name.startswith(WITHOUT_QT) and re.match(r'Q[A-Z]|Qt', target):
                yield f'{where}: this module must not use Qt ({target})'
            if top == 'core' and target.startswith(('ui/', 'app/', 'tests/')):
                yield f'{where}: core must not know {target}'
            if name in PUBLIC and re.match(r'QString|QByteArray|QVariant', target):
                yield f'{where}: text in a public header of core is std::string, not {target}'
        if top != 'tests' and not name.startswith(STATEMENTS) and SQL.search(line):
            yield f'{where}: SQL outside core/storage'
        if top == 'core' and PRINTING.search(line):
            yield f'{where}: core does not print; it returns values or writes to a Log'


bad = []
for top in ('core', 'ui', 'app', 'tests'):
    for path in sorted((root / top).rglob('*')):
        if path.suffix in ('.h', '.cpp') and path.is_file():
            bad += findings(path, path.read_text(encoding='utf-8'))
print('\n'.join(bad))
sys.exit(bool(bad))
