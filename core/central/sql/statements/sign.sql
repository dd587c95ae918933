-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT api.sign($1::int, $2::uuid, $3::bigint, $4, $5)
