# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who asks for a district first is served first, whoever else is there."""
import collections
import subprocess
import threading
import unittest
import uuid

from ctl import environment
from postgres import application, BINARIES, CentreCase, DISTRICT

CLIENTS, ACTS = 24, 40


class Turns(CentreCase):
    def session(self, login):
        """An open session; what is written to it is carried out in order."""
        process = subprocess.Popen([str(BINARIES / 'psql'), '-X', '-At', '-d', self.server.text(login)], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment())
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def said(self, process, statements):
        process.stdin.write(statements + '\n\\echo done\n')
        process.stdin.flush()
        return list(iter(lambda: process.stdout.readline().strip(), 'done'))

    def opening(self, name, case=None):
        return {'kind': 'act', 'act': 'apply', 'case': case or str(uuid.uuid4()), 'role': 'clerk', 'item': 'KY-001',
                'item_version': 1, 'application': application(name, 'KY-001')}

    def test_nobody_in_a_crowd_is_overtaken_again_and_again(self):
        scripts = {}
        for number in range(CLIENTS):
            login = f't{number}'
            self.admit(login, 'person', 'clerk', DISTRICT)
            device = self.devices[login]
            scripts[login] = '\n'.join(device.statement(self.opening(f'T{number}-{act}'), first=act + 1) for act in range(ACTS))
        holder = self.session('wang')
        self.devices['wang'].learn_sequence()
        self.assertIn('applied', self.said(holder, 'BEGIN; ' + self.devices['wang'].statement(self.opening('first')))[1])
        answers = {}
        threads = [threading.Thread(target=lambda login=login: answers.update({login: self.server.sql(scripts[login], login)[0]}))
                   for login in scripts]
        for thread in threads:
            thread.start()
        # All of them are there before the first is served.
        self.wait_until(lambda: self.server.value('SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted') == str(CLIENTS))
        self.said(holder, 'COMMIT;')
        for thread in threads:
            thread.join()
        for login, answer in answers.items():
            self.assertEqual(answer.count('applied|applied|'), ACTS, (login, answer[:500]))
        served = self.server.value("SELECT account FROM core.op WHERE account ~ '^t[0-9]+$' ORDER BY n").split('\n')
        places = collections.defaultdict(list)
        for place, account in enumerate(served):
            places[account].append(place)
        # Until the first of them has nothing more to ask for.
        end = min(place[-1] for place in places.values())
        between = [after - before - 1 for place in places.values() for before, after in zip([-1] + place, place) if after <= end]
        self.assertGreater(len(between), CLIENTS * ACTS / 2)
        self.assertLess(max(between), 3 * CLIENTS, sorted(between)[-20:])

    def test_there_is_no_turn_at_a_district_that_is_not_there(self):
        asking = self.session('chen')
        said = self.said(asking, f"""BEGIN;
            SELECT count(*), min(outcome) FROM generate_series(1, 300) d, api.push(d, '{self.devices['chen'].id}', '{{}}', '{{}}', '{{}}');
            SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid();""")
        self.assertEqual(said, ['BEGIN', '300|denied', '0'])

    def test_a_lock_of_another_program_with_the_number_of_a_district_is_another_lock(self):
        other = self.session('admin')
        self.said(other, f'SELECT pg_advisory_lock({DISTRICT}), pg_advisory_lock(0, {DISTRICT}), pg_advisory_lock({DISTRICT}, 0);')
        self.devices['wang'].learn_sequence()
        self.assertEqual(self.devices['wang'].push(self.opening('other'))[0][0], 'applied')

    def test_a_turn_ends_with_its_transaction_however_it_ends(self):
        self.devices['wang'].learn_sequence()
        holder = self.session('wang')
        statement = self.devices['wang'].statement(self.opening('given up'))
        self.assertIn('applied', self.said(holder, f'BEGIN; {statement}')[1])
        self.said(holder, 'ROLLBACK;')
        self.assertIn('applied', self.said(holder, f'BEGIN; {statement}')[1])
        holder.kill()
        self.wait_until(lambda: self.server.value("SELECT count(*) FROM pg_stat_activity WHERE usename = 'wang'") == '0')
        self.assertEqual(self.devices['wang'].push(self.opening('after'))[0][0], 'applied')


if __name__ == '__main__':
    unittest.main()
