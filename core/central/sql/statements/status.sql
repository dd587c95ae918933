-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT (SELECT value FROM core.setting WHERE key = 'workflow_digest'),
       (SELECT count(*) FROM core.head),
       (SELECT coalesce(sum(n), 0) FROM core.head),
       (SELECT coalesce(sum(case_no), 0) FROM core.head),
       (SELECT count(*) FROM core.claim WHERE expires_at > now()),
       (SELECT count(*) FROM core.account WHERE is_active),
       (SELECT count(*) FROM core.device WHERE revoked_at IS NULL),
       (SELECT count(*) FROM core.refusal_log WHERE at > now() - interval '1 day'),
       (SELECT count(*) FROM core.op WHERE outcome = 'quarantined'),
       pg_database_size(current_database())
