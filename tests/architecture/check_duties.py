#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a migration of the centre replaces a function and forgets what an earlier one had given it to do.

Usage: check_duties.py ROOT"""
import pathlib
import re
import sys

# Function and what its last definition has to hold; what goes missing here goes missing without a word.
DUTIES = {
    'api.deliver': ('core.lock_head',),
    'api.pull': ('core.log_query', 'core.items_seen'),
    'api.push': ('core.push_problem', 'core.lock_head'),
    'api.read_evidence': ('core.log_query', 'core.log_refusal'),
    'api.read_records': ('core.log_query', 'core.log_refusal'),
    'core.body_of': ("'record'",),
    'core.carry_out': ('core.keep_records', 'core.append_event'),
    'core.declare_restored': ('core.take_turn',),
    'core.lock_head': ('core.take_turn', 'FOR UPDATE', 'serialization_failure'),
    'core.seal_up': ('core.take_turn', 'act_record', 'evidence'),
    'core.shape_problem': ('core.record_problem',),
    'core.store_heads': ('serialization_failure',),
    'core.take_turn': ('pg_advisory_xact_lock', 'FROM core.head'),
}
FUNCTION = re.compile(r'CREATE (?:OR REPLACE )?FUNCTION ([a-z_.]+)\(.*?AS \$\$(.*?)\$\$', re.S)


def problems(root):
    last = {}
    for file in sorted((root / 'core/central/sql/migrations').glob('*.sql')):
        for name, body in FUNCTION.findall(file.read_text(encoding='utf-8')):
            last[name] = (file, body)
    for name, duties in DUTIES.items():
        if name in last:
            file, body = last[name]
            for duty in duties:
                if duty not in body:
                    yield f'{file.relative_to(root)}: {name} no longer uses {duty}'


def main():
    found = list(problems(pathlib.Path(sys.argv[1])))
    if found:
        print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
