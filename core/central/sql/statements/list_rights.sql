-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT a.account, a.login, a.kind, coalesce(r.role, ''), coalesce(r.district, 0), coalesce(array_to_string(r.items, ';'), ''),
       coalesce(to_char(r.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), ''), coalesce(r.granted_by, '')
FROM core.account a
LEFT JOIN core.right_ r ON r.account = a.account AND r.until > now()
WHERE a.is_active
ORDER BY a.account, r.district, r.role
