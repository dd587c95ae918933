#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a source file does not begin with the two lines that name its authors and its licence.
"""Usage: check_spdx.py SOURCE_ROOT"""
import pathlib
import sys

root = pathlib.Path(sys.argv[1])
LINES = ['SPDX-FileCopyrightText: The Tongban authors', 'SPDX-License-Identifier: GPL-3.0-or-later']
COMMENT = {'.h': '// ', '.cpp': '// ', '.py': '# ', '.sh': '# ', '.sql': '-- '}

bad = []
for top in ('core', 'ui', 'app', 'tests'):
    for path in sorted((root / top).rglob('*')):
        if path.suffix not in COMMENT or not path.is_file():
            continue
        lines = path.read_text(encoding='utf-8').splitlines()
        if lines and lines[0].startswith('#!'):
            lines = lines[1:]
        if lines[:2] != [COMMENT[path.suffix] + line for line in LINES]:
            bad.append(f'{path.relative_to(root)}: the first two lines are not the licence header')
if not (root / 'LICENSE').is_file():
    bad.append('LICENSE is missing')
print('\n'.join(bad))
sys.exit(bool(bad))
