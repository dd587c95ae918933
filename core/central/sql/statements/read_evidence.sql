-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT source, record, body, (extract(epoch FROM answered_at) * 1000)::bigint AS answered_ms
FROM api.read_evidence($1::int, $2::uuid, $3) ORDER BY source, record, answered_at
