-- SPDX-FileCopyrightText: The Tongban authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What acts are judged by. The workflow and the items are written by `tongbanctl centre init` from the same
-- files the desktop reads; act_rule says what the centre itself demands of an act beyond the workflow.

SET ROLE tongban_owner;

CREATE TABLE core.setting (
    key   text PRIMARY KEY,
    value text NOT NULL
);

INSERT INTO core.setting VALUES
    ('largest_act_bytes', '65536'),
    ('largest_batch_bytes', '1048576'),
    ('most_acts_in_batch', '50'),
    ('most_open_claims', '50'),
    ('most_refusals_an_hour', '1000'),
    ('claim_minutes', '30'),
    ('offline_days', '30');

-- One row for each transition that is allowed. from_state '-' = there is no case yet; to_kind and to_state as
-- in resources/workflow/workflow.csv: 'state', 'unchanged' or 'back'.
CREATE TABLE core.workflow (
    from_state          text NOT NULL,
    act                 text NOT NULL,
    role                text NOT NULL,
    to_kind             text NOT NULL CHECK (to_kind IN ('state', 'unchanged', 'back')),
    to_state            text NOT NULL,
    needs_reason        boolean NOT NULL,
    needs_basis         boolean NOT NULL,
    needs_document      boolean NOT NULL,
    needs_second_person boolean NOT NULL,
    needs_signer        boolean NOT NULL,
    PRIMARY KEY (from_state, act, role)
);

CREATE TABLE core.state (
    state    text PRIMARY KEY,
    is_final boolean NOT NULL
);

-- decides: the outcome the act writes; the primary key of core.decision allows one a round.
-- claim: people need the case's claim, and nobody may act against somebody else's.
-- frees: the claim ends with the act.
-- accepts: the act accepts the application. needs_acceptance: only what is accepted.
-- human_alone: the program's role may not, even where a changed workflow said so.
-- automatic: what the item has to allow before the program does it alone.
CREATE TABLE core.act_rule (
    act              text PRIMARY KEY,
    decides          text CHECK (decides IN ('granted', 'refused')),
    claim            boolean NOT NULL DEFAULT false,
    frees            boolean NOT NULL DEFAULT false,
    accepts          boolean NOT NULL DEFAULT false,
    needs_acceptance boolean NOT NULL DEFAULT false,
    human_alone      boolean NOT NULL DEFAULT false,
    automatic        text CHECK (automatic IN ('grant', 'refuse', 'notice'))
);

INSERT INTO core.act_rule (act, decides, claim, frees, accepts, needs_acceptance, human_alone, automatic) VALUES
    ('book',                NULL,      false, false, false, false, false, NULL),
    ('pre_review',          NULL,      false, false, false, false, false, NULL),
    ('apply',               NULL,      false, false, false, false, false, NULL),
    ('accept',              NULL,      false, false, true,  false, false, NULL),
    ('decline',             NULL,      true,  true,  false, false, true,  NULL),
    ('give_notice',         NULL,      true,  true,  false, false, false, 'notice'),
    ('deem_accepted',       NULL,      false, false, true,  false, false, NULL),
    ('supplement',          NULL,      false, false, false, false, false, NULL),
    ('accept_conditionally', NULL,     false, false, true,  false, false, NULL),
    ('promise',             NULL,      false, false, false, false, false, NULL),
    ('withdraw_promise',    NULL,      false, false, false, false, false, NULL),
    ('record_evidence',     NULL,      false, false, false, false, false, NULL),
    ('await_evidence',      NULL,      false, false, false, false, false, NULL),
    ('grant',               'granted', true,  true,  false, true,  false, 'grant'),
    ('refuse',              'refused', true,  true,  false, true,  false, 'refuse'),
    ('refer',               NULL,      false, false, false, false, false, NULL),
    ('propose_refusal',     NULL,      true,  true,  false, true,  true,  NULL),
    ('countersign',         'refused', true,  true,  false, true,  true,  NULL),
    ('reject_proposal',     NULL,      true,  true,  false, false, true,  NULL),
    ('extend',              NULL,      true,  false, false, true,  true,  NULL),
    ('suspend',             NULL,      true,  true,  false, true,  true,  NULL),
    ('resume',              NULL,      false, false, false, false, false, NULL),
    ('request_human',       NULL,      false, false, false, false, false, NULL),
    ('check_in',            NULL,      false, false, false, false, false, NULL),
    ('deliver_in_person',   NULL,      false, false, false, false, true,  NULL),
    ('send_by_courier',     NULL,      false, false, false, false, false, NULL),
    ('return_parcel',       NULL,      false, false, false, false, false, NULL),
    ('close',               NULL,      false, false, false, false, false, NULL),
    ('withdraw',            NULL,      false, true,  false, false, false, NULL),
    ('revoke',              NULL,      false, true,  false, false, true,  NULL),
    ('issue_paper',         NULL,      false, false, false, false, true,  NULL);

CREATE TABLE core.item (
    item           text NOT NULL,
    version        int NOT NULL,
    effective_from date NOT NULL,
    effective_to   date,
    closed_since   date, -- First day without new cases; null = open.
    rule_set       text NOT NULL, -- '' = people decide.
    automatic      text[] NOT NULL,
    power_entry    text NOT NULL,
    PRIMARY KEY (item, version)
);

-- Rule models, by the digest of their text, computed here. They serve automatic decisions once a second
-- person has confirmed them and until they are withdrawn.
CREATE TABLE core.published_model (
    digest         bytea PRIMARY KEY CHECK (digest = sha256(convert_to(model, 'UTF8'))),
    rule_set       text NOT NULL,
    version        int NOT NULL,
    effective_from date NOT NULL,
    model          text NOT NULL,
    manifest       text NOT NULL,
    proposed_by    text NOT NULL,
    proposed_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    confirmed_by   text CHECK (confirmed_by <> proposed_by),
    confirmed_at   timestamptz,
    withdrawn_by   text,
    withdrawn_at   timestamptz,
    UNIQUE (rule_set, version)
);

-- Puts the tables of one publication in place; called by the administrator's program with what
-- permit::Workflow and the catalogue loaded, never by desktops.
CREATE FUNCTION core.publish_rules(p_workflow jsonb, p_states jsonb, p_items jsonb, p_digest text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM jsonb_array_elements(p_workflow) w
               WHERE NOT EXISTS (SELECT FROM core.act_rule r WHERE r.act = w->>'act')) THEN
        RAISE EXCEPTION 'the workflow has an act the centre has no rule for';
    END IF;
    LOCK TABLE core.workflow IN EXCLUSIVE MODE;
    DELETE FROM core.workflow;
    INSERT INTO core.workflow SELECT * FROM jsonb_populate_recordset(NULL::core.workflow, p_workflow);
    DELETE FROM core.state;
    INSERT INTO core.state SELECT * FROM jsonb_populate_recordset(NULL::core.state, p_states);
    INSERT INTO core.item SELECT * FROM jsonb_populate_recordset(NULL::core.item, p_items)
    ON CONFLICT (item, version) DO UPDATE
        SET effective_to = excluded.effective_to, closed_since = excluded.closed_since,
            automatic = excluded.automatic;
    INSERT INTO core.setting VALUES ('workflow_digest', p_digest)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value;
END $$;

RESET ROLE;
