-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT op, outcome, detail, n, version, token FROM api.push($1::int, $2::uuid, $3::uuid[], $4::bigint[], $5::bytea[])
