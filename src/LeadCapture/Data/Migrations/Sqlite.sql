CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "account_calls" (
    "id" BLOB NOT NULL CONSTRAINT "PK_account_calls" PRIMARY KEY,
    "counts_at" INTEGER NOT NULL,
    "calls" INTEGER NOT NULL
);

CREATE TABLE "alert_settings" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_alert_settings" PRIMARY KEY,
    "smtp_host" TEXT NOT NULL,
    "smtp_port" INTEGER NOT NULL,
    "smtp_security" INTEGER NOT NULL,
    "smtp_user" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "recipients" TEXT NOT NULL,
    "base_address" TEXT NOT NULL,
    "silence_minutes" INTEGER NOT NULL,
    "stuck_minutes" INTEGER NOT NULL
);

CREATE TABLE "alerts" (
    "kind" INTEGER NOT NULL CONSTRAINT "PK_alerts" PRIMARY KEY,
    "silent_until" INTEGER NULL,
    "told_until" INTEGER NULL,
    "last_sent" INTEGER NULL,
    "last_error" TEXT NULL,
    "last_error_at" INTEGER NULL
);

CREATE TABLE "api_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "forms" TEXT NOT NULL,
    "per_minute" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "created_by" TEXT NOT NULL,
    "expires_at" INTEGER NULL,
    "revoked_at" INTEGER NULL,
    "last_used_at" INTEGER NULL
);

CREATE TABLE "audit_entries" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_audit_entries" PRIMARY KEY AUTOINCREMENT,
    "at" INTEGER NOT NULL,
    "user_id" BLOB NULL,
    "who" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "address" TEXT NOT NULL
);

CREATE TABLE "catalogues" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_catalogues" PRIMARY KEY,
    "source" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "read_at" INTEGER NULL,
    "gap" INTEGER NULL,
    "reason" TEXT NULL,
    "tried_at" INTEGER NULL,
    "next_at" INTEGER NULL
);

CREATE TABLE "data_protection_keys" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_data_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "friendly_name" TEXT NULL,
    "xml" TEXT NULL
);

CREATE TABLE "default_look" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_default_look" PRIMARY KEY,
    "theme" TEXT NULL
);

CREATE TABLE "failure_notes" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_failure_notes" PRIMARY KEY AUTOINCREMENT,
    "failure_key" TEXT NOT NULL,
    "fault" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "user_id" BLOB NULL,
    "who" TEXT NOT NULL,
    "text" TEXT NOT NULL
);

CREATE TABLE "form_counts" (
    "form_id" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "what" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "PK_form_counts" PRIMARY KEY ("form_id", "day", "what", "channel", "name")
);

CREATE TABLE "forms" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_forms" PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "published_version" INTEGER NOT NULL,
    "draft" INTEGER NOT NULL,
    "last_draft" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "archived_at" INTEGER NULL
);

CREATE TABLE "gates" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_gates" PRIMARY KEY,
    "reason" INTEGER NOT NULL,
    "until" INTEGER NULL,
    "since" INTEGER NULL,
    "detail" TEXT NULL,
    "failures" INTEGER NOT NULL,
    "last_failed_lead" BLOB NULL,
    "probes" INTEGER NOT NULL,
    "requests_per_minute" INTEGER NULL,
    "requests_per_hour" INTEGER NULL
);

CREATE TABLE "heartbeats" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_heartbeats" PRIMARY KEY,
    "at" INTEGER NULL,
    "room" BLOB NULL
);

CREATE TABLE "pictures" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_pictures" PRIMARY KEY,
    "content_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL
);

CREATE TABLE "runs" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_runs" PRIMARY KEY AUTOINCREMENT,
    "order" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "ordered_at" INTEGER NOT NULL,
    "user_id" BLOB NULL,
    "who" TEXT NOT NULL,
    "filter" TEXT NULL,
    "reason" TEXT NOT NULL,
    "agreed" INTEGER NOT NULL,
    "fix" TEXT NULL,
    "sequence_id" INTEGER NULL,
    "of_run" INTEGER NULL,
    "cursor" BLOB NULL,
    "members" INTEGER NOT NULL,
    "under_way" INTEGER NOT NULL,
    "succeeded" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "stage" INTEGER NOT NULL,
    "stage_begun" INTEGER NOT NULL,
    "stage_failed" INTEGER NOT NULL,
    "stopped" TEXT NULL,
    "ended_at" INTEGER NULL,
    "worker" BLOB NULL,
    "worked_until" INTEGER NULL
);

