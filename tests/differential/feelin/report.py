#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares two files of results line by line and prints the disagreements; numbers count as equal when they agree to
twelve digits, because feelin computes with binary floating point."""

import json
import sys


def alike(ours, theirs):
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return abs(ours - theirs) <= 1e-12 * max(1, abs(ours), abs(theirs))
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(alike, ours, theirs))
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return ours.keys() == theirs.keys() and all(alike(ours[key], theirs[key]) for key in ours)
    return ours == theirs


def parsed(text):
    # What does not compile is as good as null for a caller.
    return None if text == "!" else json.loads(text)


def main():
    files = [open(name, encoding="utf-8").read().splitlines() for name in sys.argv[1:4]]
    different = 0
    for expression, ours, theirs in zip(*files):
        if not alike(parsed(ours), parsed(theirs)):
            different += 1
            print(f"{expression}\n    ours {ours}, feelin {theirs}")
    print(f"{len(files[0])} expressions, {different} disagreements")


main()
