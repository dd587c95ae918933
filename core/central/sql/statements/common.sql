-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT api.common($1::int, $2::bigint[], $3::bytea[])