CREATE TABLE "secrets" (
    "name" TEXT NOT NULL CONSTRAINT "PK_secrets" PRIMARY KEY,
    "protected" TEXT NOT NULL,
    "changed_at" INTEGER NOT NULL
);

CREATE TABLE "sign_in_tries" (
    "kind" INTEGER NOT NULL,
    "subject" BLOB NOT NULL,
    "count" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    CONSTRAINT "PK_sign_in_tries" PRIMARY KEY ("kind", "subject")
);

CREATE TABLE "spam_entries" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_spam_entries" PRIMARY KEY AUTOINCREMENT,
    "kind" INTEGER NOT NULL,
    "sender" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" TEXT NOT NULL
);

CREATE TABLE "users" (
    "id" BLOB NOT NULL CONSTRAINT "PK_users" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "role" INTEGER NOT NULL,
    "disabled" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "last_sign_in_at" INTEGER NULL,
    "last_code_step" INTEGER NULL,
    "open_id_issuer" TEXT NULL,
    "open_id_subject" TEXT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "two_factor_enabled" INTEGER NOT NULL
);

CREATE TABLE "webhook_marks" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_webhook_marks" PRIMARY KEY,
    "until" INTEGER NULL
);

CREATE TABLE "column_mappings" (
    "form_id" INTEGER NOT NULL,
    "head" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    CONSTRAINT "PK_column_mappings" PRIMARY KEY ("form_id", "head"),
    CONSTRAINT "FK_column_mappings_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE CASCADE
);

CREATE TABLE "events" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_events" PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "form_id" INTEGER NOT NULL,
    "translation_ids" TEXT NOT NULL,
    "starts_on" TEXT NULL,
    "ends_on" TEXT NULL,
    "goal" INTEGER NULL,
    "sequence_id" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "public_key" TEXT NOT NULL,
    "key_exported_at" INTEGER NULL,
    "test_lead_id" BLOB NULL,
    "pin" TEXT NOT NULL,
    CONSTRAINT "FK_events_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE RESTRICT
);

CREATE TABLE "form_drafts" (
    "form_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    CONSTRAINT "PK_form_drafts" PRIMARY KEY ("form_id", "number"),
    CONSTRAINT "FK_form_drafts_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE CASCADE
);

CREATE TABLE "form_versions" (
    "form_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "published_by" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    CONSTRAINT "PK_form_versions" PRIMARY KEY ("form_id", "number"),
    CONSTRAINT "FK_form_versions_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE CASCADE
);

CREATE TABLE "lead_notices" (
    "form_id" INTEGER NOT NULL CONSTRAINT "PK_lead_notices" PRIMARY KEY,
    "recipients" TEXT NOT NULL,
    "has_chat" INTEGER NOT NULL,
    "rhythm" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "includes_answers" INTEGER NOT NULL,
    "told_until" INTEGER NOT NULL,
    "next_at" INTEGER NOT NULL,
    "last_sent" INTEGER NULL,
    "last_error" TEXT NULL,
    "last_error_at" INTEGER NULL,
    CONSTRAINT "FK_lead_notices_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE CASCADE
);

CREATE TABLE "leads" (
    "id" BLOB NOT NULL CONSTRAINT "PK_leads" PRIMARY KEY,
    "receipt" TEXT NOT NULL,
    "form_id" INTEGER NOT NULL,
    "form_version" INTEGER NOT NULL,
    "submission_id" TEXT NOT NULL,
    "received_at" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "device_id" BLOB NULL,
    "event_id" INTEGER NULL,
    "page" TEXT NULL,
    "attribution_json" TEXT NULL,
    "email" TEXT NULL,
    "linked_in" TEXT NULL,
    "answers_json" TEXT NOT NULL,
    "answers_hash" TEXT NOT NULL,
    "answers_version" INTEGER NOT NULL,
    CONSTRAINT "FK_leads_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE RESTRICT
);

