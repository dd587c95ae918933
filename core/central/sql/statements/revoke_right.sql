-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT core.revoke_right($1, $2, $3::int)
