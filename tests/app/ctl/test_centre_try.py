# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""packaging/centre/try: one command from nothing to a centre, and again, and stopped."""
import os
import subprocess

from ctl import BINARY, Case, environment, run, SOURCE


class Try(Case):
    def attempt(self, *arguments):
        # The server's user has to reach the folder.
        self.folder.chmod(0o755)
        env = {**environment(), 'TONGBAN_CTL': str(BINARY), 'TONGBAN_CENTRE_FOLDER': str(self.folder / 'centre')}
        done = subprocess.run([str(SOURCE / 'packaging/centre/try'), *arguments], capture_output=True, text=True, env=env,
                              stdin=subprocess.DEVNULL, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def test_the_centre_runs_admits_people_and_can_be_started_again(self):
        self.addCleanup(self.attempt, 'stop')
        self.assertIn('tongbanctl centre verify', self.attempt())
        self.attempt('stop')
        self.attempt()
        centre = f"host={self.folder / 'centre'} dbname=tongban"
        status = run(None, '--json', 'centre', 'status', '--connect', f'{centre} user=admin')
        self.assertEqual((status.code, status.last()['accounts'], status.last()['warnings']), (0, 6, []), status.out)
        self.assertEqual(run(None, 'centre', 'verify', '--connect', f'{centre} user=he').code, 0)
        self.assertEqual(os.stat(self.folder / 'centre').st_mode & 0o777, 0o700)
        self.assertEqual(run(None, 'centre', 'init', '--connect', f'{centre} user=admin').code, 4)
        self.assertEqual(run(None, 'centre', 'status', '--connect', f'{centre} user=wang').code, 7)
        self.assertEqual(run(None, 'centre', 'status', '--connect', f'host={self.folder} user=admin').code, 5)

    def test_a_day_on_which_much_goes_wrong_ends_well(self):
        self.addCleanup(self.attempt, 'stop')
        story = self.attempt('day')
        self.assertIn('had been set back', story)
        ends = story.split('Both copies end')[1].splitlines()[1:]
        self.assertEqual(len(ends), 2, story)
        self.assertEqual(ends[0], ends[1])
        self.assertEqual(story.count('findings 0'), 2)
