# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""data/centre_attacks.txt, tried for real: every attack is refused, changes nothing and leaves a trace."""
import json
import pathlib
import re
import unittest
import uuid

from postgres import CentreCase, DISTRICT

ATTACKS = pathlib.Path(__file__).parent / 'data' / 'centre_attacks.txt'
AUTOMATIC, PEOPLE = 'CZ-001', 'KY-001'
# Everything an attack might change; what an attempt itself leaves (its outcome, its number, the logs) is not here.
FINGERPRINT = 'SELECT md5(string_agg(t::text, chr(10) ORDER BY t::text)) FROM (' + ' UNION ALL '.join(
    f"SELECT '{table}' || x::text FROM core.{table} x" for table in (
        'head', 'permit_case', 'application', 'ledger', 'ledger_body', 'decision', 'claim', 'signature', 'evidence', 'act_record',
        'account', 'right_', 'right_log', 'device', 'workflow', 'state', 'act_rule', 'item', 'setting',
        'published_model', 'schema_version')) + ") y(t)"


def attacks():
    """(title, login, expected text, statements) of each paragraph that begins with '# ' and has an 'as' line."""
    for block in ATTACKS.read_text(encoding='utf-8').split('\n\n'):
        lines = [line for line in block.splitlines() if line]
        if len(lines) > 3 and lines[0].startswith('# ') and lines[1].startswith('as '):
            yield lines[0][2:], lines[1][3:], lines[2].removeprefix('expect '), lines[3:]


