# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tongbanctl centre verify: whoever owns the database can change the record, and cannot hide it."""
import unittest

from postgres import CentreCase, DISTRICT

# What the owner of the machine can do: past every trigger, in one transaction.
FAULTS = {
    'gap': ("DELETE FROM core.ledger WHERE n = 5", 'gap', 5),
    'an edited reason': ("UPDATE core.ledger SET reason = 'other' WHERE n = 4", 'edited', 4),
    'an edited actor': ("UPDATE core.ledger SET actor = 'zhao' WHERE n = 7", 'edited', 7),
    'an edited time': ("UPDATE core.ledger SET at = at - 86400000 WHERE n = 2", 'edited', 2),
    'an edited body': ("UPDATE core.ledger_body SET body = set_byte(body, 20, 1) WHERE n = 1", 'edited', 1),
    'an erased body': ("DELETE FROM core.ledger_body WHERE n = 1", 'edited', 1),
    'an edited application': ("UPDATE core.application SET body = set_byte(body, 3, get_byte(body, 3) # 1)", 'edited', 1),
    'truncation': ("DELETE FROM core.ledger WHERE n > 8", 'truncated', 9),
    'deletion of everything': ("DELETE FROM core.ledger", 'truncated', 1),
    'two acts in another order': (
        "UPDATE core.ledger SET n = -3 WHERE n = 3; UPDATE core.ledger SET n = 3 WHERE n = 4; "
        "UPDATE core.ledger SET n = 4 WHERE n = -3", 'edited', 3),
    'a forged row': (
        "INSERT INTO core.ledger SELECT district, n + 1, case_id, act, state, actor, role, at, reason, basis, body_digest, hash, year "
        "FROM core.ledger WHERE n = 10", 'forged', 11),
    'a forged row with the head moved along': (
        "INSERT INTO core.ledger SELECT district, n + 1, case_id, act, state, actor, role, at, reason, basis, body_digest, hash, year "
        "FROM core.ledger WHERE n = 10; UPDATE core.head SET n = 11 WHERE n = 10", 'edited', 11),
    'another end': ("UPDATE core.head SET hash = sha256('x') WHERE n = 10", 'head_mismatch', 10),
    'a case set to granted': ("UPDATE core.permit_case SET state = 'granted' WHERE no = 1", 'standing_changed', 2),
    'a decision without an act': (
        "INSERT INTO core.decision SELECT district, id, 1, 'granted', 'li', NULL, false, NULL, 2 FROM core.permit_case WHERE no = 1",
        'forged', 2),
}


class Ledger(CentreCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for number in range(5):
            case = cls.opened(f'L{number}', 'KY-001')
            cls.act('robot', 'accept', case, 1, 'system')

    def faults(self, *more):
        return [(line['fault'], line['n']) for line in
                self.tool('centre', 'verify', *more, login='he', code=1).lines()[:-1]]

    def test_a_sound_record_is_sound_and_an_auditor_needs_no_more_than_his_own_right(self):
        last = self.tool('centre', 'verify', login='he').last()
        self.assertEqual((last['events'], last['findings']), (10, 0))

    def test_every_change_of_the_record_is_found_and_named(self):
        self.server.sql('CREATE DATABASE kept TEMPLATE tongban;', database='postgres')
        for name, (statement, fault, place) in FAULTS.items():
            with self.subTest(name):
                out, code = self.server.sql(f"SET session_replication_role = replica; {statement};")
                self.assertEqual(code, 0, out)
                self.assertIn((fault, place), self.faults())
                self.server.sql('DROP DATABASE tongban WITH (FORCE);', database='postgres')
                self.server.sql('CREATE DATABASE tongban TEMPLATE kept;', database='postgres')
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)

    def test_last_a_witness_elsewhere_shows_a_record_cut_off_together_with_its_head(self):
        witness = self.server.folder.parent / (self.server.folder.name + '-witness.jsonl')
        self.addCleanup(lambda: witness.unlink(missing_ok=True))
        self.tool('centre', 'verify', '--witness', witness, login='he')
        out, code = self.server.sql(
            "SET session_replication_role = replica; CREATE TEMP TABLE cut AS SELECT * FROM core.ledger WHERE n > 8; "
            "DELETE FROM core.ledger WHERE n > 8; UPDATE core.head SET n = 8, hash = (SELECT hash FROM core.ledger WHERE n = 8) "
            "WHERE n = 10; DELETE FROM core.permit_case WHERE no = 5;")
        self.assertEqual(code, 0, out)
        self.assertEqual(self.faults('--witness', witness), [('truncated', 9)])
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)

    def test_even_the_owner_cannot_change_the_record_by_a_slip(self):
        for statement in ('UPDATE core.ledger SET n = n', 'DELETE FROM core.decision', 'TRUNCATE core.query_log'):
            out, code = self.server.sql(statement)
            self.assertNotEqual(code, 0)
            self.assertIn('append-only', out)
            out, _ = self.server.sql(f'SET ROLE tongban_owner; {statement}')
            self.assertIn('permission denied', out)


if __name__ == '__main__':
    unittest.main()
