-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE core.device SET revoked_at = clock_timestamp() WHERE device = $1::uuid AND revoked_at IS NULL RETURNING device
