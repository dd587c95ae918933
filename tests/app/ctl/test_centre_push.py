# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands of devices: each once, in order, whatever is repeated; one decision a round, whoever races."""
import random
import subprocess
import threading
import unittest
import uuid

from ctl import environment
from postgres import application, BINARIES, CentreCase, DISTRICT

# Through a network that breaks, sixteen want five hundred in tests/core/bench/tst_race.cpp.
CLIENTS, CASES = 16, 150


class Push(CentreCase):
    def setUp(self):
        super().setUp()
        for login in ('li', 'zhao', 'robot'):
            self.devices[login].learn_sequence()

    def claim_of(self, case):
        return {'kind': 'claim', 'case': case, 'role': 'approver'}

    def test_a_repeated_command_has_the_same_answer_and_no_second_effect(self):
        case = self.opened('R1', 'KY-001')
        device, key = self.devices['robot'], str(uuid.uuid4())
        command = {'kind': 'act', 'act': 'accept', 'case': case, 'version': 1, 'role': 'system'}
        first = device.push(command, ids=[key])
        events = self.server.value('SELECT sum(n) FROM core.head')
        for _ in range(3):
            again, _ = self.server.sql(device.statement(command, ids=[key], first=device.sequence), 'robot')
            self.assertEqual(again.strip().split('|'), first[0])
        self.assertEqual(self.server.value('SELECT sum(n) FROM core.head'), events)

    def test_the_same_key_for_something_else_is_no_answer(self):
        case = self.opened('R2', 'KY-001')
        key = str(uuid.uuid4())
        self.devices['li'].push(self.claim_of(case), ids=[key])
        out, _ = self.server.sql(self.devices['li'].statement({'kind': 'release', 'case': case, 'role': 'approver'}, ids=[key]), 'li')
        self.assertTrue(out.startswith('key_reuse|'), out)

    def test_a_number_too_far_on_stops_the_batch_and_says_what_is_expected(self):
        case = self.opened('R3', 'KY-001')
        device = self.devices['zhao']
        statement = device.statement(self.claim_of(case), self.claim_of(case), first=device.sequence + 3)
        out, _ = self.server.sql(statement, 'zhao')
        self.assertEqual(out.strip(), f'expected|{device.sequence + 1}|0|0|0')
        self.assertEqual(device.push(self.claim_of(case))[0][0], 'applied')

    def test_a_number_that_was_used_for_another_command_is_a_second_device_with_the_same_identity(self):
        case = self.opened('R4', 'KY-001')
        device = self.devices['zhao']
        device.push(self.claim_of(case))
        out, _ = self.server.sql(device.statement(self.claim_of(case), first=device.sequence), 'zhao')
        self.assertEqual(out.strip(), f'device_fork|{device.sequence + 1}|0|0|0')

    def test_a_poisonous_act_does_not_stand_in_the_way_of_those_behind_it(self):
        case = self.opened('R5', 'KY-001')
        poison = [b'\xff\xfe', b'', b'null', b'[]', b'{', b'{"kind":"act"}', b'{"kind":"act","act":"accept","case":"x"}',
                  b'{"kind":"act","act":"accept","case":"\\u0000"}', b'{"kind":"claim","case":7,"role":{}}', b'[' * 9000,
                  b'{"kind":"act","act":"accept","case":"%s","role":"system","version":1e99}' % case.encode(), b'x' * 70000]
        good = {'kind': 'act', 'act': 'accept', 'case': case, 'version': 1, 'role': 'system'}
        answers = self.devices['robot'].push(*poison, good)
        self.assertEqual([a[0] for a in answers if a[0] not in ('invalid', 'quarantined', 'refused')], ['applied'])
        self.assertEqual(answers[-1][0], 'applied')
        self.assertEqual(len(answers), len(poison) + 1)

    def test_a_case_that_an_act_could_not_open_is_not_there(self):
        case = str(uuid.uuid4())
        before = self.server.value(f'SELECT case_no FROM core.head WHERE district = {DISTRICT}')
        application = '{"applicant":{"id":"1"},"channel":"window","district":"440305","item":"KY-001"}'
        answer = self.devices['wang'].push({'kind': 'act', 'act': 'apply', 'case': case, 'role': 'clerk', 'item': 'KY-001',
                                            'item_version': 1, 'application': application, 'reason': 'a\u202eb'})[0]
        self.assertEqual(answer[:2], ['invalid', 'text_invalid'])
        self.assertEqual(self.server.value(f"SELECT count(*) FROM core.permit_case WHERE id = '{case}'"), '0')
        self.assertEqual(self.server.value(f'SELECT case_no FROM core.head WHERE district = {DISTRICT}'), before)

    def test_a_supervisor_takes_a_claim_away_and_the_late_decision_conflicts(self):
        case = self.opened('R6', 'KY-001')
        self.act('robot', 'accept', case, 1, 'system')
        token = self.claimed('li', case)
        higher = self.devices['chen'].done({'kind': 'seize', 'case': case, 'role': 'supervisor'})[2]
        self.assertGreater(higher, token)
        late = self.devices['li'].push({'kind': 'act', 'act': 'grant', 'case': case, 'version': 2, 'role': 'approver',
                                        'basis': 'x', 'token': token})[0]
        self.assertEqual(late[:2], ['conflict', 'claim_lost'])

    def test_an_expired_claim_nobody_else_took_still_decides(self):
        case = self.opened('R7', 'KY-001')
        self.act('robot', 'accept', case, 1, 'system')
        token = self.claimed('li', case)
        self.server.sql("UPDATE core.claim SET expires_at = now() - interval '1 hour'")
        self.act('li', 'grant', case, 2, 'approver', basis='x', token=token)

    def test_a_second_signature_given_by_the_second_person_himself_serves_once(self):
        case = self.opened('R8', 'KY-001')
        self.act('robot', 'accept', case, 1, 'system')
        token = self.claimed('li', case)
        signing = ('centre', 'sign', case, '--district', DISTRICT, '--act', 'extend')
        self.tool(*signing, '--acts', 2, login='li', code=7)
        self.tool(*signing, '--acts', 1, login='chen', code=4)
        self.assertEqual(self.tool(*signing, '--acts', 2, login='chen').last()['signed'], 'extend')
        self.act('li', 'extend', case, 2, 'approver', reason='x', token=token, signer='chen', say={'workdays': 5})
        again = self.devices['li'].push({'kind': 'act', 'act': 'extend', 'case': case, 'version': 3, 'role': 'approver',
                                         'reason': 'x', 'token': token, 'signer': 'chen', 'say': {'workdays': 5}})[0]
        self.assertEqual(again[:2], ['refused', 'not_signed'])

    def test_a_session_that_holds_a_district_is_ended_for_those_who_wait(self):
        case = self.opened('R9', 'KY-001')
        holder = subprocess.Popen([str(BINARIES / 'psql'), '-X', '-At', '-d', self.server.text('zhao')], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment())
        self.addCleanup(holder.communicate)
        self.addCleanup(holder.kill)
        holder.stdin.write('BEGIN; ' + self.devices['zhao'].statement(self.claim_of(case)) + '\n')
        holder.stdin.flush()
        self.assertIn('applied', holder.stdout.readline() + holder.stdout.readline())
        waiting = threading.Thread(target=self.server.sql, args=(self.devices['li'].statement(self.claim_of(case)), 'li'))
        waiting.start()
        self.wait_until(lambda: self.server.sql('SELECT api.evict_blockers(1)', 'robot')[0].strip() == '1')
        waiting.join()
        self.assertIn('zhao|evicted', self.server.value("SELECT login || '|' || account || '|' || what FROM core.refusal_log "
                                                        "WHERE what = 'evicted'").replace('robot|', ''))


