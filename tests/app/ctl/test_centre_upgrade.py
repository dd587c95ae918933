# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A centre of an earlier version is brought up while desktops are away with acts to tell: nothing is lost, no hash is another one."""
import hashlib
import unittest

from ctl import SOURCE
from postgres import DISTRICT
from test_centre_sync import dashed, SyncCase

BEFORE = 13


class Upgrade(SyncCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The centre as that version made it, with the rules of this one: they are data.
        for statement in ('ALTER DATABASE tongban RENAME TO present', 'CREATE DATABASE tongban'):
            cls.server.sql(statement, database='postgres')
        for place, path in enumerate(sorted((SOURCE / 'core/central/sql/migrations').glob('*.sql'))[:BEFORE]):
            text = path.read_text()
            cls.server.value(f"BEGIN; {text}; INSERT INTO core.schema_version (version, name, digest) VALUES ({place + 1}, "
                             f"'{path.stem}', '\\x{hashlib.sha256(text.encode()).hexdigest()}'); COMMIT;")
        for table, columns in (('workflow', '*'), ('state', '*'), ('item', '*'), ('head', 'district')):
            rows, _ = cls.server.sql(f'COPY (SELECT {columns} FROM core.{table}) TO STDOUT', database='present')
            names = '' if columns == '*' else f' ({columns})'
            cls.server.value(f'COPY core.{table}{names} FROM STDIN;\n{rows}\\.\n')
        digest, _ = cls.server.sql("SELECT value FROM core.setting WHERE key = 'workflow_digest'", database='present')
        cls.server.value(f"INSERT INTO core.setting VALUES ('workflow_digest', '{digest.strip()}')")
        cls.admit('robot', 'worker', 'system', 0)
        cls.admit('he', 'auditor', 'auditor', 0)

    def test_desktops_that_were_away_tell_everything_to_the_newer_centre(self):
        window, office = self.desktop(self.new_person()), self.desktop(self.new_person('approver'))
        early = [window.take_in() for _ in range(3)]
        window.sync()
        for case in early:
            self.act('robot', 'accept', dashed(case), 1, 'system')
        office.sync()
        before = self.central_ledger()
        # Both go away with much to tell.
        late = [window.take_in() for _ in range(10)]
        for case in early:
            office.act(case, 'grant', 'approver', '--basis', 'x')
        self.assertGreater(self.tool('centre', 'migrate').last()['applied'], 0)
        self.tool('centre', 'seal', '--key-file', self.server.folder / 'seal.keys')
        self.assertEqual(self.central_ledger(), before)
        window.sync(), office.sync()
        window.sync(), office.sync()
        told = self.server.value("SELECT string_agg(case_id::text, ' ') FROM core.ledger WHERE act = 'apply'").split()
        for case in early + late:
            self.assertEqual(told.count(dashed(case)), 1)
        self.assertEqual(self.server.value(f'SELECT count(*) FROM core.decision WHERE district = {DISTRICT}'), '3')
        self.assertEqual(self.central_ledger()[:len(before)], before)
        self.assert_converged(window, office)
        # Who comes new finds the same.
        other = self.desktop(self.new_person())
        other.sync()
        self.assert_converged(window, other)


if __name__ == '__main__':
    unittest.main()
