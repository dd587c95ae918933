# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looking at cases and acting on them."""
from ctl import Case, DemoCase


class Stories(DemoCase):
    def stories(self):
        """One case of each state and reason."""
        kinds = {}
        for case in self.cases():
            kinds.setdefault((case['state'], case['reason']), case)
        return kinds.values()

    def test_every_kind_of_case_tells_its_story_in_chinese(self):
        for case in self.stories():
            text = self.ok(self.demo, 'case', 'show', case['serial']).out
            for heading in ('办件编号', '事项', '状态', '办理机关', '办理经过'):
                self.assertIn(heading, text, case)
            if case['reason']:
                self.assertIn('未自动办结', text, case)
            for code in (case['state'], 'step_promised', 'step_statutory'):
                self.assertNotIn(code + ':', text)

    def test_a_decision_by_rules_names_law_rule_and_capsule(self):
        granted = self.cases('--state', 'delivering') or self.cases('--state', 'granted') \
            or self.cases('--state', 'closed')
        text = self.ok(self.demo, 'case', 'show', granted[0]['serial']).out
        for part in ('准予许可', '逐项审查', '依据', '决定胶囊', '您的权利'):
            self.assertIn(part, text)

    def test_the_story_is_told_in_english_too(self):
        case = next(iter(self.stories()))
        text = self.ok(self.demo, '--language', 'en', 'case', 'show', case['serial']).out
        for part in ('Case', 'State', 'What happened'):
            self.assertIn(part, text)

    def test_a_number_is_read_as_people_type_it(self):
        serial = self.cases()[0]['serial']
        short = serial.removeprefix('深交审-').replace('-', ' ').lower()
        shown = self.ok(self.demo, '--json', 'case', 'show', short).last()
        self.assertEqual(shown['serial'], serial)
        self.assertEqual(self.ok(self.demo, '--json', 'case', 'show', shown['id']).last()['serial'], serial)

    def test_a_case_is_shown_as_it_stood(self):
        serial = (self.cases('--state', 'granted') + self.cases('--state', 'delivering') + self.cases('--state', 'closed'))[0]['serial']
        show = ('--json', 'case', 'show', serial)
        story = self.ok(self.demo, *show).last()
        for number, event in enumerate(story['events'], 1):
            past = self.ok(self.demo, *show, '--as-of', number).last()
            self.assertEqual((past['state'], past['acts'], past['all_acts']), (event['state'], number, len(story['events'])))
            self.assertEqual(past['events'], story['events'][:number])
        self.assertEqual(past['state'], story['state'])
        self.assertEqual(self.ok(self.demo, *show, '--as-of', story['events'][0]['at']).last()['events'][0], story['events'][0])
        self.ok(self.demo, *show, '--as-of', '2001-01-01', code=3)
        self.ok(self.demo, *show, '--as-of', 'yesterday', code=2)
        text = self.ok(self.demo, '--language', 'en', 'case', 'show', serial, '--as-of', 1).out
        self.assertIn('THE PAST', text)

    def test_an_unknown_or_mistyped_number_is_said(self):
        self.ok(self.demo, 'case', 'show', '2026-440305-9999999-X', code=2)
        self.ok(self.demo, 'case', 'show', '019ab000-0000-7000-8000-000000000000', code=3)

    def test_lists_are_restricted(self):
        everything = self.cases()
        item = everything[0]['item']
        self.assertEqual({case['item'] for case in self.cases('--item', item)}, {item})
        state = everything[0]['state']
        self.assertEqual({case['state'] for case in self.cases('--state', state)}, {state})
        self.assertEqual(len(self.ok(self.demo, '--json', 'case', 'list', '--limit', 3).lines()), 3)


class Acts(Case):
    def setUp(self):
        super().setUp()
        self.office = self.folder / 'office'
        self.ok(self.office, 'demo', '--applications', 200, '--seed', 5)
        self.ok(self.office, 'work')
        self.case = self.ok(self.office, '--json', 'case', 'list', '--state', 'referred').lines()[0]['serial']

    def act(self, name, *options, code=0):
        return self.ok(self.office, '--json', 'case', 'act', self.case, name, '--actor', 'approver', *options, code=code)

    def test_an_act_is_recorded_with_actor_reason_and_basis(self):
        self.act('grant', '--role', 'approver', '--reason', '经核实符合条件', '--basis', '《行政许可法》第三十八条')
        shown = self.ok(self.office, '--json', 'case', 'show', self.case).last()
        self.assertIn(shown['state'], ('granted', 'delivering'))
        event = shown['events'][-1]
        self.assertEqual((event['act'], event['actor'], event['reason']), ('grant', 'approver', '经核实符合条件'))
        self.assertEqual(self.ok(self.office, '--json', 'audit', 'verify').last()['findings'], 0)

    def test_what_the_table_does_not_allow_changes_nothing_and_names_every_reason(self):
        before = self.ok(self.office, '--json', 'case', 'show', self.case).last()
        refusal = self.act('grant', '--role', 'approver', code=4).last()
        self.assertTrue(refusal['refusals'])
        text = self.ok(self.office, 'case', 'act', self.case, 'grant', '--actor', 'approver', '--role', 'approver',
                       code=4).out
        self.assertIn('没有作任何改动', text)
        self.assertNotIn('[{', text)
        self.assertEqual(self.ok(self.office, '--json', 'case', 'show', self.case).last(), before)

    def test_unknown_acts_and_roles_are_usage_errors(self):
        self.act('nonsense', code=2)
        self.act('grant', '--role', 'king', code=2)
