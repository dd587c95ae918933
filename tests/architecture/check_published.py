#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a published rule set or a released migration is not what it was: stored decisions are made again with
# those very bytes, and databases out there were built by those very statements.
"""Usage: check_published.py SOURCE_ROOT. The digests stand in tests/architecture/published.sha256 (sha256sum -c)."""
import hashlib
import json
import pathlib
import sys

root = pathlib.Path(sys.argv[1])
LIST = 'tests/architecture/published.sha256'


def published():
    """Every file that may not change any more, relative to the root."""
    yield from (root / 'core/storage/sql/migrations').rglob('*.sql')
    for model in (root / 'resources/models').glob('*/*.dmn'):
        manifest = model.with_suffix('.json')
        if not manifest.exists():
            yield model
        elif json.loads(manifest.read_text(encoding='utf-8'))['status'] != 'draft':
            yield from (model, manifest)


wanted = {}
for line in (root / LIST).read_text(encoding='utf-8').splitlines():
    digest, name = line.split('  ', 1)
    wanted[name] = digest

bad = []
found = {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in published()}
for name in sorted(wanted.keys() | found.keys()):
    if name not in found:
        bad.append(f'{name}: was published and is gone, or is a draft again')
    elif name not in wanted:
        bad.append(f'{name}: is new; add to {LIST}:\n{found[name]}  {name}')
    elif found[name] != wanted[name]:
        bad.append(f'{name}: was published and is changed; make a new version of it instead '
                   f'(its bytes give {found[name]})')
if list(wanted) != sorted(wanted):
    bad.append(f'{LIST}: not in the order of names')
print('\n'.join(bad))
sys.exit(bool(bad))
