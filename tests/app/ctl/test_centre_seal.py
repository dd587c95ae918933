# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Personal data at rest, and the years the big tables are kept by: what a dump and the files of the server show."""
import json
import subprocess
import unittest
import uuid

from ctl import environment
from postgres import application, BINARIES, CentreCase, DISTRICT

PERSON, PHONE, NAME = '440301198807231234', '13912345678', '欧阳青云'
POLICE = '无犯罪记录证明编号4403-7788'
# Not personal and not sealed: shows that what is searched would be found.
OPEN_WORDS = '这句话不加密'


def filled(number, item='KY-001'):
    body = json.loads(application(number, item, person=PERSON))
    body['applicant'] |= {'name': NAME, 'phone': PHONE}
    return json.dumps(body, ensure_ascii=False, separators=(',', ':'), sort_keys=True)


class SealCase(CentreCase):
    def take_in(self, number, login='wang', ids=None):
        case = str(uuid.uuid4())
        answer = self.devices[login].push({'kind': 'act', 'act': 'apply', 'case': case, 'role': 'clerk', 'item': 'KY-001',
                                           'item_version': 1, 'say': {'receiver': NAME}, 'application': filled(number).replace(
                                               str(DISTRICT), str(self.devices[login].district))}, ids=ids)
        self.assertEqual(answer[0][0], 'applied', answer)
        return case

    def everywhere(self):
        """The dump and every file of the data directory, log of the transactions included."""
        self.server.sql('CHECKPOINT')
        dump = subprocess.run([str(BINARIES / 'pg_dump'), '-d', self.server.text()], capture_output=True, env=environment(), check=True)
        files = {'dump': dump.stdout}
        for path in self.server.data.rglob('*'):
            if path.is_file():
                files[str(path)] = path.read_bytes()
        return files

    def found(self, *words):
        files = self.everywhere()
        return {word for word in words for form in (word.encode(), word.encode().hex().encode())
                for content in files.values() if form in content}