CREATE TABLE "webhooks" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_webhooks" PRIMARY KEY AUTOINCREMENT,
    "form_id" INTEGER NOT NULL,
    "address" TEXT NOT NULL,
    "events" INTEGER NOT NULL,
    "includes_answers" INTEGER NOT NULL,
    "hears_since" INTEGER NOT NULL,
    "disabled_at" INTEGER NULL,
    "is_gone" INTEGER NOT NULL,
    "earlier_until" INTEGER NULL,
    CONSTRAINT "FK_webhooks_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE CASCADE
);

CREATE TABLE "new_lead_lines" (
    "run_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "form_id" INTEGER NOT NULL,
    "form_version" INTEGER NOT NULL,
    "submission_id" TEXT NOT NULL,
    "answers_json" TEXT NOT NULL,
    CONSTRAINT "PK_new_lead_lines" PRIMARY KEY ("run_id", "position"),
    CONSTRAINT "FK_new_lead_lines_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "forms" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_new_lead_lines_runs_run_id" FOREIGN KEY ("run_id") REFERENCES "runs" ("id") ON DELETE CASCADE
);

CREATE TABLE "lead_imports" (
    "id" BLOB NOT NULL CONSTRAINT "PK_lead_imports" PRIMARY KEY,
    "user_id" BLOB NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "run_id" INTEGER NULL,
    "form_id" INTEGER NULL,
    "columns" TEXT NULL,
    "not_taken" INTEGER NULL,
    "unchanged" INTEGER NOT NULL,
    CONSTRAINT "FK_lead_imports_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "one_time_links" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_one_time_links" PRIMARY KEY,
    "kind" INTEGER NOT NULL,
    "user_id" BLOB NULL,
    "expires_at" INTEGER NOT NULL,
    CONSTRAINT "FK_one_time_links_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "saved_views" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_saved_views" PRIMARY KEY AUTOINCREMENT,
    "user_id" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    CONSTRAINT "FK_saved_views_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "sign_ins" (
    "id" BLOB NOT NULL CONSTRAINT "PK_sign_ins" PRIMARY KEY,
    "user_id" BLOB NOT NULL,
    "stamp" TEXT NOT NULL,
    "signed_in_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "proven_at" INTEGER NULL,
    "device" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    CONSTRAINT "FK_sign_ins_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "user_passkeys" (
    "credential_id" BLOB NOT NULL CONSTRAINT "PK_user_passkeys" PRIMARY KEY,
    "user_id" BLOB NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "FK_user_passkeys_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "user_tokens" (
    "user_id" BLOB NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "PK_user_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "FK_user_tokens_users_user_id" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON DELETE CASCADE
);

CREATE TABLE "attract_media" (
    "event_id" INTEGER NOT NULL CONSTRAINT "PK_attract_media" PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "FK_attract_media_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE
);

CREATE TABLE "devices" (
    "id" BLOB NOT NULL CONSTRAINT "PK_devices" PRIMARY KEY,
    "event_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sequence_id" INTEGER NULL,
    "token_hash" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "paired_at" INTEGER NOT NULL,
    "revoked_at" INTEGER NULL,
    "last_seen_at" INTEGER NULL,
    "browser" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "captured" INTEGER NOT NULL,
    "on_device" INTEGER NOT NULL,
    "battery" INTEGER NULL,
    "storage_used" INTEGER NULL,
    "storage_quota" INTEGER NULL,
    "is_persistent" INTEGER NULL,
    "clock_ahead" INTEGER NOT NULL,
    CONSTRAINT "FK_devices_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT
);

