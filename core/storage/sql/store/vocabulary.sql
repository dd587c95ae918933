-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: vocabulary_insert
INSERT INTO vocabulary (word) VALUES (:word);

-- name: vocabulary_by_word
SELECT no FROM vocabulary WHERE word = :word;

-- name: vocabulary_by_number
SELECT word FROM vocabulary WHERE no = :no;

-- name: vocabulary_between
SELECT no FROM vocabulary WHERE word BETWEEN :first AND :last;
