-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: digest_text_insert
INSERT INTO digest_text (digest, text) VALUES (:digest, :text)
ON CONFLICT (digest) DO NOTHING;

-- name: digest_text
SELECT text FROM digest_text WHERE digest = :digest;

-- name: rule_set_insert
INSERT INTO rule_set (code, version, model, manifest, stored_at)
VALUES (:code, :version, :model, :manifest, :stored_at)
ON CONFLICT (code, version, model, manifest) DO NOTHING;

-- name: rule_set_other_model
SELECT model FROM rule_set WHERE code = :code AND version = :version AND model <> :model
LIMIT 1;

-- name: rule_set_by_digests
SELECT no, code, version, model, manifest, stored_at
FROM rule_set WHERE model = :model AND manifest = :manifest
ORDER BY no
LIMIT 1;

-- name: rule_set_by_no
SELECT no, code, version, model, manifest, stored_at
FROM rule_set WHERE no = :no;

-- name: rule_set_list
SELECT no, code, version, model, manifest, stored_at
FROM rule_set
ORDER BY code, version, model, manifest;

-- name: catalogue_text_insert
INSERT INTO catalogue_text (catalogue, ordinal, name, text) VALUES (:catalogue, :ordinal, :name, :text)
ON CONFLICT (catalogue, ordinal) DO NOTHING;

-- name: catalogue_texts
SELECT t.name, d.text
FROM catalogue_text AS t JOIN digest_text AS d ON d.digest = t.text
WHERE t.catalogue = :catalogue
ORDER BY t.ordinal;

-- name: catalogue_use_insert
INSERT INTO catalogue_use (catalogue, since, origin) VALUES (:catalogue, :since, :origin);

-- name: catalogue_current
SELECT catalogue, since, origin FROM catalogue_use
ORDER BY no DESC
LIMIT 1;

-- name: catalogue_by_digest
SELECT catalogue, since, origin FROM catalogue_use WHERE catalogue = :catalogue
ORDER BY no DESC
LIMIT 1;