CREATE TABLE "pairings" (
    "code_hash" TEXT NOT NULL CONSTRAINT "PK_pairings" PRIMARY KEY,
    "event_id" INTEGER NOT NULL,
    "device_name" TEXT NOT NULL,
    "expires_at" INTEGER NOT NULL,
    CONSTRAINT "FK_pairings_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE CASCADE
);

CREATE TABLE "attempts" (
    "id" BLOB NOT NULL CONSTRAINT "PK_attempts" PRIMARY KEY,
    "lead_id" BLOB NOT NULL,
    "kind" INTEGER NOT NULL,
    "started_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "answers_version" INTEGER NOT NULL,
    "counts_at" INTEGER NOT NULL,
    "calls" INTEGER NOT NULL,
    "outcome" INTEGER NULL,
    "cause" INTEGER NULL,
    "status" INTEGER NULL,
    "reason" TEXT NULL,
    "request" TEXT NULL,
    "response" TEXT NULL,
    CONSTRAINT "FK_attempts_leads_lead_id" FOREIGN KEY ("lead_id") REFERENCES "leads" ("id") ON DELETE RESTRICT
);

CREATE TABLE "card_photos" (
    "lead_id" BLOB NOT NULL CONSTRAINT "PK_card_photos" PRIMARY KEY,
    "content_type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "FK_card_photos_leads_lead_id" FOREIGN KEY ("lead_id") REFERENCES "leads" ("id") ON DELETE CASCADE
);

CREATE TABLE "corrections" (
    "lead_id" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "user_id" BLOB NULL,
    "who" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "run_id" INTEGER NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    CONSTRAINT "PK_corrections" PRIMARY KEY ("lead_id", "number"),
    CONSTRAINT "FK_corrections_leads_lead_id" FOREIGN KEY ("lead_id") REFERENCES "leads" ("id") ON DELETE RESTRICT
);

CREATE TABLE "deliveries" (
    "lead_id" BLOB NOT NULL CONSTRAINT "PK_deliveries" PRIMARY KEY,
    "form_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "existing_contact" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "attempt_id" BLOB NULL,
    "attempts" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "waited_milliseconds" INTEGER NOT NULL,
    "unresolved_since" INTEGER NULL,
    "unresolved_version" INTEGER NULL,
    "lost_creates" INTEGER NOT NULL,
    "empty_look_ups" INTEGER NOT NULL,
    "is_restored" INTEGER NOT NULL,
    "delivered_at" INTEGER NULL,
    "contact_id" INTEGER NULL,
    "contact_json" TEXT NULL,
    "is_own_contact" INTEGER NOT NULL,
    "was_known" INTEGER NULL,
    "follow_up_json" TEXT NULL,
    "email" TEXT NULL,
    "linked_in" TEXT NULL,
    "reason" TEXT NULL,
    "problems" TEXT NULL,
    "spam_signs" TEXT NULL,
    "cause" INTEGER NULL,
    "failure_key" TEXT NULL,
    CONSTRAINT "FK_deliveries_leads_lead_id" FOREIGN KEY ("lead_id") REFERENCES "leads" ("id") ON DELETE RESTRICT
);

CREATE TABLE "run_leads" (
    "run_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "lead_id" BLOB NOT NULL,
    "state" INTEGER NOT NULL,
    "answers_json" TEXT NULL,
    "corrections" INTEGER NULL,
    CONSTRAINT "PK_run_leads" PRIMARY KEY ("run_id", "position"),
    CONSTRAINT "FK_run_leads_leads_lead_id" FOREIGN KEY ("lead_id") REFERENCES "leads" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_run_leads_runs_run_id" FOREIGN KEY ("run_id") REFERENCES "runs" ("id") ON DELETE CASCADE
);

CREATE TABLE "webhook_messages" (
    "id" BLOB NOT NULL CONSTRAINT "PK_webhook_messages" PRIMARY KEY,
    "webhook_id" INTEGER NOT NULL,
    "event" INTEGER NOT NULL,
    "subject_id" BLOB NOT NULL,
    "lead_id" BLOB NULL,
    "created_at" INTEGER NOT NULL,
    "tried_since" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "attempts" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_attempt_at" INTEGER NULL,
    "last_milliseconds" INTEGER NULL,
    "last_status" INTEGER NULL,
    "last_problem" TEXT NULL,
    CONSTRAINT "FK_webhook_messages_webhooks_webhook_id" FOREIGN KEY ("webhook_id") REFERENCES "webhooks" ("id") ON DELETE CASCADE
);

