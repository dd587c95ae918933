#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a source file is not as clang-format 14 writes it. Usage: check_format.sh SOURCE_ROOT
set -euo pipefail
cd "$1"
formatter=$(command -v clang-format-14 || true)
if [ -z "$formatter" ]; then
    echo "skipped: clang-format-14 is not installed (packaging/install-packages test)"
    exit 77
fi
find core app tests -type f \( -name '*.h' -o -name '*.cpp' \) -print0 2>/dev/null |
    xargs -0 -r "$formatter" --dry-run --Werror --ferror-limit=1
