-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT case_id, account, device, (extract(epoch FROM expires_at) * 1000)::bigint AS until_ms
FROM core.claim WHERE district = $1::int AND expires_at > clock_timestamp()
