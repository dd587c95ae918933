#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes FEEL expressions, one a line: those of tests/core/feel/cases and random ones made of the same pieces.

usage: expressions.py COUNT SEED
"""

import pathlib
import random
import sys

STRINGS = ['"a"', '"b"', '"abc"', '""', '"foobar"', '"中文"']
BOOLEANS = ["true", "false", "null"]
NUMBERS = ["0", "1", "2", "3", "-1", "10", "null"]


def number(depth):
    if depth == 0 or random.random() < 0.4:
        return random.choice(NUMBERS)
    return random.choice([
        lambda: f"({number(depth - 1)} {random.choice('+-*')} {number(depth - 1)})",
        lambda: f"count({numbers(depth - 1)})",
        lambda: f"sum({numbers(depth - 1)})",
        lambda: f"string length({string(depth - 1)})",
        lambda: f"(if {boolean(depth - 1)} then {number(depth - 1)} else {number(depth - 1)})",
        lambda: f"{numbers(depth - 1)}[{random.randint(1, 3)}]",
    ])()


def numbers(depth):
    if depth == 0 or random.random() < 0.4:
        return "[" + ", ".join(random.choice(NUMBERS[:-1]) for _ in range(random.randint(0, 4))) + "]"
    return random.choice([
        lambda: f"{numbers(depth - 1)}[item {random.choice(['<', '>', '=', '>='])} {number(0)}]",
        lambda: f"(for i in {numbers(depth - 1)} return i + {number(0)})",
        lambda: f"concatenate({numbers(depth - 1)}, {numbers(depth - 1)})",
        lambda: f"reverse({numbers(depth - 1)})",
        lambda: f"distinct values({numbers(depth - 1)})",
        lambda: f"append({numbers(depth - 1)}, {number(0)})",
        lambda: f"union({numbers(depth - 1)}, {numbers(depth - 1)})",
        lambda: f"flatten([{numbers(depth - 1)}, {numbers(depth - 1)}])",
    ])()


def string(depth):
    if depth == 0 or random.random() < 0.4:
        return random.choice(STRINGS)
    return random.choice([
        lambda: f"({string(depth - 1)} + {string(depth - 1)})",
        lambda: f"upper case({string(depth - 1)})",
        lambda: f"lower case({string(depth - 1)})",
        lambda: f"substring({string(depth - 1)}, {random.choice(['1', '2', '-1'])})",
        lambda: f"substring before({string(depth - 1)}, {string(0)})",
        lambda: f"substring after({string(depth - 1)}, {string(0)})",
        lambda: f"string join([{string(depth - 1)}, {string(0)}], {string(0)})",
        lambda: f"(if {boolean(depth - 1)} then {string(0)} else {string(0)})",
    ])()


def boolean(depth):
    if depth == 0 or random.random() < 0.3:
        return random.choice(BOOLEANS)
    return random.choice([
        lambda: f"({boolean(depth - 1)} and {boolean(depth - 1)})",
        lambda: f"({boolean(depth - 1)} or {boolean(depth - 1)})",
        lambda: f"not({boolean(depth - 1)})",
        lambda: f"({number(depth - 1)} {random.choice(['<', '<=', '>', '>=', '=', '!='])} {number(depth - 1)})",
        lambda: f"({string(depth - 1)} {random.choice(['=', '!='])} {string(depth - 1)})",
        lambda: f"({number(0)} in {numbers(depth - 1)})",
        lambda: f"({number(0)} in [{random.randint(0, 2)}..{random.randint(2, 5)}])",
        lambda: f"list contains({numbers(depth - 1)}, {number(0)})",
        lambda: f"starts with({string(depth - 1)}, {string(0)})",
        lambda: f"contains({string(depth - 1)}, {string(0)})",
        lambda: f"(some i in {numbers(depth - 1)} satisfies i > {number(0)})",
        lambda: f"(every i in {numbers(depth - 1)} satisfies i > {number(0)})",
        lambda: f"({number(0)} between {number(0)} and {number(0)})",
    ])()


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    random.seed(seed)
    cases = pathlib.Path(__file__).resolve().parents[2] / "core" / "feel" / "cases"
    for path in sorted(cases.glob("*.feel")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "=>" in line:
                print(line[:line.rindex("=>")].strip())
    for _ in range(count):
        print(random.choice([number, numbers, string, boolean])(random.randint(1, 4)))


main()
