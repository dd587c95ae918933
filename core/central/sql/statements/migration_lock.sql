-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- 'tongban' as a number; held by the session until migration_unlock or its end.
SELECT pg_advisory_lock(7598541)