class Attacks(CentreCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.admit('li', 'person', 'approver', DISTRICT, '--person-id', '110101199003070011')
        cls.admit('narrow', 'person', 'approver', DISTRICT, '--item', 'KY-002')
        cls.names = {'long': 'x' * 3000}
        cls.publish_models()
        cls.make_cases()
        cls.tool('centre', 'revoke', 'gone')

    @classmethod
    def publish_models(cls):
        for name, version, confirmed in (('model', 1, True), ('proposed_model', 2, False)):
            cls.server.sql(f"SELECT api.propose_model('ride-hailing-driver-licence', {version}, '2020-01-01', 'm{version}', '{{}}')", 'chen')
            digest = cls.server.value(f"SELECT encode(sha256('m{version}'), 'hex')")
            if confirmed:
                out, _ = cls.server.sql(f"SELECT api.confirm_model('\\x{digest}')", 'wu')
                assert out.strip() == 'confirmed', out
            cls.names[name] = digest
        cls.names['short'] = cls.names['model'][2:]

    @classmethod
    def make_cases(cls):
        names = cls.names
        for name, item in (('open', PEOPLE), ('accepted', PEOPLE), ('held', PEOPLE), ('decided', PEOPLE), ('proposed', PEOPLE),
                           ('mine', PEOPLE), ('automatic', AUTOMATIC), ('touched', AUTOMATIC)):
            names[name] = cls.opened(name, item)
        names['own'] = cls.opened('own', PEOPLE, person='110101199003070011')
        names['far'] = cls.opened('far', PEOPLE, login='far')
        for name in ('automatic', 'touched', 'accepted', 'held', 'decided', 'proposed', 'mine', 'own'):
            cls.act('robot', 'accept', names[name], 1, 'system')
        cls.act('wang', 'check_in', names['touched'], 2, 'clerk')
        names['held_token'] = str(cls.claimed('zhao', names['held']))
        names['own_token'] = str(cls.claimed('li', names['own']))
        token = cls.claimed('zhao', names['decided'])
        cls.act('zhao', 'grant', names['decided'], 2, 'approver', basis='x', token=token)
        token = cls.claimed('li', names['proposed'])
        cls.act('li', 'propose_refusal', names['proposed'], 2, 'approver', reason='x', basis='x', token=token)
        names['token'] = str(cls.claimed('li', names['mine']))
        names['zhao_device'] = cls.devices['zhao'].id
        names['zhao_op'] = cls.server.value("SELECT op FROM core.op WHERE account = 'zhao' LIMIT 1")
        cls.server.sql(f"SELECT api.put_evidence({DISTRICT}, '{names['held']}', 'police', 'person', 'secret')", 'robot')

    def statements(self, login, lines):
        device = self.devices[login]
        device.learn_sequence()
        values = {**self.names, 'new': str(uuid.uuid4()), 'my_device': device.id, 'next': str(device.sequence + 1)}
        text = re.sub(r'\$([a-z_]+)', lambda found: values.get(found.group(1), found.group(0)), '\n'.join(lines))
        return '\n'.join(device.statement(json.loads(line[5:])) if line.startswith('push ') else line
                         for line in text.splitlines())

    def traces(self, login):
        rows = int(self.server.value(f"SELECT count(*) FROM core.refusal_log WHERE login = '{login}'"))
        logged = self.server.log.read_text(encoding='utf-8', errors='replace')
        return rows + len(re.findall(rf'^{login}\|(?:ERROR|FATAL):', logged, re.M))

    def attempt(self, login, expected, lines):
        before, traces = self.server.value(FINGERPRINT), self.traces(login)
        out, _ = self.server.sql(self.statements(login, lines), login)
        if expected == 'reads nothing':
            self.assertEqual(out.strip(), '')
        else:
            self.assertIn(expected, out)
        self.assertNotIn('applied', out)
        self.assertEqual(self.server.value(FINGERPRINT), before, 'something changed')
        if not expected.startswith('conflict'):
            self.assertGreater(self.traces(login), traces, f'left no trace:\n{out}')

    def test_every_attack_is_refused_changes_nothing_and_is_logged(self):
        tried = list(attacks())
        self.assertGreaterEqual(len(tried), 60)
        for title, login, expected, lines in tried:
            with self.subTest(title):
                self.attempt(login, expected, lines)

    def test_no_grant_function_or_table_is_outside_the_rules(self):
        for rule, found in {
                'functions for logins that run in the caller or on his search path': """
                    SELECT proname FROM pg_proc WHERE pronamespace = 'api'::regnamespace AND (NOT prosecdef
                    OR NOT coalesce(proconfig, '{}') @> '{"search_path=pg_catalog, pg_temp"}')""",
                'inner functions that run as the owner': """
                    SELECT proname FROM pg_proc WHERE pronamespace = 'core'::regnamespace AND prosecdef""",
                # One without a path of its own runs on that of who calls it: a function for logins, all of which have the fixed
                # one, or the owner. Or its names were bound when it was made.
                'inner functions on another search path that are entered from elsewhere': """
                    SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'core'::regnamespace AND p.prosqlbody IS NULL
                    AND NOT coalesce(p.proconfig, '{}') @> '{"search_path=pg_catalog, pg_temp"}'
                    AND (coalesce(p.proacl::text, '') <> '{tongban_owner=X/tongban_owner}'
                         OR p.proconfig::text LIKE '%search_path%' OR EXISTS (
                             SELECT FROM pg_depend d WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid
                             AND d.classid <> 'pg_proc'::regclass))""",
                'functions for logins outside the schema of theirs, on a path of the caller': """
                    SELECT DISTINCT p.proname FROM pg_proc p, pg_roles r WHERE r.rolname ~ '^tongban_' AND r.rolname <> 'tongban_owner'
                    AND p.pronamespace::regnamespace::text IN ('stat', 'crypto', 'public') AND p.prolang <> 13 AND p.probin IS NULL
                    AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
                    AND NOT coalesce(p.proconfig, '{}') @> '{"search_path=pg_catalog, pg_temp"}'""",
                'functions that everybody, or a login an inner one, may call': """
                    SELECT proname FROM pg_proc, unnest(ARRAY['public', 'tongban_staff', 'tongban_worker', 'tongban_auditor']) r
                    WHERE (pronamespace = 'core'::regnamespace OR (pronamespace = 'api'::regnamespace AND r = 'public'))
                    AND CASE r WHEN 'public' THEN proacl IS NULL OR proacl::text ~ '[{,]=' ELSE has_function_privilege(r, oid, 'EXECUTE') END""",
                'objects that do not belong to the owner': """
                    SELECT relname FROM pg_class WHERE relnamespace = 'core'::regnamespace AND relowner <> 'tongban_owner'::regrole
                    UNION ALL SELECT proname FROM pg_proc WHERE pronamespace IN ('core'::regnamespace, 'api'::regnamespace)
                    AND proowner <> 'tongban_owner'::regrole""",
                'tables without row-level security': """
                    SELECT relname FROM pg_class WHERE relnamespace = 'core'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity""",
                'tables a login can write': """
                    SELECT relname FROM pg_class, unnest(ARRAY['tongban_staff', 'tongban_worker', 'tongban_auditor']) r
                    WHERE relnamespace = 'core'::regnamespace AND relkind IN ('r', 'p')
                    AND has_table_privilege(r, oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')""",
                'personal data that a login can select': """
                    SELECT relname FROM pg_class, unnest(ARRAY['tongban_staff', 'tongban_worker', 'tongban_auditor']) r
                    WHERE relnamespace = 'core'::regnamespace AND (relname ~ '^(application|evidence|ledger_body|op_body|act_record)' OR relname IN ('account', 'inbox'))
                    AND has_table_privilege(r, oid, 'SELECT')"""}.items():
            with self.subTest(rule):
                self.assertEqual(self.server.value(found), '')

    def test_the_attacks_are_about_a_world_in_which_the_lawful_act_works(self):
        for device in self.devices.values():
            device.learn_sequence()
        token = self.claimed('zhao', self.names['proposed'])
        self.act('zhao', 'countersign', self.names['proposed'], 3, 'approver', token=token)
        self.act('robot', 'grant', self.names['automatic'], 2, 'system', basis='x', model=self.names['model'],
                 capsule=self.names['model'])
        out, _ = self.server.sql(f"SELECT body FROM api.read_evidence({DISTRICT}, '{self.names['held']}', 'deciding')", 'zhao')
        self.assertEqual(out.strip(), 'secret')
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)


if __name__ == '__main__':
    unittest.main()
