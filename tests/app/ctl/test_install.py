# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is installed works where it was put, with its data, manual page and completions beside it."""
import os
import subprocess
import unittest

from ctl import Case, environment


@unittest.skipUnless('TONGBAN_BUILD_DIR' in os.environ, 'the build folder is not named')
class Install(Case):
    def test_the_installed_program_finds_its_data(self):
        prefix = self.folder / 'usr'
        subprocess.run(['cmake', '--install', os.environ['TONGBAN_BUILD_DIR'], '--prefix', str(prefix)], check=True,
                       capture_output=True)
        program = prefix / 'bin' / 'tongbanctl'
        checked = subprocess.run([str(program), '--json', 'catalogue', 'check'], capture_output=True, text=True,
                                 env=environment(), check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        page = (prefix / 'share/man/man1/tongbanctl.1').read_text(encoding='utf-8')
        self.assertEqual(page, subprocess.run([str(program), '--man'], capture_output=True, text=True,
                                              env=environment(), check=True).stdout)
        for place in ('share/bash-completion/completions/tongbanctl', 'share/zsh/vendor-completions/_tongbanctl'):
            self.assertIn('tongbanctl', (prefix / place).read_text(encoding='utf-8'))
