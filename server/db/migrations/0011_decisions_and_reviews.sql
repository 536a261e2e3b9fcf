CREATE TABLE "case_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"author_id" text NOT NULL,
	"audience" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"submission_id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"stage" text NOT NULL,
	"because" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"risk_rank" integer NOT NULL,
	"assignee_id" text,
	"assigned_at" timestamp with time zone,
	"maker_id" text,
	"escalated_by" text,
	"escalated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "decision_reasons" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"purpose" text NOT NULL,
	"words" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"needs_second" boolean NOT NULL,
	"risk_level_id" text,
	"valid_until" date,
	"reason_id" text,
	"reason" text,
	"note" text,
	"seen_version" integer NOT NULL,
	"maker_id" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"checker_id" text,
	"checker_note" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "decisions_four_eyes" CHECK ("decisions"."checker_id" <> "decisions"."maker_id"),
	CONSTRAINT "decisions_second_person" CHECK ("decisions"."state" <> 'effective' or not "decisions"."needs_second" or "decisions"."checker_id" is not null),
	CONSTRAINT "decisions_closed" CHECK (("decisions"."state" = 'awaitingSecond') = ("decisions"."closed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "note_mentions" (
	"staff_id" text NOT NULL,
	"note_id" text NOT NULL,
	"seen_at" timestamp with time zone,
	CONSTRAINT "note_mentions_staff_id_note_id_pk" PRIMARY KEY("staff_id","note_id")
);
--> statement-breakpoint
CREATE TABLE "answer_versions" (
	"submission_id" text NOT NULL,
	"field_id" text NOT NULL,
	"version" integer NOT NULL,
	"field_type_id" text NOT NULL,
	"value" jsonb,
	"answered_at" timestamp with time zone NOT NULL,
	"answered_by" text NOT NULL,
	CONSTRAINT "answer_versions_submission_id_field_id_version_pk" PRIMARY KEY("submission_id","field_id","version")
);
--> statement-breakpoint
CREATE TABLE "profile_versions" (
	"submission_id" text NOT NULL,
	"version" integer NOT NULL,
	"tenant_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"trigger" text NOT NULL,
	"kyc_state" text NOT NULL,
	"assessment_id" text,
	CONSTRAINT "profile_versions_submission_id_version_pk" PRIMARY KEY("submission_id","version")
);
--> statement-breakpoint
CREATE TABLE "review_schedules" (
	"submission_id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"employee_id" text NOT NULL,
	"due_on" date NOT NULL,
	"because" text NOT NULL,
	"basis" jsonb NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "risk_model_versions" (
	"tenant_id" text NOT NULL,
	"version" integer NOT NULL,
	"model_id" text NOT NULL,
	"definition" jsonb NOT NULL,
	"state" text NOT NULL,
	"note" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"drafted_by" text,
	"proposed_by" text,
	"proposed_at" timestamp with time zone,
	"released_by" text,
	"released_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "risk_model_versions_tenant_id_version_pk" PRIMARY KEY("tenant_id","version"),
	CONSTRAINT "risk_model_versions_four_eyes" CHECK ("risk_model_versions"."released_by" <> "risk_model_versions"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "risk_overrides" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant_id" text NOT NULL,
	"submission_id" text NOT NULL,
	"decision_id" text NOT NULL,
	"risk_level_id" text NOT NULL,
	"valid_until" date NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text
);
--> statement-breakpoint
CREATE TABLE "case_settings" (
	"tenant_id" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dashboard_counts" (
	"tenant_id" text NOT NULL,
	"scope" text NOT NULL,
	"counts" jsonb NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"took_ms" integer NOT NULL,
	CONSTRAINT "dashboard_counts_tenant_id_scope_pk" PRIMARY KEY("tenant_id","scope")
);
--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD COLUMN "facts" jsonb;--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD COLUMN "override_id" text;--> statement-breakpoint
ALTER TABLE "case_notes" ADD CONSTRAINT "case_notes_submission_id_directory_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."directory"("submission_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_submission_id_directory_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."directory"("submission_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_submission_id_directory_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."directory"("submission_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_mentions" ADD CONSTRAINT "note_mentions_note_id_case_notes_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."case_notes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_versions" ADD CONSTRAINT "answer_versions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_versions" ADD CONSTRAINT "profile_versions_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_schedules" ADD CONSTRAINT "review_schedules_submission_id_directory_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."directory"("submission_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_overrides" ADD CONSTRAINT "risk_overrides_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_overrides" ADD CONSTRAINT "risk_overrides_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_notes_of_submission" ON "case_notes" USING btree ("submission_id","created_at","id");--> statement-breakpoint
CREATE INDEX "cases_due" ON "cases" USING btree ("tenant_id","due_on","risk_rank","submission_id");--> statement-breakpoint
CREATE INDEX "cases_stage" ON "cases" USING btree ("tenant_id","stage","due_on","risk_rank","submission_id");--> statement-breakpoint
CREATE INDEX "cases_assignee" ON "cases" USING btree ("tenant_id","assignee_id","due_on","risk_rank","submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_reasons_unique" ON "decision_reasons" USING btree ("tenant_id","purpose","words");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_one_open" ON "decisions" USING btree ("submission_id") WHERE "decisions"."state" = 'awaitingSecond';--> statement-breakpoint
CREATE INDEX "decisions_of_submission" ON "decisions" USING btree ("submission_id","made_at","id");--> statement-breakpoint
CREATE INDEX "note_mentions_of_note" ON "note_mentions" USING btree ("note_id");--> statement-breakpoint
CREATE INDEX "review_schedules_due" ON "review_schedules" USING btree ("tenant_id","due_on","submission_id");--> statement-breakpoint
CREATE INDEX "review_schedules_own" ON "review_schedules" USING btree ("tenant_id","employee_id","due_on","submission_id");--> statement-breakpoint
CREATE UNIQUE INDEX "risk_model_versions_one_open" ON "risk_model_versions" USING btree ("tenant_id") WHERE "risk_model_versions"."state" in ('draft', 'proposed');--> statement-breakpoint
CREATE INDEX "risk_model_versions_in_force" ON "risk_model_versions" USING btree ("tenant_id","version") WHERE "risk_model_versions"."state" = 'released';--> statement-breakpoint
CREATE UNIQUE INDEX "risk_overrides_one" ON "risk_overrides" USING btree ("submission_id") WHERE "risk_overrides"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "risk_overrides_of_submission" ON "risk_overrides" USING btree ("submission_id","created_at");--> statement-breakpoint
CREATE INDEX "risk_overrides_ending" ON "risk_overrides" USING btree ("valid_until","submission_id") WHERE "risk_overrides"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "risk_assessments" ADD CONSTRAINT "risk_assessments_override_id_risk_overrides_id_fk" FOREIGN KEY ("override_id") REFERENCES "public"."risk_overrides"("id") ON DELETE no action ON UPDATE no action;