CREATE TABLE "captures" (
    "device_id" BLOB NOT NULL,
    "id" BLOB NOT NULL,
    "event_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "captured_at" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "lead_id" BLOB NULL,
    "unopened" TEXT NULL,
    CONSTRAINT "PK_captures" PRIMARY KEY ("device_id", "id"),
    CONSTRAINT "FK_captures_devices_device_id" FOREIGN KEY ("device_id") REFERENCES "devices" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_captures_events_event_id" FOREIGN KEY ("event_id") REFERENCES "events" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_captures_leads_lead_id" FOREIGN KEY ("lead_id") REFERENCES "leads" ("id") ON DELETE RESTRICT
);

INSERT INTO "alert_settings" ("id", "base_address", "recipients", "sender", "silence_minutes", "smtp_host", "smtp_port", "smtp_security", "smtp_user", "stuck_minutes")
VALUES (1, '', '', '', 60, '', 587, 0, '', 60);
SELECT changes();


INSERT INTO "alerts" ("kind", "last_error", "last_error_at", "last_sent", "silent_until", "told_until")
VALUES (0, NULL, NULL, NULL, NULL, NULL);
SELECT changes();

INSERT INTO "alerts" ("kind", "last_error", "last_error_at", "last_sent", "silent_until", "told_until")
VALUES (1, NULL, NULL, NULL, NULL, NULL);
SELECT changes();

INSERT INTO "alerts" ("kind", "last_error", "last_error_at", "last_sent", "silent_until", "told_until")
VALUES (2, NULL, NULL, NULL, NULL, NULL);
SELECT changes();

INSERT INTO "alerts" ("kind", "last_error", "last_error_at", "last_sent", "silent_until", "told_until")
VALUES (3, NULL, NULL, NULL, NULL, NULL);
SELECT changes();

INSERT INTO "alerts" ("kind", "last_error", "last_error_at", "last_sent", "silent_until", "told_until")
VALUES (4, NULL, NULL, NULL, NULL, NULL);
SELECT changes();


INSERT INTO "catalogues" ("id", "content", "gap", "next_at", "read_at", "reason", "source", "tried_at")
VALUES (1, '', NULL, NULL, NULL, NULL, '', NULL);
SELECT changes();


INSERT INTO "default_look" ("id", "theme")
VALUES (1, NULL);
SELECT changes();


INSERT INTO "gates" ("id", "detail", "failures", "last_failed_lead", "probes", "reason", "requests_per_hour", "requests_per_minute", "since", "until")
VALUES (1, NULL, 0, NULL, 0, 0, NULL, NULL, NULL, NULL);
SELECT changes();


INSERT INTO "heartbeats" ("id", "at", "room")
VALUES (1, NULL, NULL);
SELECT changes();


INSERT INTO "webhook_marks" ("id", "until")
VALUES (1, NULL);
SELECT changes();


CREATE UNIQUE INDEX "IX_api_keys_hash" ON "api_keys" ("hash");

CREATE INDEX "IX_attempts_counts_at_calls" ON "attempts" ("counts_at", "calls");

CREATE INDEX "IX_attempts_lead_id" ON "attempts" ("lead_id");

CREATE INDEX "IX_audit_entries_at" ON "audit_entries" ("at");

CREATE INDEX "IX_audit_entries_kind_subject_id_id" ON "audit_entries" ("kind", "subject_id", "id");

CREATE INDEX "IX_audit_entries_user_id_id" ON "audit_entries" ("user_id", "id");

CREATE INDEX "IX_captures_device_id_number" ON "captures" ("device_id", "number");

CREATE INDEX "IX_captures_event_id_lead_id" ON "captures" ("event_id", "lead_id");

CREATE INDEX "IX_captures_lead_id" ON "captures" ("lead_id");

