-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

SELECT district, epoch, n, hash, settled_n FROM api.heads()
