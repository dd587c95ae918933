#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes pinyin_initials.txt from the Unihan database (Debian package unicode-data).

usage: make_pinyin_initials.py [/usr/share/unicode/Unihan_Readings.txt.bz2] > pinyin_initials.txt

The first line names the release. Every other line: the letters that the readings of its characters begin with, the
most usual first, a space, the characters. Readings are those of kMandarin (the usual one), of the list of characters in
general use (kTGHZ2013), of Xiandai Hanyu Cidian (kXHC1983) and of the frequency dictionary (kHanyuPinlu); a character
that none of them knows takes those of Hanyu Da Zidian (kHanyuPinyin).
"""

import bz2
import collections
import re
import sys
import unicodedata

MODERN = ["kMandarin", "kTGHZ2013", "kXHC1983", "kHanyuPinlu"]
OLD = ["kHanyuPinyin"]
PER_LINE = 40


def readings(field, value):
    """The syllables of one field, in its order."""
    if field == "kHanyuPinlu":
        return [re.sub(r"\(.*", "", word) for word in value.split()]
    if field == "kMandarin":
        return value.split()[:1]
    return [syllable for word in value.split() for syllable in word.split(":")[-1].split(",")]


def letters(fields, names):
    found = []
    for name in names:
        for syllable in readings(name, fields.get(name, "")):
            letter = unicodedata.normalize("NFD", syllable)[0].lower()
            assert "a" <= letter <= "z", (name, syllable)
            if letter not in found:
                found.append(letter)
    return "".join(found)


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode/Unihan_Readings.txt.bz2"
    characters = collections.defaultdict(dict)
    version = ""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# Unicode version:"):
                version = line.split(":")[1].strip()
            if not line.startswith("U+"):
                continue
            code, field, value = line.rstrip("\n").split("\t")
            if field in MODERN + OLD:
                characters[int(code[2:], 16)][field] = value
    groups = collections.defaultdict(list)
    for code in sorted(characters):
        found = letters(characters[code], MODERN) or letters(characters[code], OLD)
        if found:
            groups[found].append(chr(code))
    print(f"Unicode {version}")
    for key in sorted(groups):
        for start in range(0, len(groups[key]), PER_LINE):
            print(key, "".join(groups[key][start:start + PER_LINE]))


main()
