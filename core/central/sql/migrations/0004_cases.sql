-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is kept. Every key begins with the district: one district is one serial log, and no act touches two.

SET ROLE tongban_owner;

-- The serial point of a district: locked first by everything that changes it. `token` is the last fencing
-- token given to a claim, `at` the time of the last act: the ledger's time never goes back.
CREATE TABLE core.head (
    district      int PRIMARY KEY CHECK (district > 0),
    epoch         int NOT NULL DEFAULT 1,
    n             bigint NOT NULL DEFAULT 0,
    hash          bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (length(hash) = 32),
    at            bigint NOT NULL DEFAULT 0,
    token         bigint NOT NULL DEFAULT 0,
    case_no       bigint NOT NULL DEFAULT 0,
    acceptance_no bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 20);

-- How a case stands as far as the centre judges it. Everything here was derived by the centre from acts; what
-- the applicant wrote is in core.application. No personal data.
CREATE TABLE core.permit_case (
    district         int NOT NULL REFERENCES core.head (district),
    id               uuid NOT NULL,
    no               bigint NOT NULL,
    item             text NOT NULL,
    item_version     int NOT NULL,
    channel          text NOT NULL,
    external_no      text NOT NULL,
    taken_in_by      text NOT NULL,
    state            text NOT NULL,
    waiting_from     text[] NOT NULL DEFAULT '{}', -- Where "back" leads, innermost last.
    version          bigint NOT NULL DEFAULT 0, -- Number of acts so far.
    decision_round   int NOT NULL DEFAULT 1,
    acceptance_no    bigint NOT NULL DEFAULT 0, -- 0 = not accepted.
    pinned_model     bytea,
    outcome          text,
    is_automatic     boolean NOT NULL DEFAULT false,
    human_requested  boolean NOT NULL DEFAULT false,
    touched_by_human boolean NOT NULL DEFAULT false,
    rules_asked      boolean NOT NULL DEFAULT false,
    advice_against   boolean NOT NULL DEFAULT false,
    proposer         text,
    proposal_reason  text NOT NULL DEFAULT '',
    proposal_basis   text NOT NULL DEFAULT '',
    changed_at       bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (district, id),
    UNIQUE (district, no)
) WITH (fillfactor = 70);

CREATE UNIQUE INDEX permit_case_external ON core.permit_case (district, channel, external_no)
    WHERE external_no <> '';
CREATE INDEX permit_case_waiting ON core.permit_case (district, state, item, no);

CREATE TABLE core.application (
    district int NOT NULL,
    case_id  uuid NOT NULL,
    parties  bytea[] NOT NULL, -- SHA-256 of the identity numbers of applicant and agent.
    body     text NOT NULL,
    PRIMARY KEY (district, case_id)
);

-- One chain a district, in the format of the desktop's ledger: digest and hash verify on both sides.
CREATE TABLE core.ledger (
    district    int NOT NULL,
    n           bigint NOT NULL,
    case_id     uuid NOT NULL,
    act         text NOT NULL,
    state       text NOT NULL,
    actor       text NOT NULL,
    role        text NOT NULL,
    at          bigint NOT NULL, -- Milliseconds since 1970, the centre's clock.
    reason      text NOT NULL,
    basis       text NOT NULL,
    body_digest bytea NOT NULL,
    hash        bytea NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (district, n)
);
CREATE INDEX ledger_case ON core.ledger (district, case_id, n);

-- Apart from the chain, which covers its digest: a body can be erased by law and the chain still holds.
CREATE TABLE core.ledger_body (
    district int NOT NULL,
    n        bigint NOT NULL,
    body     text NOT NULL,
    PRIMARY KEY (district, n)
);

-- The key is the guarantee: one decision a round.
CREATE TABLE core.decision (
    district  int NOT NULL,
    case_id   uuid NOT NULL,
    round     int NOT NULL,
    outcome   text NOT NULL,
    actor     text NOT NULL,
    second    text,
    automatic boolean NOT NULL,
    model     bytea REFERENCES core.published_model (digest),
    n         bigint NOT NULL,
    PRIMARY KEY (district, case_id, round),
    CHECK (automatic = (model IS NOT NULL))
);

-- A lease with a fencing token. An expired lease that nobody else took still serves; a higher token ends it.
CREATE TABLE core.claim (
    district   int NOT NULL,
    case_id    uuid NOT NULL,
    account    text NOT NULL,
    device     uuid NOT NULL,
    token      bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (district, case_id)
) WITH (fillfactor = 50);
CREATE INDEX claim_account ON core.claim (account);

-- A second person's signature under the next act of a case, given in that person's own session.
CREATE TABLE core.signature (
    district int NOT NULL,
    case_id  uuid NOT NULL,
    version  bigint NOT NULL,
    act      text NOT NULL,
    signer   text NOT NULL,
    role     text NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (district, case_id, version, act, signer)
);

-- Every command a device sent and its outcome, refused ones too: an answer can be asked for again for ever.
CREATE TABLE core.op (
    district int NOT NULL,
    op       uuid NOT NULL,
    device   uuid NOT NULL,
    seq      bigint NOT NULL,
    account  text NOT NULL,
    kind     text NOT NULL,
    case_id  uuid,
    sha      bytea NOT NULL,
    outcome  text NOT NULL,
    detail   text NOT NULL,
    n        bigint,
    version  bigint,
    token    bigint,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (district, op),
    UNIQUE (district, device, seq)
);

-- What was not applied is kept as it came, for the person who has to look at it.
CREATE TABLE core.op_body (
    district int NOT NULL,
    op       uuid NOT NULL,
    body     bytea NOT NULL,
    PRIMARY KEY (district, op)
);

CREATE TABLE core.device_head (
    district int NOT NULL,
    device   uuid NOT NULL REFERENCES core.device (device),
    seq      bigint NOT NULL,
    PRIMARY KEY (district, device)
) WITH (fillfactor = 50);

CREATE TABLE core.evidence (
    district    int NOT NULL,
    case_id     uuid NOT NULL,
    source      text NOT NULL,
    record      text NOT NULL,
    body        text NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    put_by      text NOT NULL,
    PRIMARY KEY (district, case_id, source, record, answered_at)
);

-- Who read personal data, why, and how much. Also written to the server's log at once, so that a rolled back
-- transaction leaves a trace.
CREATE TABLE core.query_log (
    no       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    login    name NOT NULL DEFAULT session_user,
    account  text,
    district int NOT NULL,
    what     text NOT NULL,
    case_id  uuid,
    purpose  text NOT NULL
);

CREATE TABLE core.refusal_log (
    no       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    login    name NOT NULL DEFAULT session_user,
    account  text,
    district int,
    what     text NOT NULL,
    detail   text NOT NULL
);

CREATE INDEX refusal_log_account ON core.refusal_log (account, at);

DO $$
DECLARE
    history text;
BEGIN
    FOREACH history IN ARRAY ARRAY['ledger', 'ledger_body', 'application', 'decision', 'signature', 'op', 'op_body',
                                   'evidence', 'query_log', 'refusal_log', 'right_log', 'schema_version']
    LOOP
        EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.%I '
                       'FOR EACH STATEMENT EXECUTE FUNCTION core.append_only()', history);
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON core.%I FROM tongban_owner', history);
    END LOOP;
END $$;

RESET ROLE;