CREATE INDEX "IX_corrections_run_id_lead_id" ON "corrections" ("run_id", "lead_id");

CREATE INDEX "IX_deliveries_cause_lead_id" ON "deliveries" ("cause", "lead_id") WHERE cause > 1;

CREATE INDEX "IX_deliveries_email_lead_id" ON "deliveries" ("email", "lead_id") WHERE due_at IS NOT NULL AND email IS NOT NULL;

CREATE INDEX "IX_deliveries_failure_key_lead_id" ON "deliveries" ("failure_key", "lead_id") WHERE failure_key IS NOT NULL;

CREATE INDEX "IX_deliveries_linked_in_lead_id" ON "deliveries" ("linked_in", "lead_id") WHERE due_at IS NOT NULL AND linked_in IS NOT NULL;

CREATE INDEX "IX_deliveries_priority_due_at" ON "deliveries" ("priority", "due_at") WHERE due_at IS NOT NULL;

CREATE INDEX "IX_deliveries_state_lead_id_form_id_channel" ON "deliveries" ("state", "lead_id", "form_id", "channel");

CREATE INDEX "IX_devices_event_id" ON "devices" ("event_id");

CREATE UNIQUE INDEX "IX_devices_token_hash" ON "devices" ("token_hash");

CREATE INDEX "IX_events_form_id" ON "events" ("form_id");

CREATE INDEX "IX_failure_notes_failure_key_id" ON "failure_notes" ("failure_key", "id");

CREATE UNIQUE INDEX "IX_forms_slug" ON "forms" ("slug");

CREATE UNIQUE INDEX "IX_lead_imports_run_id" ON "lead_imports" ("run_id");

CREATE INDEX "IX_lead_imports_user_id" ON "lead_imports" ("user_id");

CREATE INDEX "IX_leads_email_id" ON "leads" ("email", "id");

CREATE UNIQUE INDEX "IX_leads_form_id_submission_id" ON "leads" ("form_id", "submission_id");

CREATE UNIQUE INDEX "IX_leads_receipt" ON "leads" ("receipt");

CREATE INDEX "IX_new_lead_lines_form_id" ON "new_lead_lines" ("form_id");

CREATE INDEX "IX_one_time_links_user_id" ON "one_time_links" ("user_id");

CREATE INDEX "IX_pairings_event_id" ON "pairings" ("event_id");

CREATE INDEX "IX_run_leads_lead_id" ON "run_leads" ("lead_id");

CREATE INDEX "IX_run_leads_run_id_state_position" ON "run_leads" ("run_id", "state", "position");

CREATE INDEX "IX_saved_views_user_id_id" ON "saved_views" ("user_id", "id");

CREATE INDEX "IX_sign_in_tries_next_at" ON "sign_in_tries" ("next_at");

CREATE INDEX "IX_sign_ins_user_id" ON "sign_ins" ("user_id");

CREATE UNIQUE INDEX "IX_spam_entries_sender" ON "spam_entries" ("sender");

CREATE INDEX "IX_user_passkeys_user_id" ON "user_passkeys" ("user_id");

CREATE INDEX "IX_users_normalized_email" ON "users" ("normalized_email");

CREATE UNIQUE INDEX "IX_users_normalized_user_name" ON "users" ("normalized_user_name");

CREATE UNIQUE INDEX "IX_users_open_id_issuer_open_id_subject" ON "users" ("open_id_issuer", "open_id_subject");

CREATE INDEX "IX_webhook_messages_webhook_id_due_at" ON "webhook_messages" ("webhook_id", "due_at") WHERE due_at IS NOT NULL;

CREATE UNIQUE INDEX "IX_webhook_messages_webhook_id_event_subject_id" ON "webhook_messages" ("webhook_id", "event", "subject_id");

CREATE INDEX "IX_webhook_messages_webhook_id_id" ON "webhook_messages" ("webhook_id", "id");

CREATE INDEX "IX_webhooks_form_id" ON "webhooks" ("form_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261129162959_Initial', '10.0.15');
