#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes time_zones.txt from the compiled IANA time-zone database of this machine.

usage: make_time_zones.py [/usr/share/zoneinfo] > time_zones.txt

One line a zone: name, offset before the first change, the changes, the rule afterwards (POSIX TZ text).
A change is "<seconds since the change before>:<new offset>", seconds in base 36; links are "name=target".
The first line names the release. Changes that the rule gives anyway are left out.
"""

import datetime
import pathlib
import re
import struct
import sys


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    sign = "-" if number < 0 else ""
    number = abs(number)
    while True:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
        if number == 0:
            return sign + text


def read_zone(path):
    data = path.read_bytes()
    assert data[:4] == b"TZif" and data[4:5] in b"234"

    def counts(at):
        return struct.unpack(">6l", data[at + 20:at + 44])

    utc, std, leap, times, types, chars = counts(0)
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + std + utc
    utc, std, leap, times, types, chars = counts(at)
    at += 44
    moments = struct.unpack(f">{times}q", data[at:at + 8 * times])
    at += 8 * times
    kinds = data[at:at + times]
    at += times
    offsets = [struct.unpack(">lBB", data[at + 6 * i:at + 6 * i + 6])[0] for i in range(types)]
    at += types * 6 + chars + leap * 12 + std + utc
    rule = data[at:].strip().decode()
    changes = [(moment, offsets[kind]) for moment, kind in zip(moments, kinds)]
    return offsets[0], changes, rule


def rule_changes(rule, year):
    """The changes of one year after a rule such as CET-1CEST,M3.5.0,M10.5.0/3."""
    match = re.fullmatch(r"(<[^>]+>|[A-Za-z]+)([-+]?[\d:]+)(?:(<[^>]+>|[A-Za-z]+)([-+]?[\d:]+)?,(.+),(.+))?", rule)
    assert match, rule

    def seconds(text):
        sign = -1 if text.startswith("-") else 1
        parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
        return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])

    standard = -seconds(match[2])
    if not match[3]:
        return []
    summer = -seconds(match[4]) if match[4] else standard + 3600
    epoch = datetime.date(1970, 1, 1)

    def moment(text):
        day, _, clock = text.partition("/")
        clock = seconds(clock) if clock else 7200
        if day.startswith("M"):
            month, week, weekday = (int(part) for part in day[1:].split("."))
            first = datetime.date(year, month, 1)
            date = first + datetime.timedelta((weekday - (first.weekday() + 1)) % 7 + 7 * (week - 1))
            if date.month != month:
                date -= datetime.timedelta(7)
        elif day.startswith("J"):
            number = int(day[1:])
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            date = datetime.date(year, 1, 1) + datetime.timedelta(number - 1 + (leap and number > 59))
        else:
            date = datetime.date(year, 1, 1) + datetime.timedelta(int(day))
        return (date - epoch).days * 86400 + clock

    return sorted([(moment(match[5]) - standard, summer), (moment(match[6]) - summer, standard)])


def trimmed(changes, rule):
    """Without the changes at the end that the rule gives."""
    kept = list(changes)
    while kept:
        year = datetime.datetime.fromtimestamp(kept[-1][0], datetime.timezone.utc).year
        known = rule_changes(rule, year - 1) + rule_changes(rule, year) + rule_changes(rule, year + 1)
        if year < 1971 or len(kept) < 2 or kept[-1] not in known or kept[-2] not in known:
            break
        kept.pop()
    return kept


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/zoneinfo")
    version = (root / "tzdata.zi").read_text().split("\n", 1)[0].split()[-1]
    seen = {}
    print(f"version {version}")
    skipped = {"posix", "right", "localtime", "posixrules", "Factory"}
    paths = [p for p in root.rglob("*") if p.is_file() and p.relative_to(root).parts[0] not in skipped]
    for path in sorted(paths, key=lambda p: p.relative_to(root).as_posix()):
        name = path.relative_to(root).as_posix()
        if path.read_bytes()[:4] != b"TZif":
            continue
        initial, changes, rule = read_zone(path)
        parts = []
        before = 0
        for moment, offset in trimmed(changes, rule):
            parts.append(f"{base36(moment - before)}:{base36(offset)}")
            before = moment
        body = f"{base36(initial)} {','.join(parts)} {rule}"
        if body in seen:
            print(f"{name}={seen[body]}")
        else:
            seen[body] = name
            print(f"{name} {body}")


main()