class Seal(SealCase):
    def test_a_dump_and_the_files_show_no_number_no_phone_and_no_answer(self):
        case = self.take_in('SEAL-1')
        self.act('robot', 'accept', case, 1, 'system')
        self.act('wang', 'check_in', case, 2, 'clerk', reason=OPEN_WORDS)
        out, code = self.server.sql(f"SELECT api.put_evidence({DISTRICT}, '{case}', 'police', 'person', '{POLICE}')", 'robot')
        self.assertEqual((out.strip(), code), ('kept', 0))
        # Refused, and kept for whoever looks at it.
        refused = self.devices['wang'].push({'kind': 'act', 'act': 'apply', 'case': str(uuid.uuid4()), 'role': 'approver',
                                             'item': 'KY-001', 'item_version': 1, 'application': filled('SEAL-2')})
        self.assertEqual(refused[0][0], 'refused')
        self.tool('centre', 'grant', 'channel:i_shenzhen', '--login', 'app', '--kind', 'channel', '--role', 'applicant',
                  '--district', DISTRICT)
        message = json.dumps({'kind': 'apply', 'application': json.loads(filled('SEAL-3')) | {'channel': 'i_shenzhen'}},
                             ensure_ascii=False)
        out, _ = self.server.sql(f"SELECT outcome FROM api.deliver({DISTRICT}, 'SEAL-3', 1, '{message}')", 'app')
        self.assertEqual(out.strip(), 'applied')
        self.assertEqual(self.found(PERSON, PHONE, NAME, POLICE, 'a1' * 32, OPEN_WORDS), {OPEN_WORDS})
        # Whoever may, reads.
        out, _ = self.server.sql(f"SELECT api.read_application({DISTRICT}, '{case}', 'x')", 'wang')
        self.assertIn(PHONE, out)
        out, _ = self.server.sql(f"SELECT body FROM api.read_evidence({DISTRICT}, '{case}', 'x')", 'li')
        self.assertEqual(out.strip(), POLICE)
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)

    def test_a_number_cannot_be_tried_out_and_still_bars_its_owner_from_deciding(self):
        self.admit('own', 'person', 'approver', DISTRICT, '--person-id', PERSON)
        case = self.take_in('SEAL-4')
        self.act('robot', 'accept', case, 1, 'system')
        token = self.claimed('own', case)
        answer = self.devices['own'].push({'kind': 'act', 'act': 'grant', 'case': case, 'version': 2, 'role': 'approver',
                                           'basis': 'x', 'token': token})
        self.assertEqual(answer[0][:2], ['refused', 'self_approval'])
        digest = self.server.value(f"SELECT encode(sha256('{PERSON}'), 'hex')")
        self.assertEqual(self.server.value(f"SELECT count(*) FROM core.application WHERE '\\x{digest}' = ANY (parties)"), '0')
        self.assertEqual(self.found(digest), set())
        self.server.sql('CREATE ROLE seal_figures LOGIN; GRANT tongban_statistics TO seal_figures')
        out, code = self.server.sql(f"SELECT count(*) FROM stat.credit_of('{PERSON}', 'asked by the person')", 'seal_figures')
        self.assertEqual((out.strip(), code), ('0', 0))

    def test_without_its_key_nothing_is_written_unsealed_and_the_desktop_tries_later(self):
        key = self.server.folder / 'seal.keys'
        key.rename(key.with_suffix('.away'))
        device = self.devices['wang']
        command = {'kind': 'act', 'act': 'apply', 'case': str(uuid.uuid4()), 'role': 'clerk', 'item': 'KY-001', 'item_version': 1,
                   'application': filled('SEAL-5')}
        out, code = self.server.sql(device.statement(command), 'wang')
        self.assertIn('the file of keys cannot be read', out)
        self.assertNotEqual(code, 0)
        key.with_suffix('.away').rename(key)
        self.assertEqual(device.push(command)[0][0], 'applied')

    def test_a_login_gets_at_no_key(self):
        for statement in ("SELECT crypto.read_keys('x')", 'SELECT core.seal_keys()', "SELECT core.unsealed('\\x00', '{}')",
                          f"SELECT pg_read_file('{self.server.folder}/seal.keys')", "SELECT * FROM core.setting",
                          "SET ROLE tongban_key", "SELECT core.seal_up('/tmp/x')", 'SELECT * FROM core.application_2026'):
            out, code = self.server.sql(statement, 'wang')
            self.assertNotEqual(code, 0, statement)
            self.assertRegex(out, 'permission denied|must be')

    def this_year(self):
        return int(self.server.value('SELECT core.this_year()'))

    def drop_year(self, year):
        self.server.value('; '.join(f'DROP TABLE core.{table}_{year}' for table in self.server.value(
            'SELECT name FROM core.yearly').split()))

    def test_acts_go_on_over_the_turn_of_the_year_and_move_when_its_place_is_made(self):
        year = self.this_year()
        self.assertEqual(self.tool('centre', 'maintain').last()['parts_made'], 0)
        op = str(uuid.uuid4())
        self.take_in('OLD', login='far', ids=[op])
        before = self.server.value(f"SELECT outcome, n FROM core.op WHERE op = '{op}'")
        # New Year's Eve, and nobody made a place for the year.
        self.drop_year(year + 1)
        self.server.value(f"UPDATE core.head SET at = extract(epoch FROM make_timestamptz({year + 1}, 1, 1, 0, 0, 1, 'Asia/Shanghai')) "
                          '* 1000 WHERE district = 440307')
        case = self.take_in('NEW', login='far')
        self.assertEqual(self.server.value(f"SELECT tableoid::regclass FROM core.ledger WHERE case_id = '{case}'"), 'core.ledger_other')
        self.assertIn('year_without_a_place', self.tool('centre', 'status', code=1).last()['warnings'])
        self.assertEqual(self.tool('centre', 'maintain').last()['parts_made'], 9)
        status = self.tool('centre', 'status', code=None).last()
        self.assertNotIn('year_without_a_place', status['warnings'])
        self.assertGreater(status['years'][str(year + 1)], 0)
        self.assertEqual(self.server.value(f"SELECT tableoid::regclass FROM core.ledger WHERE case_id = '{case}'"),
                         f'core.ledger_{year + 1}')
        # A command of last year is still known, and a place is given once whatever the year.
        self.assertEqual(self.server.value(f"SELECT outcome, n FROM core.op WHERE op = '{op}'"), before)
        out, code = self.server.sql('UPDATE core.head SET n = 1, at = 0 WHERE district = 440307; '
                                    + self.devices['far'].statement({
                                        'kind': 'act', 'act': 'check_in', 'case': case, 'version': 1, 'role': 'clerk'}).replace(
                                            'SELECT', "SET SESSION AUTHORIZATION far; SELECT", 1))
        self.assertNotEqual(code, 0, out)
        self.assertIn('the district moved', out)
        self.server.value("UPDATE core.head h SET n = l.n, hash = l.hash, at = l.at FROM core.ledger l "
                          'WHERE h.district = 440307 AND l.district = 440307 AND l.n = 2')
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)
        for statement in (f'UPDATE core.ledger_{year} SET n = n', f'DELETE FROM core.op_{year + 1}', 'TRUNCATE core.ledger_other'):
            out, code = self.server.sql(statement)
            self.assertIn('append-only', out)
            out, _ = self.server.sql(f'SET ROLE tongban_owner; {statement}')
            self.assertIn('permission denied', out)

    def test_logs_are_dropped_by_year_and_not_before_their_time(self):
        year = self.this_year()
        self.tool('centre', 'maintain', '--drop-logs-before', year - 5, code=2)
        self.server.value(f'SELECT core.open_year({year - 7})')
        self.server.value(f"INSERT INTO core.query_log (district, what, purpose, year) VALUES ({DISTRICT}, 'x', 'y', {year - 7})")
        dropped = self.tool('centre', 'maintain', '--drop-logs-before', year - 6).last()['logs_dropped']
        self.assertEqual(dropped, [f'query_log_{year - 7}', f'refusal_log_{year - 7}'])
        self.assertEqual(self.server.value(f'SELECT count(*) FROM core.query_log WHERE year < {year}'), '0')
        self.assertIn('logs_dropped', self.server.value('SELECT what FROM core.right_log ORDER BY no DESC LIMIT 1'))


