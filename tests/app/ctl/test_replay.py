# SPDX-FileCopyrightText: The Tongban authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a changed model would have decided."""
from ctl import DemoCase, SOURCE

MODELS = SOURCE / 'resources' / 'models'
RULES = 'freight-vehicle-certificate'


class Replay(DemoCase):
    applications = 600

    def test_the_same_model_flips_nothing(self):
        summary = self.ok(self.demo, '--json', 'replay', RULES, '--model', MODELS / RULES / '1.dmn').last()
        self.assertGreater(summary['cases'], 0)
        self.assertEqual((summary['flipped'], summary['cannot_tell']), (0, 0))
        self.assertEqual(summary['same'], summary['cases'])

    def changed(self):
        """A model whose conclusion sends to people what it granted."""
        text = (MODELS / RULES / '1.dmn').read_text(encoding='utf-8')
        self.assertIn('<text>"准予"</text>', text)
        path = self.folder / 'changed.dmn'
        head, conclusion = text.split('<decision id="conclusion"', 1)
        table, tail = conclusion.split('</decision>', 1)
        rules = table.rsplit('<text>"准予"</text>', 1)
        path.write_text(head + '<decision id="conclusion"' + '<text>"转人工"</text>'.join(rules) + '</decision>' + tail,
                        encoding='utf-8')
        return path

    def test_every_flip_is_listed_with_before_and_after(self):
        lines = self.ok(self.demo, '--json', 'replay', RULES, '--model', self.changed(), code=1).lines()
        summary, flips = lines[-1], lines[:-1]
        self.assertEqual(summary['flipped'], len(flips))
        self.assertEqual(summary['cases'], summary['same'] + summary['flipped'] + summary['cannot_tell'])
        self.assertEqual({flip['after'] for flip in flips}, {'refer'})
        self.assertIn('grant', {flip['before'] for flip in flips})
        serials = {case['serial'] for case in self.cases()}
        self.assertLessEqual({flip['case'] for flip in flips}, serials)
        text = self.ok(self.demo, 'replay', RULES, '--model', self.changed(), '--most', 1, code=1).out
        self.assertIn('准予 -> 转人工', text)

    def test_replaying_changes_nothing(self):
        before = self.ok(self.demo, '--json', 'status').last()
        self.ok(self.demo, 'replay', RULES, '--model', self.changed(), code=1)
        self.assertEqual(self.ok(self.demo, '--json', 'status').last(), before)

    def test_a_model_that_cannot_be_used_is_said(self):
        broken = self.folder / 'broken.dmn'
        broken.write_text('<definitions', encoding='utf-8')
        self.ok(self.demo, 'replay', RULES, '--model', broken, code=2)
        self.ok(self.demo, 'replay', RULES, '--model', self.folder / 'none.dmn', code=3)
        self.ok(self.demo, 'replay', 'no-such-rules', '--model', MODELS / RULES / '1.dmn', code=3)
