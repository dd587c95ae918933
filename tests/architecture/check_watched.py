#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a test works on a window with cases behind it and does not watch whether that window ever stands still.

Usage: check_watched.py ROOT"""
import pathlib
import sys

# What is not worked on but looked at: every screen in every size, one after the other.
LOOKED_AT = {'tst_screens.cpp'}
# Behind these there is a workspace with its thread.
OFFICES = ('tests/ui/support/office_folder.h', 'tests/ui/support/counter_screen.h', 'tests/ui/support/empty_office.h')


def problems(root):
    for file in sorted((root / 'tests/ui').rglob('tst_*.cpp')):
        text = file.read_text(encoding='utf-8')
        if file.name in LOOKED_AT or not any(f'"{office}"' in text for office in OFFICES):
            continue
        if 'runWatched<' not in text or 'WatchedApplication::begin()' not in text:
            yield f'{file.relative_to(root)}: its window is not watched; see tests/ui/support/watchdog.h'


def main():
    found = list(problems(pathlib.Path(sys.argv[1])))
    print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
