#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The checks can fail: each is given a small tree with one thing wrong, and has to name the place.
"""Usage: test_checks.py"""
import hashlib
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).parent
HEADER = '// SPDX-FileCopyrightText: The Tongban authors\n// SPDX-License-Identifier: GPL-3.0-or-later\n\n'
MIGRATION = 'core/storage/sql/migrations/store/0001_initial.sql'
SQL = '-- SPDX-FileCopyrightText: The Tongban authors\n-- SPDX-License-Identifier: GPL-3.0-or-later\n'
SOUND = {
    'LICENSE': '',
    'core/base/CMakeLists.txt': 'add_module(core/base PUBLIC_HEADERS id.h SOURCES id.cpp)\n',
    'core/base/id.h': HEADER + '#pragma once\n#include <string>\n',
    MIGRATION: SQL,
    'resources/models/a/1.dmn': '<definitions/>\n',
    'resources/models/a/1.json': '{"status":"published"}\n',
    'resources/models/b/1.dmn': '<definitions/>\n',
    'resources/models/b/1.json': '{"status":"draft"}\n',
}


def digest_line(name, text):
    return f'{hashlib.sha256(text.encode()).hexdigest()}  {name}\n'


SOUND['tests/architecture/published.sha256'] = ''.join(
    digest_line(name, SOUND[name]) for name in (MIGRATION, 'resources/models/a/1.dmn', 'resources/models/a/1.json'))


def core(line):
    return {'core/permit/x.cpp': HEADER + line + '\n'}


# check, changes to the sound tree, what the output has to hold
CASES = [
    ('layers', core('#include <QtWidgets/QWidget>'), 'core/permit/x.cpp:4: core must not use QtWidgets/QWidget'),
    ('layers', core('#include <QtGui>'), 'core must not use QtGui'),
    ('layers', core('#include "../../ui/queue/list.h"'), 'relative include'),
    ('layers', core('#include "x.h"'), 'include by full path'),
    ('layers', core('#include "ui/queue/list.h"'), 'core must not know ui/queue/list.h'),
    ('layers', core('#include <QString>'), 'this module must not use Qt'),
    ('layers', core('auto s = "SELECT a FROM b";'), 'SQL outside core/storage'),
    ('layers', core('auto s = "delete from b";'), 'SQL outside core/storage'),
    ('layers', {'ui/queue/x.cpp': HEADER + 'auto s = "UPDATE b SET a = 1";\n'}, 'SQL outside core/storage'),
    ('layers', core('std::cout << 1;'), 'core does not print'),
    ('sizes', core('x\n' * 400), 'core/permit/x.cpp: 404 lines'),
    ('sizes', core('int f(int a)\n{\n' + '    a++;\n' * 60 + '}'), 'a function of 63 lines'),
    ('spdx', {'core/permit/x.cpp': '#pragma once\n'}, 'core/permit/x.cpp'),
    ('words', core('// TO' + 'DO later'), 'core/permit/x.cpp:4'),
    ('published', {MIGRATION: SQL + '-- changed\n'}, MIGRATION + ': was published and is changed'),
    ('published', {'resources/models/a/1.dmn': '<definitions id="x"/>\n'}, '1.dmn: was published and is changed'),
    ('published', {'resources/models/a/1.json': '{"status":"draft"}\n'}, '1.json: was published and is gone'),
    ('published', {'resources/models/b/1.json': '{"status":"published"}\n'}, 'b/1.json: is new'),
    ('duties', {'core/central/sql/migrations/0002_x.sql': 'CREATE OR REPLACE FUNCTION core.seal_up(a int) AS $$ evidence $$;'},
     '0002_x.sql: core.seal_up no longer uses act_record'),
]


def run(check, changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (SOUND | changes).items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        return subprocess.run([sys.executable, here / f'check_{check}.py', folder], capture_output=True, text=True)


bad = []
for check in ('layers', 'sizes', 'spdx', 'words', 'published', 'duties'):
    result = run(check, {})
    if result.returncode != 0:
        bad.append(f'check_{check} finds something in a sound tree: {result.stdout}{result.stderr}')
for check, changes, expected in CASES:
    result = run(check, changes)
    if result.returncode == 0 or expected not in result.stdout:
        bad.append(f'check_{check} does not say "{expected}": {result.stdout}{result.stderr}')
print('\n'.join(bad))
sys.exit(bool(bad))
