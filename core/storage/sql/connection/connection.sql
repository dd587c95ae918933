-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Statements that every connection needs. A word in braces is replaced by a number before the text is run.

-- name: connection_new_cases
-- Has to come before the first table. Large pages: rows of half a kilobyte, written in order. Nothing is ever deleted.
PRAGMA page_size = 8192;
PRAGMA auto_vacuum = NONE;

-- name: connection_new_replaced
-- A replaced register or roster leaves many free pages: they can be given back piece by piece.
PRAGMA page_size = 4096;
PRAGMA auto_vacuum = INCREMENTAL;

-- name: connection_write_ahead
-- Readers go on while one writer writes, and a commit is one append.
PRAGMA journal_mode = WAL;

-- name: connection_settings
PRAGMA foreign_keys = ON;
PRAGMA trusted_schema = OFF;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -{cache};
PRAGMA mmap_size = {map};
PRAGMA journal_size_limit = 67108864;

-- name: connection_full
PRAGMA synchronous = FULL;

-- name: connection_normal
PRAGMA synchronous = NORMAL;

-- name: connection_read_only
PRAGMA query_only = ON;

-- name: connection_limit
PRAGMA max_page_count = {pages};

-- name: connection_begin
BEGIN IMMEDIATE;

-- name: connection_commit
COMMIT;

-- name: connection_rollback
ROLLBACK;

-- name: connection_begin_read
BEGIN DEFERRED;

-- name: connection_explain
EXPLAIN QUERY PLAN

-- name: connection_application
PRAGMA application_id;

-- name: connection_version
PRAGMA user_version;

-- name: connection_tables
SELECT count(*) FROM sqlite_schema;

-- name: connection_integrity
PRAGMA integrity_check(100);

-- name: connection_shrink
PRAGMA incremental_vacuum(4096);

-- name: connection_free_pages
PRAGMA freelist_count;

-- name: connection_has_seal
SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'seal';

-- name: connection_seal
SELECT key_id FROM seal;

-- name: connection_seal_set
INSERT INTO seal (no, key_id) VALUES (1, :key_id);
