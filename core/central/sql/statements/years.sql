-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What each year takes, tables and indexes, and the part for acts of a year that nobody made a place for.
SELECT right(c.relname, -length(y.name) - 1) AS part, sum(pg_total_relation_size(c.oid))::bigint AS bytes
FROM core.yearly y
JOIN pg_inherits i ON i.inhparent = ('core.' || y.name)::regclass
JOIN pg_class c ON c.oid = i.inhrelid
GROUP BY part ORDER BY part