class Rotation(SealCase):
    def test_what_was_written_before_is_sealed_and_a_new_key_reseals_everything(self):
        self.server.sql("UPDATE core.setting SET value = '' WHERE key = 'seal_key_file'")
        self.assertIn('personal_data_not_sealed', self.tool('centre', 'status', code=1).last()['warnings'])
        case = self.take_in('PLAIN-1')
        self.assertEqual(self.found(PERSON, PHONE), {PERSON, PHONE})
        first, second = '1 ' + 'a1' * 32, '2 ' + 'b2' * 32
        keys = self.server.secret('seal.keys', first + '\n')
        self.assertGreater(self.tool('centre', 'seal', '--key-file', keys).last()['sealed'], 0)
        dump = subprocess.run([str(BINARIES / 'pg_dump'), '-d', self.server.text()], capture_output=True, env=environment(), check=True)
        self.assertNotIn(PERSON.encode(), dump.stdout)
        self.assertEqual(self.server.value("SELECT DISTINCT get_byte(body, 0) FROM core.application"), '1')
        self.server.secret('seal.keys', first + '\n' + second + '\n')
        self.take_in('NEW-KEY')
        self.tool('centre', 'seal', '--key-file', keys)
        for table in ('application', 'ledger_body'):
            self.assertEqual(self.server.value(f'SELECT DISTINCT get_byte(body, 0) FROM core.{table}'), '2')
        out, _ = self.server.sql(f"SELECT api.read_application({DISTRICT}, '{case}', 'x')", 'wang')
        self.assertIn(PHONE, out)
        other = self.server.secret('other.keys', '1 ' + 'c3' * 32 + '\n')
        self.tool('centre', 'seal', '--key-file', other, code=2)
        self.tool('centre', 'seal', '--key-file', '/nowhere', code=5)
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)


if __name__ == '__main__':
    unittest.main()
