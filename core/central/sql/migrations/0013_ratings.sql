-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What applicants say about the service, and what was put right after it: neither decides anything.
INSERT INTO core.act_rule (act, decides, claim, frees, accepts, needs_acceptance, human_alone, automatic) VALUES
    ('rate',    NULL, false, false, false, false, false, NULL),
    ('rectify', NULL, false, false, false, false, true,  NULL);
