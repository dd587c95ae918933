-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT core.grant_right($1, $2, $3::int, $4::text[])