class Race(CentreCase):
    def script(self, device, cases):
        """Claims each case in an order of its own, then grants with whatever token it was given."""
        order = list(cases)
        random.Random(device.id).shuffle(order)
        lines = []
        for place, case in enumerate(order):
            lines.append(device.statement({'kind': 'claim', 'case': case, 'role': 'approver'}, first=2 * place + 1)
                         .replace('coalesce(token, 0)', 'coalesce(token, 0) AS t').replace(';', ' \\gset'))
            body = ('{"kind":"act","act":"grant","case":"%s","version":2,"role":"approver","basis":"x","token":%%s}' % case)
            lines.append(f"SELECT outcome FROM api.push({DISTRICT}, '{device.id}', '{{{uuid.uuid4()}}}', '{{{2 * place + 2}}}', "
                         f"ARRAY[convert_to(format('{body}', :'t'), 'UTF8')]);")
        return '\n'.join(lines)

    def test_no_case_is_decided_twice_by_sixteen_who_want_all_of_them(self):
        self.server.sql("UPDATE core.setting SET value = '100000' WHERE key IN ('most_open_claims', 'most_refusals_an_hour')")
        cases = self.many_cases()
        devices = []
        for number in range(CLIENTS):
            self.admit(f'a{number}', 'person', 'approver', DISTRICT)
            devices.append(self.devices[f'a{number}'])
        outputs = [None] * CLIENTS

        def race(number):
            outputs[number] = self.server.sql(self.script(devices[number], cases), devices[number].login)[0].split()
        threads = [threading.Thread(target=race, args=(number,)) for number in range(CLIENTS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual([len(output) for output in outputs], [CASES] * CLIENTS)
        self.assertEqual(sum(output.count('applied') for output in outputs), CASES)
        self.assertEqual({word for output in outputs for word in output}, {'applied', 'conflict'})
        self.assertEqual(self.server.value('SELECT count(*), count(DISTINCT case_id) FROM core.decision'), f'{CASES}|{CASES}')
        self.assertEqual(self.server.value("SELECT count(*) FROM core.ledger WHERE act = 'grant'"), str(CASES))
        self.assertGreater(int(self.server.value('SELECT count(DISTINCT actor) FROM core.decision')), 1)
        self.assertEqual(self.tool('centre', 'verify', login='he').last()['findings'], 0)

    def many_cases(self):
        cases = [str(uuid.uuid4()) for _ in range(CASES)]
        for begin in range(0, CASES, 50):
            part = cases[begin:begin + 50]
            self.devices['wang'].push(*({'kind': 'act', 'act': 'apply', 'case': case, 'role': 'clerk', 'item': 'KY-001',
                                         'item_version': 1, 'application': application(f'N{begin + i}', 'KY-001')}
                                        for i, case in enumerate(part)))
            self.devices['robot'].push(*({'kind': 'act', 'act': 'accept', 'case': case, 'version': 1, 'role': 'system'}
                                         for case in part))
        return cases


if __name__ == '__main__':
    unittest.main()
