#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a translation lacks a message of the sources, has a stale one, or leaves one untranslated.
"""Usage: check_translations.py SOURCE_ROOT LUPDATE"""
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

root, lupdate = pathlib.Path(sys.argv[1]), sys.argv[2]


def messages(ts):
    """(context, source) -> whether it is translated."""
    found = {}
    for context in ET.parse(ts).getroot().iter('context'):
        for message in context.iter('message'):
            text = message.find('translation')
            done = text is not None and text.get('type') is None and ''.join(text.itertext()).strip() != ''
            found[(context.findtext('name'), message.findtext('source'))] = done
    return found


with tempfile.TemporaryDirectory() as folder:
    fresh = pathlib.Path(folder, 'fresh.ts')
    sources = [root / name for name in ('app', 'core', 'ui')]
    subprocess.run([lupdate, '-silent', '-locations', 'none', '-I', root, *sources, '-ts', fresh], check=True,
                   stderr=subprocess.DEVNULL)
    wanted = messages(fresh)
bad = [f'context not qualified: {name}' for name, _ in wanted if not name.startswith('tongban::')]
for ts in sorted((root / 'translations').glob('*.ts')):
    have = messages(ts)
    bad += [f'{ts.name}: missing {key}' for key in wanted.keys() - have.keys()]
    bad += [f'{ts.name}: stale {key}' for key in have.keys() - wanted.keys()]
    bad += [f'{ts.name}: untranslated {key}' for key, done in have.items() if key in wanted and not done]
print('\n'.join(bad))
sys.exit(bool(bad))
